from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.permission import Permission

if TYPE_CHECKING:
    from ..models.grant_response import GrantResponse


T = TypeVar("T", bound="MyPermissionsResponse")


@_attrs_define(repr=False)
class MyPermissionsResponse(Shown):
    subject: str
    """ Who the caller is. """
    model: None | str
    """ The model that was asked for; null when none was. """
    permissions: list[Permission]
    """ What the caller may do: to the model that was asked for, or else in the whole registry; in the order of the
    alphabet. """
    registry_permissions: list[Permission]
    """ What the caller may do in the whole registry, in the order of the alphabet. """
    grants: list[GrantResponse]
    """ Every role that counts for it, with where it comes from: those for the model, or else all that the caller
    has anywhere. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        subject = self.subject

        model: None | str
        model = self.model

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.value
            permissions.append(permissions_item)

        registry_permissions = []
        for registry_permissions_item_data in self.registry_permissions:
            registry_permissions_item = registry_permissions_item_data.value
            registry_permissions.append(registry_permissions_item)

        grants = []
        for grants_item_data in self.grants:
            grants_item = grants_item_data.to_dict()
            grants.append(grants_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "subject": subject,
                "model": model,
                "permissions": permissions,
                "registryPermissions": registry_permissions,
                "grants": grants,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.grant_response import GrantResponse  # noqa: PLC0415

        d = dict(src_dict)
        subject = d.pop("subject")

        def _parse_model(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model = _parse_model(d.pop("model"))

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = Permission(permissions_item_data)

            permissions.append(permissions_item)

        registry_permissions = []
        _registry_permissions = d.pop("registryPermissions")
        for registry_permissions_item_data in _registry_permissions:
            registry_permissions_item = Permission(registry_permissions_item_data)

            registry_permissions.append(registry_permissions_item)

        grants = []
        _grants = d.pop("grants")
        for grants_item_data in _grants:
            grants_item = GrantResponse.from_dict(grants_item_data)

            grants.append(grants_item)

        my_permissions_response = cls(
            subject=subject,
            model=model,
            permissions=permissions,
            registry_permissions=registry_permissions,
            grants=grants,
        )

        my_permissions_response.additional_properties = d
        return my_permissions_response

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
