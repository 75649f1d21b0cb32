from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="PolicyChangeEffectResponse")


@_attrs_define(repr=False)
class PolicyChangeEffectResponse(Shown):
    promotions: int
    """ How many promotions were judged. """
    newly_refused: int
    """ How many of those that passed it would have refused. """
    newly_let_through: int
    """ How many of those that were refused it would have let through. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        promotions = self.promotions

        newly_refused = self.newly_refused

        newly_let_through = self.newly_let_through

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "promotions": promotions,
                "newlyRefused": newly_refused,
                "newlyLetThrough": newly_let_through,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        promotions = d.pop("promotions")

        newly_refused = d.pop("newlyRefused")

        newly_let_through = d.pop("newlyLetThrough")

        policy_change_effect_response = cls(
            promotions=promotions,
            newly_refused=newly_refused,
            newly_let_through=newly_let_through,
        )

        policy_change_effect_response.additional_properties = d
        return policy_change_effect_response

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
