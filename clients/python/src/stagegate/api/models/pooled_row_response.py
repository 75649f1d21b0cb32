from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.measure_status import MeasureStatus

if TYPE_CHECKING:
    from ..models.decision_bounds_response import DecisionBoundsResponse
    from ..models.slice_ import Slice


T = TypeVar("T", bound="PooledRowResponse")


@_attrs_define(repr=False)
class PooledRowResponse(Shown):
    status: MeasureStatus | None
    """ The worst that the rules of the report said; null where none judged it, or no report is looked at. """
    needed_n: int | None
    """ Rows in all that would settle it; null unless it is undecided and that is known. """
    members: list[Slice]
    """ The slices in it. """
    count: int | None
    """ Number of examples in all members. """
    id: str
    """ Identifier of the pool within the comparison. """
    metric: str
    """ The metric. """
    features: list[str]
    """ The features whose small slices are taken together. """
    challenger: float | None
    """ Value of the challenger, in units of the metric; null when it has none. """
    incumbent: float | None
    """ Value of the incumbent, in units of the metric; null when it has none. """
    delta: float | None
    """ Challenger minus incumbent, in units of the metric. """
    improvement: float | None
    """ The same with better as positive, in units of the metric. """
    rule_ids: list[str]
    """ Ids of the rules that judged it. """
    margin: float | None
    """ The loss that is allowed, in units of the metric; null where no rule compares. """
    decision: DecisionBoundsResponse | None
    """ The bounds that the verdict was decided on; null where none were computed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.decision_bounds_response import DecisionBoundsResponse  # noqa: PLC0415

        status: None | str
        if isinstance(self.status, MeasureStatus):
            status = self.status.value
        else:
            status = self.status

        needed_n: int | None
        needed_n = self.needed_n

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)

        count: int | None
        count = self.count

        id = self.id

        metric = self.metric

        features = self.features

        challenger: float | None
        challenger = self.challenger

        incumbent: float | None
        incumbent = self.incumbent

        delta: float | None
        delta = self.delta

        improvement: float | None
        improvement = self.improvement

        rule_ids = self.rule_ids

        margin: float | None
        margin = self.margin

        decision: dict[str, Any] | None
        if isinstance(self.decision, DecisionBoundsResponse):
            decision = self.decision.to_dict()
        else:
            decision = self.decision

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "neededN": needed_n,
                "members": members,
                "count": count,
                "id": id,
                "metric": metric,
                "features": features,
                "challenger": challenger,
                "incumbent": incumbent,
                "delta": delta,
                "improvement": improvement,
                "ruleIds": rule_ids,
                "margin": margin,
                "decision": decision,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.decision_bounds_response import DecisionBoundsResponse  # noqa: PLC0415
        from ..models.slice_ import Slice  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_status(data: object) -> MeasureStatus | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = MeasureStatus(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MeasureStatus | None, data)

        status = _parse_status(d.pop("status"))

        def _parse_needed_n(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        needed_n = _parse_needed_n(d.pop("neededN"))

        members = []
        _members = d.pop("members")
        for members_item_data in _members:
            members_item = Slice.from_dict(members_item_data)

            members.append(members_item)

        def _parse_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        count = _parse_count(d.pop("count"))

        id = d.pop("id")

        metric = d.pop("metric")

        features = cast(list[str], d.pop("features"))

        def _parse_challenger(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        challenger = _parse_challenger(d.pop("challenger"))

        def _parse_incumbent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        incumbent = _parse_incumbent(d.pop("incumbent"))

        def _parse_delta(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        delta = _parse_delta(d.pop("delta"))

        def _parse_improvement(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        improvement = _parse_improvement(d.pop("improvement"))

        rule_ids = cast(list[str], d.pop("ruleIds"))

        def _parse_margin(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        margin = _parse_margin(d.pop("margin"))

        def _parse_decision(data: object) -> DecisionBoundsResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                decision_type_0 = DecisionBoundsResponse.from_dict(data)

                return decision_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DecisionBoundsResponse | None, data)

        decision = _parse_decision(d.pop("decision"))

        pooled_row_response = cls(
            status=status,
            needed_n=needed_n,
            members=members,
            count=count,
            id=id,
            metric=metric,
            features=features,
            challenger=challenger,
            incumbent=incumbent,
            delta=delta,
            improvement=improvement,
            rule_ids=rule_ids,
            margin=margin,
            decision=decision,
        )

        pooled_row_response.additional_properties = d
        return pooled_row_response

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
