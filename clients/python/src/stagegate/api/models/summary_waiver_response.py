from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="SummaryWaiverResponse")


@_attrs_define(repr=False)
class SummaryWaiverResponse(Shown):
    id: UUID
    """ Identifier of the waiver. """
    rule_id: str
    """ The rule that is waived. """
    granted_by: str
    """ Who granted it. """
    expires_at: datetime.datetime
    """ When it ends. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        rule_id = self.rule_id

        granted_by = self.granted_by

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "ruleId": rule_id,
                "grantedBy": granted_by,
                "expiresAt": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        rule_id = d.pop("ruleId")

        granted_by = d.pop("grantedBy")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt").replace("Z", "+00:00"))

        summary_waiver_response = cls(
            id=id,
            rule_id=rule_id,
            granted_by=granted_by,
            expires_at=expires_at,
        )

        summary_waiver_response.additional_properties = d
        return summary_waiver_response

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
