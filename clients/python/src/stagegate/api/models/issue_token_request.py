from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.role import Role
from ..types import UNSET, Unset

T = TypeVar("T", bound="IssueTokenRequest")


@_attrs_define(repr=False)
class IssueTokenRequest(Shown):
    subject: str
    """ Who the token speaks for, brought to the Unicode form NFKC; separation of duty compares it without regard to
    case. No control
    or format characters, no blank at either end, no word of letters that look alike, and not the name of the
    service. """
    roles: list[Role]
    """ What the token may do; roles add up. """
    approval_roles: list[str] | Unset = UNSET
    """ Roles of your own that approvals ask for, such as ml-lead; deciding takes the role approver besides. Letters
    and digits, with
    spaces and `._-` inside, and none that reads like a role of the service. """
    name: str | Unset = UNSET
    """ Where the token is used, for the list of tokens. """
    expires_in_seconds: int | Unset = UNSET
    """ How long the token lives; a day unless given, at most 366 days. """

    def to_dict(self) -> dict[str, Any]:
        subject = self.subject

        roles = []
        for roles_item_data in self.roles:
            roles_item = roles_item_data.value
            roles.append(roles_item)

        approval_roles: list[str] | Unset = UNSET
        if not isinstance(self.approval_roles, Unset):
            approval_roles = self.approval_roles

        name = self.name

        expires_in_seconds = self.expires_in_seconds

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "subject": subject,
                "roles": roles,
            }
        )
        if approval_roles is not UNSET:
            field_dict["approvalRoles"] = approval_roles
        if name is not UNSET:
            field_dict["name"] = name
        if expires_in_seconds is not UNSET:
            field_dict["expiresInSeconds"] = expires_in_seconds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        subject = d.pop("subject")

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = Role(roles_item_data)

            roles.append(roles_item)

        approval_roles = cast(list[str], d.pop("approvalRoles", UNSET))

        name = d.pop("name", UNSET)

        expires_in_seconds = d.pop("expiresInSeconds", UNSET)

        issue_token_request = cls(
            subject=subject,
            roles=roles,
            approval_roles=approval_roles,
            name=name,
            expires_in_seconds=expires_in_seconds,
        )

        return issue_token_request
