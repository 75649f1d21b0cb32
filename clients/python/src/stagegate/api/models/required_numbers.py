from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="RequiredNumbers")


@_attrs_define(repr=False)
class RequiredNumbers(Shown):
    confidence: float | Unset = UNSET
    """ One-sided confidence, between 0.5 and 1. """
    min_: float | Unset = UNSET
    """ Smallest allowed value, in units of the metric. """
    max_: float | Unset = UNSET
    """ Largest allowed value, in units of the metric. """
    margin: float | Unset = UNSET
    """ The effective margin, in units of the metric. """
    margin_relative: float | Unset = UNSET
    """ The margin as a share of the incumbent's value, without a unit. """
    gain: float | Unset = UNSET
    """ Improvement asked for, in units of the metric. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        confidence = self.confidence

        min_ = self.min_

        max_ = self.max_

        margin = self.margin

        margin_relative = self.margin_relative

        gain = self.gain

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if confidence is not UNSET:
            field_dict["confidence"] = confidence
        if min_ is not UNSET:
            field_dict["min"] = min_
        if max_ is not UNSET:
            field_dict["max"] = max_
        if margin is not UNSET:
            field_dict["margin"] = margin
        if margin_relative is not UNSET:
            field_dict["marginRelative"] = margin_relative
        if gain is not UNSET:
            field_dict["gain"] = gain

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        confidence = d.pop("confidence", UNSET)

        min_ = d.pop("min", UNSET)

        max_ = d.pop("max", UNSET)

        margin = d.pop("margin", UNSET)

        margin_relative = d.pop("marginRelative", UNSET)

        gain = d.pop("gain", UNSET)

        required_numbers = cls(
            confidence=confidence,
            min_=min_,
            max_=max_,
            margin=margin,
            margin_relative=margin_relative,
            gain=gain,
        )

        required_numbers.additional_properties = d
        return required_numbers

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
