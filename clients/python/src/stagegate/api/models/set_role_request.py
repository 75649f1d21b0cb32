from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.permission import Permission
from ..types import UNSET, Unset

T = TypeVar("T", bound="SetRoleRequest")


@_attrs_define(repr=False)
class SetRoleRequest(Shown):
    permissions: list[Permission]
    """ What the role gives. Nobody gives what they lack themselves. """
    description: str | Unset = UNSET
    """ What the role is for; empty unless given. """

    def to_dict(self) -> dict[str, Any]:
        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.value
            permissions.append(permissions_item)

        description = self.description

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "permissions": permissions,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = Permission(permissions_item_data)

            permissions.append(permissions_item)

        description = d.pop("description", UNSET)

        set_role_request = cls(
            permissions=permissions,
            description=description,
        )

        return set_role_request
