from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.permission import Permission

if TYPE_CHECKING:
    from ..models.my_session_response import MySessionResponse


T = TypeVar("T", bound="MeResponse")


@_attrs_define(repr=False)
class MeResponse(Shown):
    subject: str
    """ Who the caller is. """
    roles: list[str]
    """ The roles that the caller has in the whole registry, by its token or by role bindings. """
    approval_roles: list[str]
    """ The approval roles of the caller's token. """
    display_name: None | str
    """ What the identity provider calls the caller; null when it does not say. """
    groups: list[str]
    """ Groups that the identity provider counts the caller among. """
    service_account: bool
    """ Whether the caller is a machine. """
    permissions: list[Permission]
    """ What the caller may do in the whole registry; `/me/permissions` tells of one model. """
    token_id: None | str
    """ The id of the caller's token; null when another issuer made it. """
    expires_at: datetime.datetime | None
    """ When the caller's token ends; null when another issuer made it. """
    session: MySessionResponse | None
    """ The browser's session; null for a request with a token. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.my_session_response import MySessionResponse  # noqa: PLC0415

        subject = self.subject

        roles = self.roles

        approval_roles = self.approval_roles

        display_name: None | str
        display_name = self.display_name

        groups = self.groups

        service_account = self.service_account

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.value
            permissions.append(permissions_item)

        token_id: None | str
        token_id = self.token_id

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()

        else:
            expires_at = self.expires_at

        session: dict[str, Any] | None
        if isinstance(self.session, MySessionResponse):
            session = self.session.to_dict()
        else:
            session = self.session

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "subject": subject,
                "roles": roles,
                "approvalRoles": approval_roles,
                "displayName": display_name,
                "groups": groups,
                "serviceAccount": service_account,
                "permissions": permissions,
                "tokenId": token_id,
                "expiresAt": expires_at,
                "session": session,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.my_session_response import MySessionResponse  # noqa: PLC0415

        d = dict(src_dict)
        subject = d.pop("subject")

        roles = cast(list[str], d.pop("roles"))

        approval_roles = cast(list[str], d.pop("approvalRoles"))

        def _parse_display_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        display_name = _parse_display_name(d.pop("displayName"))

        groups = cast(list[str], d.pop("groups"))

        service_account = d.pop("serviceAccount")

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = Permission(permissions_item_data)

            permissions.append(permissions_item)

        def _parse_token_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        token_id = _parse_token_id(d.pop("tokenId"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expiresAt"))

        def _parse_session(data: object) -> MySessionResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                session_type_0 = MySessionResponse.from_dict(data)

                return session_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MySessionResponse | None, data)

        session = _parse_session(d.pop("session"))

        me_response = cls(
            subject=subject,
            roles=roles,
            approval_roles=approval_roles,
            display_name=display_name,
            groups=groups,
            service_account=service_account,
            permissions=permissions,
            token_id=token_id,
            expires_at=expires_at,
            session=session,
        )

        me_response.additional_properties = d
        return me_response

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
