from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.archived_record_response import ArchivedRecordResponse
    from ..models.broken_chain_response import BrokenChainResponse
    from ..models.clock_jump_response import ClockJumpResponse
    from ..models.not_covered_response import NotCoveredResponse
    from ..models.object_difference_response import ObjectDifferenceResponse


T = TypeVar("T", bound="AuditVerificationResponse")


@_attrs_define(repr=False)
class AuditVerificationResponse(Shown):
    events: int
    """ How many events were verified. """
    first_broken: int | None
    """ Sequence of the first event that does not fit; null when all do. """
    broken_chains: int
    """ How many chains are broken, those whose events no longer fit the objects they tell of among them. """
    through: int
    """ Sequence of the last event verified; 0 when there was none. To go on from here, ask for `from` one above it.
    """
    digest: str
    """ SHA-256 over the hashes of all events verified, in their order. Kept elsewhere with `through`, it is a
    checkpoint: the same `to` answers the same digest for ever. """
    objects: int
    """ How many objects were compared with the events that name them. """
    differing: int
    """ In how many fields objects differ from the record, those that stand without it or are missing counted once.
    """
    valid: bool
    """ Whether every chain is whole and every object is as the record tells. """
    reason: None | str
    """ What is wrong with it; null when nothing is. """
    broken: list[BrokenChainResponse]
    """ The broken chains, each with the first event that does not fit, in the order of these; at most 100. """
    started_at: datetime.datetime
    """ When the walk began; callers who come while it runs share its answer. """
    differences: list[ObjectDifferenceResponse]
    """ The objects that differ, in the order of their events, those without an event last; at most 100. """
    not_covered: list[NotCoveredResponse]
    """ Objects whose events, of earlier releases, tell too little of them to be compared as a whole. """
    clock_jump: ClockJumpResponse | None
    """ Where the database's clock was ahead of later events the furthest; null when times never went back by more
    than two seconds. """
    archived: ArchivedRecordResponse | None
    """ The part of the record whose content is in the archive; null while nothing is archived. """
    limits: str
    """ What no verification finds from inside, and what does. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.archived_record_response import ArchivedRecordResponse  # noqa: PLC0415
        from ..models.clock_jump_response import ClockJumpResponse  # noqa: PLC0415

        events = self.events

        first_broken: int | None
        first_broken = self.first_broken

        broken_chains = self.broken_chains

        through = self.through

        digest = self.digest

        objects = self.objects

        differing = self.differing

        valid = self.valid

        reason: None | str
        reason = self.reason

        broken = []
        for broken_item_data in self.broken:
            broken_item = broken_item_data.to_dict()
            broken.append(broken_item)

        started_at = self.started_at.isoformat()

        differences = []
        for differences_item_data in self.differences:
            differences_item = differences_item_data.to_dict()
            differences.append(differences_item)

        not_covered = []
        for not_covered_item_data in self.not_covered:
            not_covered_item = not_covered_item_data.to_dict()
            not_covered.append(not_covered_item)

        clock_jump: dict[str, Any] | None
        if isinstance(self.clock_jump, ClockJumpResponse):
            clock_jump = self.clock_jump.to_dict()
        else:
            clock_jump = self.clock_jump

        archived: dict[str, Any] | None
        if isinstance(self.archived, ArchivedRecordResponse):
            archived = self.archived.to_dict()
        else:
            archived = self.archived

        limits = self.limits

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "events": events,
                "firstBroken": first_broken,
                "brokenChains": broken_chains,
                "through": through,
                "digest": digest,
                "objects": objects,
                "differing": differing,
                "valid": valid,
                "reason": reason,
                "broken": broken,
                "startedAt": started_at,
                "differences": differences,
                "notCovered": not_covered,
                "clockJump": clock_jump,
                "archived": archived,
                "limits": limits,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.archived_record_response import ArchivedRecordResponse  # noqa: PLC0415
        from ..models.broken_chain_response import BrokenChainResponse  # noqa: PLC0415
        from ..models.clock_jump_response import ClockJumpResponse  # noqa: PLC0415
        from ..models.not_covered_response import NotCoveredResponse  # noqa: PLC0415
        from ..models.object_difference_response import ObjectDifferenceResponse  # noqa: PLC0415

        d = dict(src_dict)
        events = d.pop("events")

        def _parse_first_broken(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        first_broken = _parse_first_broken(d.pop("firstBroken"))

        broken_chains = d.pop("brokenChains")

        through = d.pop("through")

        digest = d.pop("digest")

        objects = d.pop("objects")

        differing = d.pop("differing")

        valid = d.pop("valid")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        broken = []
        _broken = d.pop("broken")
        for broken_item_data in _broken:
            broken_item = BrokenChainResponse.from_dict(broken_item_data)

            broken.append(broken_item)

        started_at = datetime.datetime.fromisoformat(d.pop("startedAt").replace("Z", "+00:00"))

        differences = []
        _differences = d.pop("differences")
        for differences_item_data in _differences:
            differences_item = ObjectDifferenceResponse.from_dict(differences_item_data)

            differences.append(differences_item)

        not_covered = []
        _not_covered = d.pop("notCovered")
        for not_covered_item_data in _not_covered:
            not_covered_item = NotCoveredResponse.from_dict(not_covered_item_data)

            not_covered.append(not_covered_item)

        def _parse_clock_jump(data: object) -> ClockJumpResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                clock_jump_type_0 = ClockJumpResponse.from_dict(data)

                return clock_jump_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ClockJumpResponse | None, data)

        clock_jump = _parse_clock_jump(d.pop("clockJump"))

        def _parse_archived(data: object) -> ArchivedRecordResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                archived_type_0 = ArchivedRecordResponse.from_dict(data)

                return archived_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ArchivedRecordResponse | None, data)

        archived = _parse_archived(d.pop("archived"))

        limits = d.pop("limits")

        audit_verification_response = cls(
            events=events,
            first_broken=first_broken,
            broken_chains=broken_chains,
            through=through,
            digest=digest,
            objects=objects,
            differing=differing,
            valid=valid,
            reason=reason,
            broken=broken,
            started_at=started_at,
            differences=differences,
            not_covered=not_covered,
            clock_jump=clock_jump,
            archived=archived,
            limits=limits,
        )

        audit_verification_response.additional_properties = d
        return audit_verification_response

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
