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

if TYPE_CHECKING:
    from ..models.approval_demand_response import ApprovalDemandResponse
    from ..models.approval_response import ApprovalResponse
    from ..models.gate_report_response import GateReportResponse
    from ..models.may_decide_response import MayDecideResponse
    from ..models.override_response import OverrideResponse
    from ..models.report_summary_response import ReportSummaryResponse


T = TypeVar("T", bound="RequestedTransitionResponse")


@_attrs_define(repr=False)
class RequestedTransitionResponse(Shown):
    id: UUID
    """ Identifier of the transition. """
    version: int
    """ The version that moves. """
    gate_report_id: None | UUID
    """ The stored gate report; null for a move that no gate judges. """
    displaced_version: int | None
    """ The Production version that went to Archived in the same transaction. """
    gate_report: GateReportResponse | None
    """ The gate report the transition was judged by; null for a move that no gate judges. """
    model: str
    """ Name of the model. """
    from_stage: Stage
    """ Where a version stands. """
    to_stage: Stage
    """ Where a version stands. """
    kind: TransitionKind
    """ Kind of a change of stage. """
    status: TransitionStatus
    """ Where a transition stands. """
    requested_by: str
    """ Who asked for it. """
    requested_at: datetime.datetime
    """ When it was asked for. """
    reason: None | str
    """ Why, in the words of who asked. """
    summary: None | ReportSummaryResponse
    """ What the gates said, in short; null for a move that no gate judges. """
    demand: ApprovalDemandResponse | None
    """ The approvals that the transition waits for, or waited for; null when it asked for none. """
    expires_at: datetime.datetime | None
    """ When it ends unless it is decided before; null for one that awaits no approval, and for one of an earlier
    release. """
    may_decide: MayDecideResponse
    override: None | OverrideResponse
    """ How the gates are passed in an emergency; null for a transition of another kind. """
    approvals: list[ApprovalResponse]
    """ The decisions taken so far. """
    applied_at: datetime.datetime | None
    """ When the stage changed; null unless the transition was applied. """
    settled_at: datetime.datetime | None
    """ When the transition got its outcome; null while it awaits approval. """
    settled_by: None | str
    """ Whose call gave it its outcome. """
    code: None | str
    """ Stable reason of an outcome other than applied. """
    detail: None | str
    """ The same for people, or what approval is missing. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.approval_demand_response import ApprovalDemandResponse  # noqa: PLC0415
        from ..models.gate_report_response import GateReportResponse  # noqa: PLC0415
        from ..models.override_response import OverrideResponse  # noqa: PLC0415
        from ..models.report_summary_response import ReportSummaryResponse  # noqa: PLC0415

        id = str(self.id)

        version = self.version

        gate_report_id: None | str
        if isinstance(self.gate_report_id, UUID):
            gate_report_id = str(self.gate_report_id)
        else:
            gate_report_id = self.gate_report_id

        displaced_version: int | None
        displaced_version = self.displaced_version

        gate_report: dict[str, Any] | None
        if isinstance(self.gate_report, GateReportResponse):
            gate_report = self.gate_report.to_dict()
        else:
            gate_report = self.gate_report

        model = self.model

        from_stage = self.from_stage.value

        to_stage = self.to_stage.value

        kind = self.kind.value

        status = self.status.value

        requested_by = self.requested_by

        requested_at = self.requested_at.isoformat()

        reason: None | str
        reason = self.reason

        summary: dict[str, Any] | None
        if isinstance(self.summary, ReportSummaryResponse):
            summary = self.summary.to_dict()
        else:
            summary = self.summary

        demand: dict[str, Any] | None
        if isinstance(self.demand, ApprovalDemandResponse):
            demand = self.demand.to_dict()
        else:
            demand = self.demand

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()

        else:
            expires_at = self.expires_at

        may_decide = self.may_decide.to_dict()

        override: dict[str, Any] | None
        if isinstance(self.override, OverrideResponse):
            override = self.override.to_dict()
        else:
            override = self.override

        approvals = []
        for approvals_item_data in self.approvals:
            approvals_item = approvals_item_data.to_dict()
            approvals.append(approvals_item)

        applied_at: None | str
        if isinstance(self.applied_at, datetime.datetime):
            applied_at = self.applied_at.isoformat()

        else:
            applied_at = self.applied_at

        settled_at: None | str
        if isinstance(self.settled_at, datetime.datetime):
            settled_at = self.settled_at.isoformat()

        else:
            settled_at = self.settled_at

        settled_by: None | str
        settled_by = self.settled_by

        code: None | str
        code = self.code

        detail: None | str
        detail = self.detail

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "gateReportId": gate_report_id,
                "displacedVersion": displaced_version,
                "gateReport": gate_report,
                "model": model,
                "fromStage": from_stage,
                "toStage": to_stage,
                "kind": kind,
                "status": status,
                "requestedBy": requested_by,
                "requestedAt": requested_at,
                "reason": reason,
                "summary": summary,
                "demand": demand,
                "expiresAt": expires_at,
                "mayDecide": may_decide,
                "override": override,
                "approvals": approvals,
                "appliedAt": applied_at,
                "settledAt": settled_at,
                "settledBy": settled_by,
                "code": code,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.approval_demand_response import ApprovalDemandResponse  # noqa: PLC0415
        from ..models.approval_response import ApprovalResponse  # noqa: PLC0415
        from ..models.gate_report_response import GateReportResponse  # noqa: PLC0415
        from ..models.may_decide_response import MayDecideResponse  # noqa: PLC0415
        from ..models.override_response import OverrideResponse  # noqa: PLC0415
        from ..models.report_summary_response import ReportSummaryResponse  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        version = d.pop("version")

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

        def _parse_displaced_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        displaced_version = _parse_displaced_version(d.pop("displacedVersion"))

        def _parse_gate_report(data: object) -> GateReportResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                gate_report_type_0 = GateReportResponse.from_dict(data)

                return gate_report_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GateReportResponse | None, data)

        gate_report = _parse_gate_report(d.pop("gateReport"))

        model = d.pop("model")

        from_stage = Stage(d.pop("fromStage"))

        to_stage = Stage(d.pop("toStage"))

        kind = TransitionKind(d.pop("kind"))

        status = TransitionStatus(d.pop("status"))

        requested_by = d.pop("requestedBy")

        requested_at = datetime.datetime.fromisoformat(d.pop("requestedAt").replace("Z", "+00:00"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_summary(data: object) -> None | ReportSummaryResponse:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                summary_type_0 = ReportSummaryResponse.from_dict(data)

                return summary_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReportSummaryResponse, data)

        summary = _parse_summary(d.pop("summary"))

        def _parse_demand(data: object) -> ApprovalDemandResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                demand_type_0 = ApprovalDemandResponse.from_dict(data)

                return demand_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ApprovalDemandResponse | None, data)

        demand = _parse_demand(d.pop("demand"))

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

        may_decide = MayDecideResponse.from_dict(d.pop("mayDecide"))

        def _parse_override(data: object) -> None | OverrideResponse:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                override_type_0 = OverrideResponse.from_dict(data)

                return override_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OverrideResponse, data)

        override = _parse_override(d.pop("override"))

        approvals = []
        _approvals = d.pop("approvals")
        for approvals_item_data in _approvals:
            approvals_item = ApprovalResponse.from_dict(approvals_item_data)

            approvals.append(approvals_item)

        def _parse_applied_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                applied_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return applied_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        applied_at = _parse_applied_at(d.pop("appliedAt"))

        def _parse_settled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                settled_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return settled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        settled_at = _parse_settled_at(d.pop("settledAt"))

        def _parse_settled_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        settled_by = _parse_settled_by(d.pop("settledBy"))

        def _parse_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        code = _parse_code(d.pop("code"))

        def _parse_detail(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        detail = _parse_detail(d.pop("detail"))

        requested_transition_response = cls(
            id=id,
            version=version,
            gate_report_id=gate_report_id,
            displaced_version=displaced_version,
            gate_report=gate_report,
            model=model,
            from_stage=from_stage,
            to_stage=to_stage,
            kind=kind,
            status=status,
            requested_by=requested_by,
            requested_at=requested_at,
            reason=reason,
            summary=summary,
            demand=demand,
            expires_at=expires_at,
            may_decide=may_decide,
            override=override,
            approvals=approvals,
            applied_at=applied_at,
            settled_at=settled_at,
            settled_by=settled_by,
            code=code,
            detail=detail,
        )

        requested_transition_response.additional_properties = d
        return requested_transition_response

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
