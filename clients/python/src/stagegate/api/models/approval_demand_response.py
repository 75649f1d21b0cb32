from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.approval_slot_response import ApprovalSlotResponse
    from ..models.excluded_actor_response import ExcludedActorResponse
    from ..models.lacking_approvals_response import LackingApprovalsResponse


T = TypeVar("T", bound="ApprovalDemandResponse")


@_attrs_define(repr=False)
class ApprovalDemandResponse(Shown):
    slots: list[ApprovalSlotResponse]
    """ Every approval asked for, with who gave it. """
    lacking: list[LackingApprovalsResponse]
    """ What is not given yet, by role. """
    excluded: list[ExcludedActorResponse]
    """ Whose approval does not count, and why. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        slots = []
        for slots_item_data in self.slots:
            slots_item = slots_item_data.to_dict()
            slots.append(slots_item)

        lacking = []
        for lacking_item_data in self.lacking:
            lacking_item = lacking_item_data.to_dict()
            lacking.append(lacking_item)

        excluded = []
        for excluded_item_data in self.excluded:
            excluded_item = excluded_item_data.to_dict()
            excluded.append(excluded_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slots": slots,
                "lacking": lacking,
                "excluded": excluded,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.approval_slot_response import ApprovalSlotResponse  # noqa: PLC0415
        from ..models.excluded_actor_response import ExcludedActorResponse  # noqa: PLC0415
        from ..models.lacking_approvals_response import LackingApprovalsResponse  # noqa: PLC0415

        d = dict(src_dict)
        slots = []
        _slots = d.pop("slots")
        for slots_item_data in _slots:
            slots_item = ApprovalSlotResponse.from_dict(slots_item_data)

            slots.append(slots_item)

        lacking = []
        _lacking = d.pop("lacking")
        for lacking_item_data in _lacking:
            lacking_item = LackingApprovalsResponse.from_dict(lacking_item_data)

            lacking.append(lacking_item)

        excluded = []
        _excluded = d.pop("excluded")
        for excluded_item_data in _excluded:
            excluded_item = ExcludedActorResponse.from_dict(excluded_item_data)

            excluded.append(excluded_item)

        approval_demand_response = cls(
            slots=slots,
            lacking=lacking,
            excluded=excluded,
        )

        approval_demand_response.additional_properties = d
        return approval_demand_response

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
