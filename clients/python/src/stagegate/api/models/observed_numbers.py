from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="ObservedNumbers")


@_attrs_define(repr=False)
class ObservedNumbers(Shown):
    count: int | None | Unset = UNSET
    """ Number of examples; null when nobody stated it. """
    standard_error: float | Unset = UNSET
    """ Standard error of the value or, for a comparison, of the delta, in units of the metric. """
    p: float | Unset = UNSET
    """ One-sided p of "not worse", 0 to 1. """
    p_adjusted: float | Unset = UNSET
    """ The same corrected over the measures of the rule. """
    challenger: float | None | Unset = UNSET
    """ Value of the challenger, in units of the metric; null when it is undefined. """
    incumbent: float | None | Unset = UNSET
    """ Value of the incumbent, in units of the metric; null when it is undefined. """
    delta: float | Unset = UNSET
    """ Challenger minus incumbent, in units of the metric. """
    improvement: float | Unset = UNSET
    """ The same with better as positive, in units of the metric. """
    lower: float | Unset = UNSET
    """ Lower one-sided bound of the value or, for a comparison, of the delta, in units of the metric. """
    upper: float | Unset = UNSET
    """ Upper one-sided bound, in units of the metric. """
    minimum_detectable_effect: float | Unset = UNSET
    """ Smallest harm that would have been seen with power 0.8, in units of the metric. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        count: int | None | Unset
        if isinstance(self.count, Unset):
            count = UNSET
        else:
            count = self.count

        standard_error = self.standard_error

        p = self.p

        p_adjusted = self.p_adjusted

        challenger: float | None | Unset
        if isinstance(self.challenger, Unset):
            challenger = UNSET
        else:
            challenger = self.challenger

        incumbent: float | None | Unset
        if isinstance(self.incumbent, Unset):
            incumbent = UNSET
        else:
            incumbent = self.incumbent

        delta = self.delta

        improvement = self.improvement

        lower = self.lower

        upper = self.upper

        minimum_detectable_effect = self.minimum_detectable_effect

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if count is not UNSET:
            field_dict["count"] = count
        if standard_error is not UNSET:
            field_dict["standardError"] = standard_error
        if p is not UNSET:
            field_dict["p"] = p
        if p_adjusted is not UNSET:
            field_dict["pAdjusted"] = p_adjusted
        if challenger is not UNSET:
            field_dict["challenger"] = challenger
        if incumbent is not UNSET:
            field_dict["incumbent"] = incumbent
        if delta is not UNSET:
            field_dict["delta"] = delta
        if improvement is not UNSET:
            field_dict["improvement"] = improvement
        if lower is not UNSET:
            field_dict["lower"] = lower
        if upper is not UNSET:
            field_dict["upper"] = upper
        if minimum_detectable_effect is not UNSET:
            field_dict["minimumDetectableEffect"] = minimum_detectable_effect

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_count(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        count = _parse_count(d.pop("count", UNSET))

        standard_error = d.pop("standardError", UNSET)

        p = d.pop("p", UNSET)

        p_adjusted = d.pop("pAdjusted", UNSET)

        def _parse_challenger(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        challenger = _parse_challenger(d.pop("challenger", UNSET))

        def _parse_incumbent(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        incumbent = _parse_incumbent(d.pop("incumbent", UNSET))

        delta = d.pop("delta", UNSET)

        improvement = d.pop("improvement", UNSET)

        lower = d.pop("lower", UNSET)

        upper = d.pop("upper", UNSET)

        minimum_detectable_effect = d.pop("minimumDetectableEffect", UNSET)

        observed_numbers = cls(
            count=count,
            standard_error=standard_error,
            p=p,
            p_adjusted=p_adjusted,
            challenger=challenger,
            incumbent=incumbent,
            delta=delta,
            improvement=improvement,
            lower=lower,
            upper=upper,
            minimum_detectable_effect=minimum_detectable_effect,
        )

        observed_numbers.additional_properties = d
        return observed_numbers

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
