from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="TokenResponse")


@_attrs_define(repr=False)
class TokenResponse(Shown):
    id: UUID
    """ The token's id, its `jti`. """
    subject: str
    """ Who the token speaks for. """
    roles: list[str]
    """ The roles that the token carries, which hold everywhere. """
    approval_roles: list[str]
    """ Roles of your own that approvals ask for. """
    service_account: bool
    """ Whether a machine holds the token; machines approve nothing. """
    origin: None | str
    """ The issuer that vouched for the subject, by its name here; null when an administrator named the subject. """
    name: None | str
    """ Where the token is used; null when nobody said. """
    issued_at: datetime.datetime
    """ When the token was issued. """
    issued_by: str
    """ Who issued the token. """
    expires_at: datetime.datetime
    """ When the token ends by itself. """
    revoked_at: datetime.datetime | None
    """ When the token was revoked; null while it stands. """
    revoked_by: None | str
    """ Who revoked the token; null while it stands. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        subject = self.subject

        roles = self.roles

        approval_roles = self.approval_roles

        service_account = self.service_account

        origin: None | str
        origin = self.origin

        name: None | str
        name = self.name

        issued_at = self.issued_at.isoformat()

        issued_by = self.issued_by

        expires_at = self.expires_at.isoformat()

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()

        else:
            revoked_at = self.revoked_at

        revoked_by: None | str
        revoked_by = self.revoked_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "subject": subject,
                "roles": roles,
                "approvalRoles": approval_roles,
                "serviceAccount": service_account,
                "origin": origin,
                "name": name,
                "issuedAt": issued_at,
                "issuedBy": issued_by,
                "expiresAt": expires_at,
                "revokedAt": revoked_at,
                "revokedBy": revoked_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        subject = d.pop("subject")

        roles = cast(list[str], d.pop("roles"))

        approval_roles = cast(list[str], d.pop("approvalRoles"))

        service_account = d.pop("serviceAccount")

        def _parse_origin(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        origin = _parse_origin(d.pop("origin"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        issued_at = datetime.datetime.fromisoformat(d.pop("issuedAt").replace("Z", "+00:00"))

        issued_by = d.pop("issuedBy")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt").replace("Z", "+00:00"))

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revokedAt"))

        def _parse_revoked_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        revoked_by = _parse_revoked_by(d.pop("revokedBy"))

        token_response = cls(
            id=id,
            subject=subject,
            roles=roles,
            approval_roles=approval_roles,
            service_account=service_account,
            origin=origin,
            name=name,
            issued_at=issued_at,
            issued_by=issued_by,
            expires_at=expires_at,
            revoked_at=revoked_at,
            revoked_by=revoked_by,
        )

        token_response.additional_properties = d
        return token_response

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
