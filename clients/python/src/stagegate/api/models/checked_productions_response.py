from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.live_judgement_response import LiveJudgementResponse


T = TypeVar("T", bound="CheckedProductionsResponse")


@_attrs_define(repr=False)
class CheckedProductionsResponse(Shown):
    total: int
    """ How many there are. """
    judged: int
    """ How many of them were judged. """
    items: list[LiveJudgementResponse]
    """ Those whose verdict would be another, or is unknown. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        judged = self.judged

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "judged": judged,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.live_judgement_response import LiveJudgementResponse  # noqa: PLC0415

        d = dict(src_dict)
        total = d.pop("total")

        judged = d.pop("judged")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = LiveJudgementResponse.from_dict(items_item_data)

            items.append(items_item)

        checked_productions_response = cls(
            total=total,
            judged=judged,
            items=items,
        )

        checked_productions_response.additional_properties = d
        return checked_productions_response

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
