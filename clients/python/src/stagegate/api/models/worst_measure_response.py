from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.measure_status import MeasureStatus

if TYPE_CHECKING:
    from ..models.measure_limit_response import MeasureLimitResponse
    from ..models.slice_ import Slice


T = TypeVar("T", bound="WorstMeasureResponse")


@_attrs_define(repr=False)
class WorstMeasureResponse(Shown):
    slice_: Slice
    """ A slice as feature=value pairs, at most 8; {} is the whole. """
    status: MeasureStatus
    """ Outcome of a rule or a measure. """
    count: int | None
    """ Number of examples; null when nobody stated it. """
    rule_id: None | str
    """ The rule that measured it; null in a report that an earlier release stored. """
    metric: str
    """ The metric. """
    improvement: float | None
    """ Change against the incumbent with better as positive, in units of the metric; null where nothing was
    compared. """
    margin: float | None
    """ The loss that is allowed, in units of the metric; null where the rule names none. """
    limit: MeasureLimitResponse | None
    """ Where it stands to its limit; null where the rule sets none, nothing was measured, or an earlier release
    stored the report. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.measure_limit_response import MeasureLimitResponse  # noqa: PLC0415

        slice_ = self.slice_.to_dict()

        status = self.status.value

        count: int | None
        count = self.count

        rule_id: None | str
        rule_id = self.rule_id

        metric = self.metric

        improvement: float | None
        improvement = self.improvement

        margin: float | None
        margin = self.margin

        limit: dict[str, Any] | None
        if isinstance(self.limit, MeasureLimitResponse):
            limit = self.limit.to_dict()
        else:
            limit = self.limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slice": slice_,
                "status": status,
                "count": count,
                "ruleId": rule_id,
                "metric": metric,
                "improvement": improvement,
                "margin": margin,
                "limit": limit,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.measure_limit_response import MeasureLimitResponse  # noqa: PLC0415
        from ..models.slice_ import Slice  # noqa: PLC0415

        d = dict(src_dict)
        slice_ = Slice.from_dict(d.pop("slice"))

        status = MeasureStatus(d.pop("status"))

        def _parse_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        count = _parse_count(d.pop("count"))

        def _parse_rule_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rule_id = _parse_rule_id(d.pop("ruleId"))

        metric = d.pop("metric")

        def _parse_improvement(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        improvement = _parse_improvement(d.pop("improvement"))

        def _parse_margin(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        margin = _parse_margin(d.pop("margin"))

        def _parse_limit(data: object) -> MeasureLimitResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                limit_type_0 = MeasureLimitResponse.from_dict(data)

                return limit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MeasureLimitResponse | None, data)

        limit = _parse_limit(d.pop("limit"))

        worst_measure_response = cls(
            slice_=slice_,
            status=status,
            count=count,
            rule_id=rule_id,
            metric=metric,
            improvement=improvement,
            margin=margin,
            limit=limit,
        )

        worst_measure_response.additional_properties = d
        return worst_measure_response

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
