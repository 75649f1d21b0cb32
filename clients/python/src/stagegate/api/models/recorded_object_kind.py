from __future__ import annotations

from enum import Enum


class RecordedObjectKind(str, Enum):
    ALIAS = "alias"
    APPROVAL = "approval"
    ATTESTATION = "attestation"
    DATASET = "dataset"
    EVALUATION = "evaluation"
    FREEZE = "freeze"
    GATE_POLICY = "gate_policy"
    GATE_REPORT = "gate_report"
    HOLD = "hold"
    IMPORT = "import"
    MODEL = "model"
    POLICY_CHANGE = "policy_change"
    REVIEW = "review"
    ROLE = "role"
    ROLE_BINDING = "role_binding"
    RUN = "run"
    SESSION = "session"
    SIGNATURE = "signature"
    TENURE = "tenure"
    TOKEN = "token"
    TRANSITION = "transition"
    TRUST_RULE = "trust_rule"
    VERSION = "version"
    WAIVER = "waiver"
    WEBHOOK = "webhook"

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
