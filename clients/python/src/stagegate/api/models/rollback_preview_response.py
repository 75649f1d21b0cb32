from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.gate_report_response import GateReportResponse
    from ..models.rollback_target_response import RollbackTargetResponse
    from ..models.transition_blocker_response import TransitionBlockerResponse


T = TypeVar("T", bound="RollbackPreviewResponse")


@_attrs_define(repr=False)
class RollbackPreviewResponse(Shown):
    displaced_version: int | None
    """ The version in Production that would go to Archived; null when Production is empty. """
    production_afterwards: int | None
    """ The version that the stage Production and the alias champion answer afterwards; null while nothing stands
    there. """
    expected_incumbent: int | None
    """ The version in Production now, to be sent back as `expectedIncumbent`; null when it is empty. """
    model: str
    """ Name of the model. """
    target: None | RollbackTargetResponse
    """ The version that would be put back; null when there is none to return to. """
    allowed: bool
    """ Whether the rollback would be applied if the caller asked for it now. """
    blockers: list[TransitionBlockerResponse]
    """ Everything that stands in the way, with who can clear it; empty when it is allowed. """
    gates_required: bool
    """ Whether the policy lets the gates stand in the way of a rollback. """
    gate_report: GateReportResponse | None
    """ How the gates compare the target with the version it displaces; null when there is nothing to judge. It is
    not stored. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.gate_report_response import GateReportResponse  # noqa: PLC0415
        from ..models.rollback_target_response import RollbackTargetResponse  # noqa: PLC0415

        displaced_version: int | None
        displaced_version = self.displaced_version

        production_afterwards: int | None
        production_afterwards = self.production_afterwards

        expected_incumbent: int | None
        expected_incumbent = self.expected_incumbent

        model = self.model

        target: dict[str, Any] | None
        if isinstance(self.target, RollbackTargetResponse):
            target = self.target.to_dict()
        else:
            target = self.target

        allowed = self.allowed

        blockers = []
        for blockers_item_data in self.blockers:
            blockers_item = blockers_item_data.to_dict()
            blockers.append(blockers_item)

        gates_required = self.gates_required

        gate_report: dict[str, Any] | None
        if isinstance(self.gate_report, GateReportResponse):
            gate_report = self.gate_report.to_dict()
        else:
            gate_report = self.gate_report

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "displacedVersion": displaced_version,
                "productionAfterwards": production_afterwards,
                "expectedIncumbent": expected_incumbent,
                "model": model,
                "target": target,
                "allowed": allowed,
                "blockers": blockers,
                "gatesRequired": gates_required,
                "gateReport": gate_report,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.gate_report_response import GateReportResponse  # noqa: PLC0415
        from ..models.rollback_target_response import RollbackTargetResponse  # noqa: PLC0415
        from ..models.transition_blocker_response import TransitionBlockerResponse  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_displaced_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        displaced_version = _parse_displaced_version(d.pop("displacedVersion"))

        def _parse_production_afterwards(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        production_afterwards = _parse_production_afterwards(d.pop("productionAfterwards"))

        def _parse_expected_incumbent(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        expected_incumbent = _parse_expected_incumbent(d.pop("expectedIncumbent"))

        model = d.pop("model")

        def _parse_target(data: object) -> None | RollbackTargetResponse:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                target_type_0 = RollbackTargetResponse.from_dict(data)

                return target_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RollbackTargetResponse, data)

        target = _parse_target(d.pop("target"))

        allowed = d.pop("allowed")

        blockers = []
        _blockers = d.pop("blockers")
        for blockers_item_data in _blockers:
            blockers_item = TransitionBlockerResponse.from_dict(blockers_item_data)

            blockers.append(blockers_item)

        gates_required = d.pop("gatesRequired")

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

        rollback_preview_response = cls(
            displaced_version=displaced_version,
            production_afterwards=production_afterwards,
            expected_incumbent=expected_incumbent,
            model=model,
            target=target,
            allowed=allowed,
            blockers=blockers,
            gates_required=gates_required,
            gate_report=gate_report,
        )

        rollback_preview_response.additional_properties = d
        return rollback_preview_response

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
