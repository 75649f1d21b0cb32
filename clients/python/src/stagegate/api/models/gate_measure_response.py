from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.evidence_level import EvidenceLevel
from ..models.measure_status import MeasureStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.measured_evaluations import MeasuredEvaluations
    from ..models.method_response import MethodResponse
    from ..models.observed_numbers import ObservedNumbers
    from ..models.required_numbers import RequiredNumbers
    from ..models.slice_ import Slice


T = TypeVar("T", bound="GateMeasureResponse")


@_attrs_define(repr=False)
class GateMeasureResponse(Shown):
    slice_: Slice
    """ A slice as feature=value pairs, at most 8; {} is the whole. """
    status: MeasureStatus
    """ Outcome of a rule or a measure. """
    metric: str
    """ The metric that was judged. """
    reason_code: str
    """ Stable reason of the status. """
    message: str
    """ The outcome with its numbers, for people. """
    observed: ObservedNumbers
    required: RequiredNumbers
    basis: str
    """ What the judgement rests on. """
    evaluations: MeasuredEvaluations
    needed_n: int | Unset = UNSET
    """ Rows in all that would settle an inconclusive measure. """
    evidence_level: EvidenceLevel | Unset = UNSET
    """ Strength of evidence, weakest first. """
    method: MethodResponse | Unset = UNSET
    remediation: str | Unset = UNSET
    """ What would help, when something would. """
    demoted: bool | Unset = UNSET
    """ True when the policy turns this measure into a warning. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        slice_ = self.slice_.to_dict()

        status = self.status.value

        metric = self.metric

        reason_code = self.reason_code

        message = self.message

        observed = self.observed.to_dict()

        required = self.required.to_dict()

        basis = self.basis

        evaluations = self.evaluations.to_dict()

        needed_n = self.needed_n

        evidence_level: str | Unset = UNSET
        if not isinstance(self.evidence_level, Unset):
            evidence_level = self.evidence_level.value

        method: dict[str, Any] | Unset = UNSET
        if not isinstance(self.method, Unset):
            method = self.method.to_dict()

        remediation = self.remediation

        demoted = self.demoted

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slice": slice_,
                "status": status,
                "metric": metric,
                "reasonCode": reason_code,
                "message": message,
                "observed": observed,
                "required": required,
                "basis": basis,
                "evaluations": evaluations,
            }
        )
        if needed_n is not UNSET:
            field_dict["neededN"] = needed_n
        if evidence_level is not UNSET:
            field_dict["evidenceLevel"] = evidence_level
        if method is not UNSET:
            field_dict["method"] = method
        if remediation is not UNSET:
            field_dict["remediation"] = remediation
        if demoted is not UNSET:
            field_dict["demoted"] = demoted

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.measured_evaluations import MeasuredEvaluations  # noqa: PLC0415
        from ..models.method_response import MethodResponse  # noqa: PLC0415
        from ..models.observed_numbers import ObservedNumbers  # noqa: PLC0415
        from ..models.required_numbers import RequiredNumbers  # noqa: PLC0415
        from ..models.slice_ import Slice  # noqa: PLC0415

        d = dict(src_dict)
        slice_ = Slice.from_dict(d.pop("slice"))

        status = MeasureStatus(d.pop("status"))

        metric = d.pop("metric")

        reason_code = d.pop("reasonCode")

        message = d.pop("message")

        observed = ObservedNumbers.from_dict(d.pop("observed"))

        required = RequiredNumbers.from_dict(d.pop("required"))

        basis = d.pop("basis")

        evaluations = MeasuredEvaluations.from_dict(d.pop("evaluations"))

        needed_n = d.pop("neededN", UNSET)

        _evidence_level = d.pop("evidenceLevel", UNSET)
        evidence_level: EvidenceLevel | Unset
        if isinstance(_evidence_level, Unset):
            evidence_level = UNSET
        else:
            evidence_level = EvidenceLevel(_evidence_level)

        _method = d.pop("method", UNSET)
        method: MethodResponse | Unset
        if isinstance(_method, Unset):
            method = UNSET
        else:
            method = MethodResponse.from_dict(_method)

        remediation = d.pop("remediation", UNSET)

        demoted = d.pop("demoted", UNSET)

        gate_measure_response = cls(
            slice_=slice_,
            status=status,
            metric=metric,
            reason_code=reason_code,
            message=message,
            observed=observed,
            required=required,
            basis=basis,
            evaluations=evaluations,
            needed_n=needed_n,
            evidence_level=evidence_level,
            method=method,
            remediation=remediation,
            demoted=demoted,
        )

        gate_measure_response.additional_properties = d
        return gate_measure_response

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
