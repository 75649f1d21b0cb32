from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="SessionResponse")


@_attrs_define(repr=False)
class SessionResponse(Shown):
    id: UUID
    """ The session's id; it is not what the cookie holds. """
    token_id: UUID
    """ The id of the token that the session's rights come from; the session ends with it. """
    subject: str
    """ Who is signed in. """
    started_at: datetime.datetime
    """ When the sign-in happened. """
    last_seen_at: datetime.datetime
    """ When the session was last used, to the minute. """
    idle_until: datetime.datetime
    """ When the session ends unless it is used before. """
    ends_at: datetime.datetime
    """ When the session ends, however much it is used. """
    user_agent: None | str
    """ What the browser called itself at the sign-in; null when it did not. """
    address: str
    """ The address that the sign-in came from. """
    is_current: bool
    """ Whether this request is part of the session. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        token_id = str(self.token_id)

        subject = self.subject

        started_at = self.started_at.isoformat()

        last_seen_at = self.last_seen_at.isoformat()

        idle_until = self.idle_until.isoformat()

        ends_at = self.ends_at.isoformat()

        user_agent: None | str
        user_agent = self.user_agent

        address = self.address

        is_current = self.is_current

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "tokenId": token_id,
                "subject": subject,
                "startedAt": started_at,
                "lastSeenAt": last_seen_at,
                "idleUntil": idle_until,
                "endsAt": ends_at,
                "userAgent": user_agent,
                "address": address,
                "isCurrent": is_current,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        token_id = UUID(d.pop("tokenId"))

        subject = d.pop("subject")

        started_at = datetime.datetime.fromisoformat(d.pop("startedAt").replace("Z", "+00:00"))

        last_seen_at = datetime.datetime.fromisoformat(d.pop("lastSeenAt").replace("Z", "+00:00"))

        idle_until = datetime.datetime.fromisoformat(d.pop("idleUntil").replace("Z", "+00:00"))

        ends_at = datetime.datetime.fromisoformat(d.pop("endsAt").replace("Z", "+00:00"))

        def _parse_user_agent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user_agent = _parse_user_agent(d.pop("userAgent"))

        address = d.pop("address")

        is_current = d.pop("isCurrent")

        session_response = cls(
            id=id,
            token_id=token_id,
            subject=subject,
            started_at=started_at,
            last_seen_at=last_seen_at,
            idle_until=idle_until,
            ends_at=ends_at,
            user_agent=user_agent,
            address=address,
            is_current=is_current,
        )

        session_response.additional_properties = d
        return session_response

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
