from __future__ import annotations

from enum import Enum


class ThousandsMark(str, Enum):
    VALUE_0 = ","
    VALUE_1 = "."
    VALUE_2 = " "
    VALUE_3 = "'"

    @classmethod
    def _missing_(cls, value: object) -> ThousandsMark | None:
        """Text that a later service has learned is kept as it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
