from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.bypassed_blocker_response import BypassedBlockerResponse


T = TypeVar("T", bound="OverrideResponse")


@_attrs_define(repr=False)
class OverrideResponse(Shown):
    review_due_days: int
    """ Days that its review may take once it is applied. """
    ticket: None | str
    """ The ticket of the emergency; null when the policy asks for none and none was named. """
    bypassed: list[BypassedBlockerResponse]
    """ What stood in the way as it was asked for. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        review_due_days = self.review_due_days

        ticket: None | str
        ticket = self.ticket

        bypassed = []
        for bypassed_item_data in self.bypassed:
            bypassed_item = bypassed_item_data.to_dict()
            bypassed.append(bypassed_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reviewDueDays": review_due_days,
                "ticket": ticket,
                "bypassed": bypassed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bypassed_blocker_response import BypassedBlockerResponse  # noqa: PLC0415

        d = dict(src_dict)
        review_due_days = d.pop("reviewDueDays")

        def _parse_ticket(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ticket = _parse_ticket(d.pop("ticket"))

        bypassed = []
        _bypassed = d.pop("bypassed")
        for bypassed_item_data in _bypassed:
            bypassed_item = BypassedBlockerResponse.from_dict(bypassed_item_data)

            bypassed.append(bypassed_item)

        override_response = cls(
            review_due_days=review_due_days,
            ticket=ticket,
            bypassed=bypassed,
        )

        override_response.additional_properties = d
        return override_response

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
