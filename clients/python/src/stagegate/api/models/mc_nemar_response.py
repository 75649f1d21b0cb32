from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="McNemarResponse")


@_attrs_define(repr=False)
class McNemarResponse(Shown):
    only_challenger: int
    """ Rows that count towards the metric by the challenger alone. """
    only_incumbent: int
    """ Rows that count towards the metric by the incumbent alone. """
    exact_p: float
    """ Two-sided exact p, the probability of so uneven a split between equal models, from 0 to 1. """
    mid_p: float
    """ Two-sided mid-p, which counts half of what was seen, from 0 to 1. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        only_challenger = self.only_challenger

        only_incumbent = self.only_incumbent

        exact_p = self.exact_p

        mid_p = self.mid_p

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "onlyChallenger": only_challenger,
                "onlyIncumbent": only_incumbent,
                "exactP": exact_p,
                "midP": mid_p,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        only_challenger = d.pop("onlyChallenger")

        only_incumbent = d.pop("onlyIncumbent")

        exact_p = d.pop("exactP")

        mid_p = d.pop("midP")

        mc_nemar_response = cls(
            only_challenger=only_challenger,
            only_incumbent=only_incumbent,
            exact_p=exact_p,
            mid_p=mid_p,
        )

        mc_nemar_response.additional_properties = d
        return mc_nemar_response

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
