from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.permission import Permission
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.gate_report_response import GateReportResponse
    from ..models.problem_error_response import ProblemErrorResponse
    from ..models.transition_blocker_response import TransitionBlockerResponse
    from ..models.transition_response import TransitionResponse


T = TypeVar("T", bound="TransitionProblemResponse")


@_attrs_define(repr=False)
class TransitionProblemResponse(Shown):
    status: int
    """ The HTTP status, repeated. """
    code: str
    """ Stable name of the problem; programs branch on it. """
    type_: str
    """ Where this kind of problem is explained. """
    title: str
    """ The same short sentence for every problem of this code. """
    detail: str
    """ What happened this time and what to do about it. """
    instance: str
    """ The path that was asked for. """
    request_id: str
    """ Names the request in the service's log and in the audit record. """
    transition: TransitionResponse | Unset = UNSET
    gate_report: GateReportResponse | Unset = UNSET
    blockers: list[TransitionBlockerResponse] | Unset = UNSET
    """ Everything that stands in the way, with who can clear it; the code of the answer is that of the first. """
    until: datetime.datetime | None | Unset = UNSET
    """ Of what keeps the model as it is, such as FROZEN: when it ends by itself; null where it does not, or no end
    is in sight. """
    errors: list[ProblemErrorResponse] | Unset = UNSET
    """ Every fault of the request that was found. """
    permission: Permission | Unset = UNSET
    """ What a caller may do. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status = self.status

        code = self.code

        type_ = self.type_

        title = self.title

        detail = self.detail

        instance = self.instance

        request_id = self.request_id

        transition: dict[str, Any] | Unset = UNSET
        if not isinstance(self.transition, Unset):
            transition = self.transition.to_dict()

        gate_report: dict[str, Any] | Unset = UNSET
        if not isinstance(self.gate_report, Unset):
            gate_report = self.gate_report.to_dict()

        blockers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.blockers, Unset):
            blockers = []
            for blockers_item_data in self.blockers:
                blockers_item = blockers_item_data.to_dict()
                blockers.append(blockers_item)

        until: None | str | Unset
        if isinstance(self.until, Unset):
            until = UNSET
        elif isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()

        else:
            until = self.until

        errors: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = []
            for errors_item_data in self.errors:
                errors_item = errors_item_data.to_dict()
                errors.append(errors_item)

        permission: str | Unset = UNSET
        if not isinstance(self.permission, Unset):
            permission = self.permission.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "code": code,
                "type": type_,
                "title": title,
                "detail": detail,
                "instance": instance,
                "requestId": request_id,
            }
        )
        if transition is not UNSET:
            field_dict["transition"] = transition
        if gate_report is not UNSET:
            field_dict["gateReport"] = gate_report
        if blockers is not UNSET:
            field_dict["blockers"] = blockers
        if until is not UNSET:
            field_dict["until"] = until
        if errors is not UNSET:
            field_dict["errors"] = errors
        if permission is not UNSET:
            field_dict["permission"] = permission

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.gate_report_response import GateReportResponse  # noqa: PLC0415
        from ..models.problem_error_response import ProblemErrorResponse  # noqa: PLC0415
        from ..models.transition_blocker_response import TransitionBlockerResponse  # noqa: PLC0415
        from ..models.transition_response import TransitionResponse  # noqa: PLC0415

        d = dict(src_dict)
        status = d.pop("status")

        code = d.pop("code")

        type_ = d.pop("type")

        title = d.pop("title")

        detail = d.pop("detail")

        instance = d.pop("instance")

        request_id = d.pop("requestId")

        _transition = d.pop("transition", UNSET)
        transition: TransitionResponse | Unset
        if isinstance(_transition, Unset):
            transition = UNSET
        else:
            transition = TransitionResponse.from_dict(_transition)

        _gate_report = d.pop("gateReport", UNSET)
        gate_report: GateReportResponse | Unset
        if isinstance(_gate_report, Unset):
            gate_report = UNSET
        else:
            gate_report = GateReportResponse.from_dict(_gate_report)

        _blockers = d.pop("blockers", UNSET)
        blockers: list[TransitionBlockerResponse] | Unset = UNSET
        if _blockers is not UNSET:
            blockers = []
            for blockers_item_data in _blockers:
                blockers_item = TransitionBlockerResponse.from_dict(blockers_item_data)

                blockers.append(blockers_item)

        def _parse_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        until = _parse_until(d.pop("until", UNSET))

        _errors = d.pop("errors", UNSET)
        errors: list[ProblemErrorResponse] | Unset = UNSET
        if _errors is not UNSET:
            errors = []
            for errors_item_data in _errors:
                errors_item = ProblemErrorResponse.from_dict(errors_item_data)

                errors.append(errors_item)

        _permission = d.pop("permission", UNSET)
        permission: Permission | Unset
        if isinstance(_permission, Unset):
            permission = UNSET
        else:
            permission = Permission(_permission)

        transition_problem_response = cls(
            status=status,
            code=code,
            type_=type_,
            title=title,
            detail=detail,
            instance=instance,
            request_id=request_id,
            transition=transition,
            gate_report=gate_report,
            blockers=blockers,
            until=until,
            errors=errors,
            permission=permission,
        )

        transition_problem_response.additional_properties = d
        return transition_problem_response

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
