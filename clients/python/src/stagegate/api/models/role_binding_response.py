from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="RoleBindingResponse")


@_attrs_define(repr=False)
class RoleBindingResponse(Shown):
    id: UUID
    """ The binding's id. """
    subject: None | str
    """ Who has the role; null when a group has it. """
    group: None | str
    """ The group whose members have the role; null when a subject has it. """
    role: str
    """ The role. """
    model: None | str
    """ The name of the one model that the role holds for, as it is now; null when it holds for more. """
    model_prefix: None | str
    """ The beginning of the names of the models that the role holds for; null when it holds for one model or the
    registry. """
    created_at: datetime.datetime
    """ When the role was bound. """
    created_by: str
    """ Who bound it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        subject: None | str
        subject = self.subject

        group: None | str
        group = self.group

        role = self.role

        model: None | str
        model = self.model

        model_prefix: None | str
        model_prefix = self.model_prefix

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "subject": subject,
                "group": group,
                "role": role,
                "model": model,
                "modelPrefix": model_prefix,
                "createdAt": created_at,
                "createdBy": created_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_subject(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        subject = _parse_subject(d.pop("subject"))

        def _parse_group(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        group = _parse_group(d.pop("group"))

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

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        created_by = d.pop("createdBy")

        role_binding_response = cls(
            id=id,
            subject=subject,
            group=group,
            role=role,
            model=model,
            model_prefix=model_prefix,
            created_at=created_at,
            created_by=created_by,
        )

        role_binding_response.additional_properties = d
        return role_binding_response

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
