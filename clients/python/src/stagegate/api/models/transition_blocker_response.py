from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.permission import Permission
from ..models.transition_blocker_code import TransitionBlockerCode

T = TypeVar("T", bound="TransitionBlockerResponse")


@_attrs_define(repr=False)
class TransitionBlockerResponse(Shown):
    code: TransitionBlockerCode
    """ What stands in the way of a transition. """
    detail: str
    """ The reason, for people. """
    remedy: str
    """ What clears it. """
    permissions: list[Permission]
    """ What somebody has to be allowed to clear it; one of it is enough. """
    roles: list[str]
    """ Roles of which one is needed to clear it: built-in ones, or those that approve. """
    until: datetime.datetime | None
    """ When it ends by itself; null where it does not, or no end is in sight. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code.value

        detail = self.detail

        remedy = self.remedy

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.value
            permissions.append(permissions_item)

        roles = self.roles

        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()

        else:
            until = self.until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "detail": detail,
                "remedy": remedy,
                "permissions": permissions,
                "roles": roles,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = TransitionBlockerCode(d.pop("code"))

        detail = d.pop("detail")

        remedy = d.pop("remedy")

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = Permission(permissions_item_data)

            permissions.append(permissions_item)

        roles = cast(list[str], d.pop("roles"))

        def _parse_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until = _parse_until(d.pop("until"))

        transition_blocker_response = cls(
            code=code,
            detail=detail,
            remedy=remedy,
            permissions=permissions,
            roles=roles,
            until=until,
        )

        transition_blocker_response.additional_properties = d
        return transition_blocker_response

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
