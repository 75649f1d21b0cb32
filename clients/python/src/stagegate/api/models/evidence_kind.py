from __future__ import annotations

from enum import Enum


class EvidenceKind(str, Enum):
    EVALUATION = "evaluation"
    GATE_POLICY = "gate_policy"
    GATE_REPORT = "gate_report"
    TRANSITION = "transition"
    VERSION = "version"

    @classmethod
    def _missing_(cls, value: object) -> EvidenceKind | None:
        """Text that a later service has learned is kept as it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
