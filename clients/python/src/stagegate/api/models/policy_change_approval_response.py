from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.approval_decision import ApprovalDecision

T = TypeVar("T", bound="PolicyChangeApprovalResponse")


@_attrs_define(repr=False)
class PolicyChangeApprovalResponse(Shown):
    decision: ApprovalDecision
    """ What an approver says. """
    actor: str
    """ Who decided. """
    comment: None | str
    """ What the decision rests on; null when nothing was said. """
    roles: list[str]
    """ Roles the actor held then. """
    decided_at: datetime.datetime
    """ When it was decided. """
    expires_at: datetime.datetime | None
    """ When an approval stops counting; null for a rejection. """
    withdrawn_at: datetime.datetime | None
    """ When the actor took it back; null while it stands. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        decision = self.decision.value

        actor = self.actor

        comment: None | str
        comment = self.comment

        roles = self.roles

        decided_at = self.decided_at.isoformat()

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()

        else:
            expires_at = self.expires_at

        withdrawn_at: None | str
        if isinstance(self.withdrawn_at, datetime.datetime):
            withdrawn_at = self.withdrawn_at.isoformat()

        else:
            withdrawn_at = self.withdrawn_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "decision": decision,
                "actor": actor,
                "comment": comment,
                "roles": roles,
                "decidedAt": decided_at,
                "expiresAt": expires_at,
                "withdrawnAt": withdrawn_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        decision = ApprovalDecision(d.pop("decision"))

        actor = d.pop("actor")

        def _parse_comment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        comment = _parse_comment(d.pop("comment"))

        roles = cast(list[str], d.pop("roles"))

        decided_at = datetime.datetime.fromisoformat(d.pop("decidedAt").replace("Z", "+00:00"))

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

        def _parse_withdrawn_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                withdrawn_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return withdrawn_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        withdrawn_at = _parse_withdrawn_at(d.pop("withdrawnAt"))

        policy_change_approval_response = cls(
            decision=decision,
            actor=actor,
            comment=comment,
            roles=roles,
            decided_at=decided_at,
            expires_at=expires_at,
            withdrawn_at=withdrawn_at,
        )

        policy_change_approval_response.additional_properties = d
        return policy_change_approval_response

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
