from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.approval_decision import ApprovalDecision

T = TypeVar("T", bound="ApprovalResponse")


@_attrs_define(repr=False)
class ApprovalResponse(Shown):
    decision: ApprovalDecision
    """ What an approver says. """
    actor: str
    """ Who decided. """
    comment: None | str
    """ What the decision rests on. """
    roles: list[str]
    """ Roles the actor held then. """
    gate_report_digest: str
    """ Digest of the gate report that was decided on. """
    decided_at: datetime.datetime
    """ When it was decided. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        decision = self.decision.value

        actor = self.actor

        comment: None | str
        comment = self.comment

        roles = self.roles

        gate_report_digest = self.gate_report_digest

        decided_at = self.decided_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "decision": decision,
                "actor": actor,
                "comment": comment,
                "roles": roles,
                "gateReportDigest": gate_report_digest,
                "decidedAt": decided_at,
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

        gate_report_digest = d.pop("gateReportDigest")

        decided_at = datetime.datetime.fromisoformat(d.pop("decidedAt").replace("Z", "+00:00"))

        approval_response = cls(
            decision=decision,
            actor=actor,
            comment=comment,
            roles=roles,
            gate_report_digest=gate_report_digest,
            decided_at=decided_at,
        )

        approval_response.additional_properties = d
        return approval_response

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
