from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.approval_decision import ApprovalDecision
from ..types import UNSET, Unset

T = TypeVar("T", bound="DecidePolicyChangeRequest")


@_attrs_define(repr=False)
class DecidePolicyChangeRequest(Shown):
    decision: ApprovalDecision
    """ What an approver says. """
    comment: str | Unset = UNSET
    """ What the decision rests on. """

    def to_dict(self) -> dict[str, Any]:
        decision = self.decision.value

        comment = self.comment

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
            }
        )
        if comment is not UNSET:
            field_dict["comment"] = comment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        decision = ApprovalDecision(d.pop("decision"))

        comment = d.pop("comment", UNSET)

        decide_policy_change_request = cls(
            decision=decision,
            comment=comment,
        )

        return decide_policy_change_request
