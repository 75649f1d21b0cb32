from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="BackTestedPromotionsResponse")


@_attrs_define(repr=False)
class BackTestedPromotionsResponse(Shown):
    total: int
    """ How many promotions to Production the record held when the back-test began. """
    judged: int
    """ How many of them were judged again so far. """
    newly_refused: int
    """ How many of those that passed the draft would have refused. """
    newly_let_through: int
    """ How many of those that were refused the draft would have let through. """
    not_repeatable: int
    """ How many cannot be judged again, since the record holds no report of theirs or not all of its evidence. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        judged = self.judged

        newly_refused = self.newly_refused

        newly_let_through = self.newly_let_through

        not_repeatable = self.not_repeatable

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "judged": judged,
                "newlyRefused": newly_refused,
                "newlyLetThrough": newly_let_through,
                "notRepeatable": not_repeatable,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total")

        judged = d.pop("judged")

        newly_refused = d.pop("newlyRefused")

        newly_let_through = d.pop("newlyLetThrough")

        not_repeatable = d.pop("notRepeatable")

        back_tested_promotions_response = cls(
            total=total,
            judged=judged,
            newly_refused=newly_refused,
            newly_let_through=newly_let_through,
            not_repeatable=not_repeatable,
        )

        back_tested_promotions_response.additional_properties = d
        return back_tested_promotions_response

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
