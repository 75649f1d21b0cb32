from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.stage import Stage
from ..models.transition_kind import TransitionKind
from ..models.transition_status import TransitionStatus
from ..models.verdict import Verdict

if TYPE_CHECKING:
    from ..models.card_approval_response import CardApprovalResponse


T = TypeVar("T", bound="CardDecisionResponse")


@_attrs_define(repr=False)
class CardDecisionResponse(Shown):
    transition_id: UUID
    """ Id of the transition. """
    kind: TransitionKind
    """ Kind of a change of stage. """
    to_stage: Stage
    """ Where a version stands. """
    status: TransitionStatus
    """ Where a transition stands. """
    verdict: None | Verdict
    """ What the gates said; null for a move that no gate judges. """
    requested_by: str
    """ Who asked for it. """
    requested_at: datetime.datetime
    """ When it was asked for. """
    reason: None | str
    """ Why, in the words of who asked. """
    message: None | str
    """ The same in a sentence. """
    approvals: list[CardApprovalResponse]
    """ The decisions on it that count, or counted when it was settled. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        transition_id = str(self.transition_id)

        kind = self.kind.value

        to_stage = self.to_stage.value

        status = self.status.value

        verdict: None | str
        if isinstance(self.verdict, Verdict):
            verdict = self.verdict.value
        else:
            verdict = self.verdict

        requested_by = self.requested_by

        requested_at = self.requested_at.isoformat()

        reason: None | str
        reason = self.reason

        message: None | str
        message = self.message

        approvals = []
        for approvals_item_data in self.approvals:
            approvals_item = approvals_item_data.to_dict()
            approvals.append(approvals_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "transitionId": transition_id,
                "kind": kind,
                "toStage": to_stage,
                "status": status,
                "verdict": verdict,
                "requestedBy": requested_by,
                "requestedAt": requested_at,
                "reason": reason,
                "message": message,
                "approvals": approvals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.card_approval_response import CardApprovalResponse  # noqa: PLC0415

        d = dict(src_dict)
        transition_id = UUID(d.pop("transitionId"))

        kind = TransitionKind(d.pop("kind"))

        to_stage = Stage(d.pop("toStage"))

        status = TransitionStatus(d.pop("status"))

        def _parse_verdict(data: object) -> None | Verdict:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verdict_type_0 = Verdict(data)

                return verdict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Verdict, data)

        verdict = _parse_verdict(d.pop("verdict"))

        requested_by = d.pop("requestedBy")

        requested_at = datetime.datetime.fromisoformat(d.pop("requestedAt").replace("Z", "+00:00"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        message = _parse_message(d.pop("message"))

        approvals = []
        _approvals = d.pop("approvals")
        for approvals_item_data in _approvals:
            approvals_item = CardApprovalResponse.from_dict(approvals_item_data)

            approvals.append(approvals_item)

        card_decision_response = cls(
            transition_id=transition_id,
            kind=kind,
            to_stage=to_stage,
            status=status,
            verdict=verdict,
            requested_by=requested_by,
            requested_at=requested_at,
            reason=reason,
            message=message,
            approvals=approvals,
        )

        card_decision_response.additional_properties = d
        return card_decision_response

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
