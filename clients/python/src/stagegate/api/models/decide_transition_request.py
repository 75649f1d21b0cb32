from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.approval_decision import ApprovalDecision
from ..types import UNSET, Unset

T = TypeVar("T", bound="DecideTransitionRequest")


@_attrs_define(repr=False)
class DecideTransitionRequest(Shown):
    decision: ApprovalDecision
    """ What an approver says. """
    comment: str | Unset = UNSET
    """ What the decision rests on. """
    expected_report_digest: str | Unset = UNSET
    """ Digest of the gate report that was looked at; of a transition that rests on another one nothing is decided,
    and the answer is 409. """

    def to_dict(self) -> dict[str, Any]:
        decision = self.decision.value

        comment = self.comment

        expected_report_digest = self.expected_report_digest

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
            }
        )
        if comment is not UNSET:
            field_dict["comment"] = comment
        if expected_report_digest is not UNSET:
            field_dict["expectedReportDigest"] = expected_report_digest

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        decision = ApprovalDecision(d.pop("decision"))

        comment = d.pop("comment", UNSET)

        expected_report_digest = d.pop("expectedReportDigest", UNSET)

        decide_transition_request = cls(
            decision=decision,
            comment=comment,
            expected_report_digest=expected_report_digest,
        )

        return decide_transition_request
