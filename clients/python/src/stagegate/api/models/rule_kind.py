from __future__ import annotations

from enum import Enum


class RuleKind(str, Enum):
    FRESHNESS = "freshness"
    GROUP = "group"
    HOLDOUT_REUSE = "holdout_reuse"
    METADATA = "metadata"
    REGRESSION = "regression"
    SLICE_GAP = "slice_gap"
    SOAK = "soak"
    THRESHOLD = "threshold"

    @classmethod
    def _missing_(cls, value: object) -> RuleKind | None:
        """Text that a later service has learned is kept as it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
