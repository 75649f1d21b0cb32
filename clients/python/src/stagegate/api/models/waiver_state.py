from __future__ import annotations

from enum import Enum


class WaiverState(str, Enum):
    EXPIRED = "expired"
    HOLDS = "holds"
    REVOKED = "revoked"

    @classmethod
    def _missing_(cls, value: object) -> WaiverState | None:
        """Text that a later service has learned is kept as it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
