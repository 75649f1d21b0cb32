from __future__ import annotations

from enum import Enum


class LimitKind(str, Enum):
    CHANGE = "change"
    MAX = "max"
    MIN = "min"

    @classmethod
    def _missing_(cls, value: object) -> LimitKind | None:
        """Text that a later service has learned is kept as it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
