from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.transition_kind import TransitionKind
from ..models.verdict import Verdict

T = TypeVar("T", bound="TenureChangeResponse")


@_attrs_define(repr=False)
class TenureChangeResponse(Shown):
    transition_id: UUID
    """ Id of the transition. """
    version: int
    """ The version it moved. """
    kind: TransitionKind
    """ Kind of a change of stage. """
    gate_report_id: None | UUID
    """ The gate report it rests on; null when no gates judged. """
    verdict: None | Verdict
    """ What the gates said; null when they did not judge. """
    applied_by: str
    """ Whose call applied it. """
    requested_by: str
    """ Who asked for it. """
    approved_by: list[str]
    """ Who approved it, in the order of their decisions. """
    reason: None | str
    """ Why, in the words of who asked; null when nobody said. """
    evaluation_ids: list[str]
    """ The evaluations the gates judged by. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        transition_id = str(self.transition_id)

        version = self.version

        kind = self.kind.value

        gate_report_id: None | str
        if isinstance(self.gate_report_id, UUID):
            gate_report_id = str(self.gate_report_id)
        else:
            gate_report_id = self.gate_report_id

        verdict: None | str
        if isinstance(self.verdict, Verdict):
            verdict = self.verdict.value
        else:
            verdict = self.verdict

        applied_by = self.applied_by

        requested_by = self.requested_by

        approved_by = self.approved_by

        reason: None | str
        reason = self.reason

        evaluation_ids = self.evaluation_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "transitionId": transition_id,
                "version": version,
                "kind": kind,
                "gateReportId": gate_report_id,
                "verdict": verdict,
                "appliedBy": applied_by,
                "requestedBy": requested_by,
                "approvedBy": approved_by,
                "reason": reason,
                "evaluationIds": evaluation_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        transition_id = UUID(d.pop("transitionId"))

        version = d.pop("version")

        kind = TransitionKind(d.pop("kind"))

        def _parse_gate_report_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                gate_report_id_type_0 = UUID(data)

                return gate_report_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        gate_report_id = _parse_gate_report_id(d.pop("gateReportId"))

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

        applied_by = d.pop("appliedBy")

        requested_by = d.pop("requestedBy")

        approved_by = cast(list[str], d.pop("approvedBy"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        evaluation_ids = cast(list[str], d.pop("evaluationIds"))

        tenure_change_response = cls(
            transition_id=transition_id,
            version=version,
            kind=kind,
            gate_report_id=gate_report_id,
            verdict=verdict,
            applied_by=applied_by,
            requested_by=requested_by,
            approved_by=approved_by,
            reason=reason,
            evaluation_ids=evaluation_ids,
        )

        tenure_change_response.additional_properties = d
        return tenure_change_response

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
