from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.approval_decision import ApprovalDecision

T = TypeVar("T", bound="CardApprovalResponse")


@_attrs_define(repr=False)
class CardApprovalResponse(Shown):
    decision: ApprovalDecision
    """ What an approver says. """
    actor: str
    """ Who. """
    comment: None | str
    """ What the decision rests on. """
    decided_at: datetime.datetime
    """ When. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        decision = self.decision.value

        actor = self.actor

        comment: None | str
        comment = self.comment

        decided_at = self.decided_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "decision": decision,
                "actor": actor,
                "comment": comment,
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

        decided_at = datetime.datetime.fromisoformat(d.pop("decidedAt").replace("Z", "+00:00"))

        card_approval_response = cls(
            decision=decision,
            actor=actor,
            comment=comment,
            decided_at=decided_at,
        )

        card_approval_response.additional_properties = d
        return card_approval_response

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
