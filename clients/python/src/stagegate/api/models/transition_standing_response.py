from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.transition_status import TransitionStatus

if TYPE_CHECKING:
    from ..models.approval_demand_response import ApprovalDemandResponse
    from ..models.foreseen_outcome_response import ForeseenOutcomeResponse
    from ..models.may_decide_response import MayDecideResponse
    from ..models.pin_standing_response import PinStandingResponse
    from ..models.transition_blocker_response import TransitionBlockerResponse


T = TypeVar("T", bound="TransitionStandingResponse")


@_attrs_define(repr=False)
class TransitionStandingResponse(Shown):
    id: UUID
    """ Identifier of the transition. """
    status: TransitionStatus
    """ Where a transition stands. """
    report_digest: None | str
    """ Digest of the gate report it rests on, to be sent back with a decision; null when no gate judged. """
    holds: bool
    """ Whether it is open and all that it is pinned to is as it was. """
    pins: list[PinStandingResponse]
    """ What it is pinned to, then and now; empty once it has its outcome. """
    blockers: list[TransitionBlockerResponse]
    """ Everything that stands in the way now, with who can clear it. """
    demand: ApprovalDemandResponse | None
    """ The approvals it waits for; null when it asks for none. """
    may_decide: MayDecideResponse
    if_approved: ForeseenOutcomeResponse | None
    """ What an approval by the caller would make of it now; null when the caller may not decide. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.approval_demand_response import ApprovalDemandResponse  # noqa: PLC0415
        from ..models.foreseen_outcome_response import ForeseenOutcomeResponse  # noqa: PLC0415

        id = str(self.id)

        status = self.status.value

        report_digest: None | str
        report_digest = self.report_digest

        holds = self.holds

        pins = []
        for pins_item_data in self.pins:
            pins_item = pins_item_data.to_dict()
            pins.append(pins_item)

        blockers = []
        for blockers_item_data in self.blockers:
            blockers_item = blockers_item_data.to_dict()
            blockers.append(blockers_item)

        demand: dict[str, Any] | None
        if isinstance(self.demand, ApprovalDemandResponse):
            demand = self.demand.to_dict()
        else:
            demand = self.demand

        may_decide = self.may_decide.to_dict()

        if_approved: dict[str, Any] | None
        if isinstance(self.if_approved, ForeseenOutcomeResponse):
            if_approved = self.if_approved.to_dict()
        else:
            if_approved = self.if_approved

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "status": status,
                "reportDigest": report_digest,
                "holds": holds,
                "pins": pins,
                "blockers": blockers,
                "demand": demand,
                "mayDecide": may_decide,
                "ifApproved": if_approved,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.approval_demand_response import ApprovalDemandResponse  # noqa: PLC0415
        from ..models.foreseen_outcome_response import ForeseenOutcomeResponse  # noqa: PLC0415
        from ..models.may_decide_response import MayDecideResponse  # noqa: PLC0415
        from ..models.pin_standing_response import PinStandingResponse  # noqa: PLC0415
        from ..models.transition_blocker_response import TransitionBlockerResponse  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        status = TransitionStatus(d.pop("status"))

        def _parse_report_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        report_digest = _parse_report_digest(d.pop("reportDigest"))

        holds = d.pop("holds")

        pins = []
        _pins = d.pop("pins")
        for pins_item_data in _pins:
            pins_item = PinStandingResponse.from_dict(pins_item_data)

            pins.append(pins_item)

        blockers = []
        _blockers = d.pop("blockers")
        for blockers_item_data in _blockers:
            blockers_item = TransitionBlockerResponse.from_dict(blockers_item_data)

            blockers.append(blockers_item)

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

        may_decide = MayDecideResponse.from_dict(d.pop("mayDecide"))

        def _parse_if_approved(data: object) -> ForeseenOutcomeResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                if_approved_type_0 = ForeseenOutcomeResponse.from_dict(data)

                return if_approved_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ForeseenOutcomeResponse | None, data)

        if_approved = _parse_if_approved(d.pop("ifApproved"))

        transition_standing_response = cls(
            id=id,
            status=status,
            report_digest=report_digest,
            holds=holds,
            pins=pins,
            blockers=blockers,
            demand=demand,
            may_decide=may_decide,
            if_approved=if_approved,
        )

        transition_standing_response.additional_properties = d
        return transition_standing_response

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
