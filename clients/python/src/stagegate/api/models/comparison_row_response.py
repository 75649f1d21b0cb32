from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.comparison_hint import ComparisonHint
from ..models.evidence_level import EvidenceLevel

if TYPE_CHECKING:
    from ..models.mc_nemar_response import McNemarResponse
    from ..models.slice_ import Slice


T = TypeVar("T", bound="ComparisonRowResponse")


@_attrs_define(repr=False)
class ComparisonRowResponse(Shown):
    slice_: Slice
    """ A slice as feature=value pairs, at most 8; {} is the whole. """
    count: int | None
    """ Number of examples. """
    evidence_level: EvidenceLevel
    """ Strength of evidence, weakest first. """
    hint: ComparisonHint
    """ What a row of a comparison suggests. """
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
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.mc_nemar_response import McNemarResponse  # noqa: PLC0415

        slice_ = self.slice_.to_dict()

        count: int | None
        count = self.count

        evidence_level = self.evidence_level.value

        hint = self.hint.value

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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slice": slice_,
                "count": count,
                "evidenceLevel": evidence_level,
                "hint": hint,
                "metric": metric,
                "challenger": challenger,
                "incumbent": incumbent,
                "delta": delta,
                "improvement": improvement,
                "lower": lower,
                "upper": upper,
                "mcnemar": mcnemar,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mc_nemar_response import McNemarResponse  # noqa: PLC0415
        from ..models.slice_ import Slice  # noqa: PLC0415

        d = dict(src_dict)
        slice_ = Slice.from_dict(d.pop("slice"))

        def _parse_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        count = _parse_count(d.pop("count"))

        evidence_level = EvidenceLevel(d.pop("evidenceLevel"))

        hint = ComparisonHint(d.pop("hint"))

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

        comparison_row_response = cls(
            slice_=slice_,
            count=count,
            evidence_level=evidence_level,
            hint=hint,
            metric=metric,
            challenger=challenger,
            incumbent=incumbent,
            delta=delta,
            improvement=improvement,
            lower=lower,
            upper=upper,
            mcnemar=mcnemar,
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
