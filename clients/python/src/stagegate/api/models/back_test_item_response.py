from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.back_test_change import BackTestChange
from ..models.transition_status import TransitionStatus
from ..models.verdict import Verdict

T = TypeVar("T", bound="BackTestItemResponse")


@_attrs_define(repr=False)
class BackTestItemResponse(Shown):
    transition_id: UUID
    """ The recorded transition. """
    version: int
    """ The version that was to be promoted. """
    status: TransitionStatus
    """ Where a transition stands. """
    verdict: Verdict
    """ Outcome of judging a version by its gates. """
    draft_verdict: Verdict
    """ Outcome of judging a version by its gates. """
    change: BackTestChange
    """ What a draft policy would have changed. """
    model: str
    """ Name of the model on that day. """
    requested_at: datetime.datetime
    """ When it was asked for. """
    message: str
    """ The draft's verdict in a sentence. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        transition_id = str(self.transition_id)

        version = self.version

        status = self.status.value

        verdict = self.verdict.value

        draft_verdict = self.draft_verdict.value

        change = self.change.value

        model = self.model

        requested_at = self.requested_at.isoformat()

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "transitionId": transition_id,
                "version": version,
                "status": status,
                "verdict": verdict,
                "draftVerdict": draft_verdict,
                "change": change,
                "model": model,
                "requestedAt": requested_at,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        transition_id = UUID(d.pop("transitionId"))

        version = d.pop("version")

        status = TransitionStatus(d.pop("status"))

        verdict = Verdict(d.pop("verdict"))

        draft_verdict = Verdict(d.pop("draftVerdict"))

        change = BackTestChange(d.pop("change"))

        model = d.pop("model")

        requested_at = datetime.datetime.fromisoformat(d.pop("requestedAt").replace("Z", "+00:00"))

        message = d.pop("message")

        back_test_item_response = cls(
            transition_id=transition_id,
            version=version,
            status=status,
            verdict=verdict,
            draft_verdict=draft_verdict,
            change=change,
            model=model,
            requested_at=requested_at,
            message=message,
        )

        back_test_item_response.additional_properties = d
        return back_test_item_response

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
