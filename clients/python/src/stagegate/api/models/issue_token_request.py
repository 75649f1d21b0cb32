from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="IssueTokenRequest")


@_attrs_define(repr=False)
class IssueTokenRequest(Shown):
    subject: str
    """ Who the token speaks for, brought to the Unicode form NFKC; separation of duty compares it without regard to
    case. No control
    or format characters, no blank at either end, no word of letters that look alike, and not the name of the
    service. """
    roles: list[str]
    """ What the token may do everywhere: viewer, contributor, approver, admin, or roles of your own; roles add up.
    Without any, the
    token may do what role bindings give to its subject. Nobody gives what they lack themselves. """
    approval_roles: list[str] | Unset = UNSET
    """ Roles of your own that approvals ask for, such as ml-lead; deciding takes the role approver besides. Letters
    and digits, with
    spaces and `._-` inside, and none that reads like a role of the service. """
    name: str | Unset = UNSET
    """ Where the token is used, for the list of tokens. """
    service_account: bool | Unset = UNSET
    """ Whether a machine is to hold the token, such as a CI job; false unless given. Machines approve nothing. """
    expires_in_seconds: int | Unset = UNSET
    """ How long the token lives; a day unless given, at most 366 days. """

    def to_dict(self) -> dict[str, Any]:
        subject = self.subject

        roles = self.roles

        approval_roles: list[str] | Unset = UNSET
        if not isinstance(self.approval_roles, Unset):
            approval_roles = self.approval_roles

        name = self.name

        service_account = self.service_account

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
        if service_account is not UNSET:
            field_dict["serviceAccount"] = service_account
        if expires_in_seconds is not UNSET:
            field_dict["expiresInSeconds"] = expires_in_seconds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        subject = d.pop("subject")

        roles = cast(list[str], d.pop("roles"))

        approval_roles = cast(list[str], d.pop("approvalRoles", UNSET))

        name = d.pop("name", UNSET)

        service_account = d.pop("serviceAccount", UNSET)

        expires_in_seconds = d.pop("expiresInSeconds", UNSET)

        issue_token_request = cls(
            subject=subject,
            roles=roles,
            approval_roles=approval_roles,
            name=name,
            service_account=service_account,
            expires_in_seconds=expires_in_seconds,
        )

        return issue_token_request
