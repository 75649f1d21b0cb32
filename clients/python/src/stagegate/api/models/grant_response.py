from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.grant_source import GrantSource
from ..models.permission import Permission

T = TypeVar("T", bound="GrantResponse")


@_attrs_define(repr=False)
class GrantResponse(Shown):
    source: GrantSource
    """ Where a right comes from. """
    binding_id: None | str
    """ The id of the role binding; null when the token carries the role. """
    role: str
    """ The role. """
    model: None | str
    """ The name of the one model that it holds for; null when it holds for more. """
    model_prefix: None | str
    """ The beginning of the names of the models that it holds for; null when it holds for one model or the
    registry. """
    permissions: list[Permission]
    """ What the role gives, in the order of the alphabet. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        source = self.source.value

        binding_id: None | str
        binding_id = self.binding_id

        role = self.role

        model: None | str
        model = self.model

        model_prefix: None | str
        model_prefix = self.model_prefix

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.value
            permissions.append(permissions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "source": source,
                "bindingId": binding_id,
                "role": role,
                "model": model,
                "modelPrefix": model_prefix,
                "permissions": permissions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        source = GrantSource(d.pop("source"))

        def _parse_binding_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        binding_id = _parse_binding_id(d.pop("bindingId"))

        role = d.pop("role")

        def _parse_model(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model = _parse_model(d.pop("model"))

        def _parse_model_prefix(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model_prefix = _parse_model_prefix(d.pop("modelPrefix"))

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = Permission(permissions_item_data)

            permissions.append(permissions_item)

        grant_response = cls(
            source=source,
            binding_id=binding_id,
            role=role,
            model=model,
            model_prefix=model_prefix,
            permissions=permissions,
        )

        grant_response.additional_properties = d
        return grant_response

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
