from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="MySessionResponse")


@_attrs_define(repr=False)
class MySessionResponse(Shown):
    id: UUID
    """ The session's id. """
    started_at: datetime.datetime
    """ When the sign-in happened. """
    idle_until: datetime.datetime
    """ When the session ends unless it is used before. """
    ends_at: datetime.datetime
    """ When the session ends, however much it is used. """
    sign_out_url: None | str
    """ Where a browser goes after the session ended, so that the provider ends its own; null when no provider
    signed it in. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        started_at = self.started_at.isoformat()

        idle_until = self.idle_until.isoformat()

        ends_at = self.ends_at.isoformat()

        sign_out_url: None | str
        sign_out_url = self.sign_out_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "startedAt": started_at,
                "idleUntil": idle_until,
                "endsAt": ends_at,
                "signOutUrl": sign_out_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        started_at = datetime.datetime.fromisoformat(d.pop("startedAt").replace("Z", "+00:00"))

        idle_until = datetime.datetime.fromisoformat(d.pop("idleUntil").replace("Z", "+00:00"))

        ends_at = datetime.datetime.fromisoformat(d.pop("endsAt").replace("Z", "+00:00"))

        def _parse_sign_out_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sign_out_url = _parse_sign_out_url(d.pop("signOutUrl"))

        my_session_response = cls(
            id=id,
            started_at=started_at,
            idle_until=idle_until,
            ends_at=ends_at,
            sign_out_url=sign_out_url,
        )

        my_session_response.additional_properties = d
        return my_session_response

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
