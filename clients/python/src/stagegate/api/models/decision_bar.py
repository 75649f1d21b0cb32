from __future__ import annotations

from enum import Enum


class DecisionBar(str, Enum):
    ALREADY_DECIDED = "ALREADY_DECIDED"
    FORBIDDEN = "FORBIDDEN"
    NO_APPROVAL_NEEDED = "NO_APPROVAL_NEEDED"
    ROLE_REQUIRED = "ROLE_REQUIRED"
    SELF_APPROVAL = "SELF_APPROVAL"
    SERVICE_ACCOUNT = "SERVICE_ACCOUNT"
    TRANSITION_FINAL = "TRANSITION_FINAL"

    @classmethod
    def _missing_(cls, value: object) -> DecisionBar | None:
        """Text that a later service has learned is kept as it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
