from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="ApprovalSlotResponse")


@_attrs_define(repr=False)
class ApprovalSlotResponse(Shown):
    role: str
    """ The role it is asked of, or the name of the group. """
    filled_by: None | str
    """ Who gave it; null while it lacks. """
    group: str | Unset = UNSET
    """ The group it is asked of; absent where a role is asked for. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        role = self.role

        filled_by: None | str
        filled_by = self.filled_by

        group = self.group

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "role": role,
                "filledBy": filled_by,
            }
        )
        if group is not UNSET:
            field_dict["group"] = group

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = d.pop("role")

        def _parse_filled_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        filled_by = _parse_filled_by(d.pop("filledBy"))

        group = d.pop("group", UNSET)

        approval_slot_response = cls(
            role=role,
            filled_by=filled_by,
            group=group,
        )

        approval_slot_response.additional_properties = d
        return approval_slot_response

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
