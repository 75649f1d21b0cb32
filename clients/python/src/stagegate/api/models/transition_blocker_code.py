from __future__ import annotations

from enum import Enum


class TransitionBlockerCode(str, Enum):
    APPROVALS_LACKING = "APPROVALS_LACKING"
    ARTIFACT_DIGEST_MISMATCH = "ARTIFACT_DIGEST_MISMATCH"
    FORBIDDEN = "FORBIDDEN"
    FROZEN = "FROZEN"
    GATES_REFUSED = "GATES_REFUSED"
    ILLEGAL_TRANSITION = "ILLEGAL_TRANSITION"
    NEVER_IN_PRODUCTION = "NEVER_IN_PRODUCTION"
    NEW_EVALUATION_REQUIRED = "NEW_EVALUATION_REQUIRED"
    NOT_OVERRIDABLE = "NOT_OVERRIDABLE"
    NO_ROLLBACK_TARGET = "NO_ROLLBACK_TARGET"
    ON_HOLD = "ON_HOLD"
    OVERRIDE_DISABLED = "OVERRIDE_DISABLED"
    OVERRIDE_NOT_NEEDED = "OVERRIDE_NOT_NEEDED"
    PRODUCTION_WOULD_BE_EMPTY = "PRODUCTION_WOULD_BE_EMPTY"
    REASON_REQUIRED = "REASON_REQUIRED"
    REASON_TOO_SHORT = "REASON_TOO_SHORT"
    REQUEST_EXPIRED = "REQUEST_EXPIRED"
    REVIEW_OVERDUE = "REVIEW_OVERDUE"
    SOAK_TOO_SHORT = "SOAK_TOO_SHORT"
    STALE_EVIDENCE = "STALE_EVIDENCE"
    STALE_INCUMBENT = "STALE_INCUMBENT"
    STALE_POLICY = "STALE_POLICY"
    STALE_STAGE = "STALE_STAGE"
    TICKET_REQUIRED = "TICKET_REQUIRED"
    TRANSITION_FINAL = "TRANSITION_FINAL"
    VERSION_QUARANTINED = "VERSION_QUARANTINED"

    @classmethod
    def _missing_(cls, value: object) -> TransitionBlockerCode | None:
        """Text that a later service has learned is kept as it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
