from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.comparison_hint import ComparisonHint
from ..models.evidence_level import EvidenceLevel
from ..models.measure_status import MeasureStatus
from ..models.metric_direction import MetricDirection
from ..models.metric_kind import MetricKind

if TYPE_CHECKING:
    from ..models.decision_bounds_response import DecisionBoundsResponse
    from ..models.mc_nemar_response import McNemarResponse
    from ..models.slice_ import Slice


T = TypeVar("T", bound="ComparisonRowResponse")


@_attrs_define(repr=False)
class ComparisonRowResponse(Shown):
    status: MeasureStatus | None
    """ The worst that the rules of the report said; null where none judged it, or no report is looked at. """
    needed_n: int | None
    """ Rows in all that would settle it; null unless it is undecided and that is known. """
    slice_: Slice
    """ A slice as feature=value pairs, at most 8; {} is the whole. """
    count: int | None
    """ Number of examples. """
    evidence_level: EvidenceLevel
    """ Strength of evidence, weakest first. """
    hint: ComparisonHint
    """ What a row of a comparison suggests. """
    direction: MetricDirection | None
    """ Which way is better; null for a metric that nobody declared. """
    kind: MetricKind | None
    """ What kind of number the metric is; null for one that nobody declared. """
    metric: str
    """ The metric. """
    challenger: float | None
    """ Value of the challenger, in units of the metric; null when it has none. """
    incumbent: float | None
    """ Value of the incumbent, in units of the metric; null when it has none. """
    delta: float | None
    """ Challenger minus incumbent, in units of the metric. """
    improvement: float | None
    """ The same with better as positive, in units of the metric; null for a metric of unknown direction. """
    lower: float | None
    """ Lower end of the two-sided 95 % interval of the delta, in units of the metric. """
    upper: float | None
    """ Upper end of the interval, in units of the metric. """
    mcnemar: McNemarResponse | None
    """ McNemar's test; null for metrics that are no share of the same rows, and without a table of both
    predictions. """
    unit: None | str
    """ Unit of the metric; null when it has none or nobody stated it. """
    pooled_in: None | str
    """ Id of the pooled row that the slice is judged in; null when it is judged alone. """
    rule_ids: list[str]
    """ Ids of the rules that judged it. """
    margin: float | None
    """ The loss that is allowed, in units of the metric; null where no rule compares. """
    decision: DecisionBoundsResponse | None
    """ The bounds that the verdict was decided on; null where none were computed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.decision_bounds_response import DecisionBoundsResponse  # noqa: PLC0415
        from ..models.mc_nemar_response import McNemarResponse  # noqa: PLC0415

        status: None | str
        if isinstance(self.status, MeasureStatus):
            status = self.status.value
        else:
            status = self.status

        needed_n: int | None
        needed_n = self.needed_n

        slice_ = self.slice_.to_dict()

        count: int | None
        count = self.count

        evidence_level = self.evidence_level.value

        hint = self.hint.value

        direction: None | str
        if isinstance(self.direction, MetricDirection):
            direction = self.direction.value
        else:
            direction = self.direction

        kind: None | str
        if isinstance(self.kind, MetricKind):
            kind = self.kind.value
        else:
            kind = self.kind

        metric = self.metric

        challenger: float | None
        challenger = self.challenger

        incumbent: float | None
        incumbent = self.incumbent

        delta: float | None
        delta = self.delta

        improvement: float | None
        improvement = self.improvement

        lower: float | None
        lower = self.lower

        upper: float | None
        upper = self.upper

        mcnemar: dict[str, Any] | None
        if isinstance(self.mcnemar, McNemarResponse):
            mcnemar = self.mcnemar.to_dict()
        else:
            mcnemar = self.mcnemar

        unit: None | str
        unit = self.unit

        pooled_in: None | str
        pooled_in = self.pooled_in

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
                "slice": slice_,
                "count": count,
                "evidenceLevel": evidence_level,
                "hint": hint,
                "direction": direction,
                "kind": kind,
                "metric": metric,
                "challenger": challenger,
                "incumbent": incumbent,
                "delta": delta,
                "improvement": improvement,
                "lower": lower,
                "upper": upper,
                "mcnemar": mcnemar,
                "unit": unit,
                "pooledIn": pooled_in,
                "ruleIds": rule_ids,
                "margin": margin,
                "decision": decision,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.decision_bounds_response import DecisionBoundsResponse  # noqa: PLC0415
        from ..models.mc_nemar_response import McNemarResponse  # noqa: PLC0415
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

        slice_ = Slice.from_dict(d.pop("slice"))

        def _parse_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        count = _parse_count(d.pop("count"))

        evidence_level = EvidenceLevel(d.pop("evidenceLevel"))

        hint = ComparisonHint(d.pop("hint"))

        def _parse_direction(data: object) -> MetricDirection | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                direction_type_0 = MetricDirection(data)

                return direction_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MetricDirection | None, data)

        direction = _parse_direction(d.pop("direction"))

        def _parse_kind(data: object) -> MetricKind | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = MetricKind(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MetricKind | None, data)

        kind = _parse_kind(d.pop("kind"))

        metric = d.pop("metric")

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

        def _parse_lower(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        lower = _parse_lower(d.pop("lower"))

        def _parse_upper(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        upper = _parse_upper(d.pop("upper"))

        def _parse_mcnemar(data: object) -> McNemarResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mcnemar_type_0 = McNemarResponse.from_dict(data)

                return mcnemar_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(McNemarResponse | None, data)

        mcnemar = _parse_mcnemar(d.pop("mcnemar"))

        def _parse_unit(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unit = _parse_unit(d.pop("unit"))

        def _parse_pooled_in(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        pooled_in = _parse_pooled_in(d.pop("pooledIn"))

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

        comparison_row_response = cls(
            status=status,
            needed_n=needed_n,
            slice_=slice_,
            count=count,
            evidence_level=evidence_level,
            hint=hint,
            direction=direction,
            kind=kind,
            metric=metric,
            challenger=challenger,
            incumbent=incumbent,
            delta=delta,
            improvement=improvement,
            lower=lower,
            upper=upper,
            mcnemar=mcnemar,
            unit=unit,
            pooled_in=pooled_in,
            rule_ids=rule_ids,
            margin=margin,
            decision=decision,
        )

        comparison_row_response.additional_properties = d
        return comparison_row_response

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
