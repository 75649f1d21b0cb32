from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="RuleWaiverResponse")


@_attrs_define(repr=False)
class RuleWaiverResponse(Shown):
    id: UUID
    """ Identifier of the waiver. """
    granted_by: str
    """ Who waives. """
    reason: str
    """ Why. """
    expires_at: datetime.datetime
    """ Until when. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        granted_by = self.granted_by

        reason = self.reason

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "grantedBy": granted_by,
                "reason": reason,
                "expiresAt": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        granted_by = d.pop("grantedBy")

        reason = d.pop("reason")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt").replace("Z", "+00:00"))

        rule_waiver_response = cls(
            id=id,
            granted_by=granted_by,
            reason=reason,
            expires_at=expires_at,
        )

        rule_waiver_response.additional_properties = d
        return rule_waiver_response

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
