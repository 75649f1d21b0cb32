from __future__ import annotations

from enum import Enum


class ComparisonHint(str, Enum):
    BETTER = "better"
    NO_DIFFERENCE_SHOWN = "no_difference_shown"
    ONLY_CHALLENGER = "only_challenger"
    ONLY_INCUMBENT = "only_incumbent"
    UNKNOWN = "unknown"
    WORSE = "worse"

    @classmethod
    def _missing_(cls, value: object) -> ComparisonHint | None:
        """Text that a later service has learned is kept as it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
