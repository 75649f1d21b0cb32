from __future__ import annotations

from enum import Enum


class RecordedObjectKind(str, Enum):
    APPROVAL = "approval"
    DATASET = "dataset"
    EVALUATION = "evaluation"
    GATE_POLICY = "gate_policy"
    GATE_REPORT = "gate_report"
    MODEL = "model"
    POLICY_CHANGE = "policy_change"
    RUN = "run"
    TENURE = "tenure"
    TOKEN = "token"
    TRANSITION = "transition"
    VERSION = "version"
    WAIVER = "waiver"

    @classmethod
    def _missing_(cls, value: object) -> RecordedObjectKind | None:
        """Text that a later service has learned is kept as it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
