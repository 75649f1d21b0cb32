from __future__ import annotations

from enum import Enum


class ImportFindingCode(str, Enum):
    ALIAS_NOT_TAKEN = "ALIAS_NOT_TAKEN"
    CHANGED_HERE = "CHANGED_HERE"
    GOVERNED = "GOVERNED"
    MODEL_TAKEN = "MODEL_TAKEN"
    NUMBER_TAKEN = "NUMBER_TAKEN"
    OTHER_EVIDENCE = "OTHER_EVIDENCE"

    @classmethod
    def _missing_(cls, value: object) -> ImportFindingCode | None:
        """Text that a later service has learned is kept as it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
