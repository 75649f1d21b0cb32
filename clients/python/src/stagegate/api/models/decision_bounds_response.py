from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="DecisionBoundsResponse")


@_attrs_define(repr=False)
class DecisionBoundsResponse(Shown):
    confidence: float | None
    """ One-sided confidence, between 0.5 and 1. """
    lower: float | None
    """ Lower bound, in units of the metric; null where the rule looks at the other side alone. """
    upper: float | None
    """ Upper bound, in units of the metric; null likewise. """
    adjusted: bool
    """ Whether chance was held over all measures of the rule. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        confidence: float | None
        confidence = self.confidence

        lower: float | None
        lower = self.lower

        upper: float | None
        upper = self.upper

        adjusted = self.adjusted

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "confidence": confidence,
                "lower": lower,
                "upper": upper,
                "adjusted": adjusted,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_confidence(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        confidence = _parse_confidence(d.pop("confidence"))

        def _parse_lower(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        lower = _parse_lower(d.pop("lower"))

        def _parse_upper(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        upper = _parse_upper(d.pop("upper"))

        adjusted = d.pop("adjusted")

        decision_bounds_response = cls(
            confidence=confidence,
            lower=lower,
            upper=upper,
            adjusted=adjusted,
        )

        decision_bounds_response.additional_properties = d
        return decision_bounds_response

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
