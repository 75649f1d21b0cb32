from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.slice_ import Slice


T = TypeVar("T", bound="CardMeasureResponse")


@_attrs_define(repr=False)
class CardMeasureResponse(Shown):
    slice_: Slice
    """ A slice as feature=value pairs, at most 8; {} is the whole. """
    count: int | None
    """ Number of examples; null when nobody stated it. """
    metric: str
    """ The metric. """
    value: float | None
    """ Its value, in units of the metric; null when it is undefined. """
    lower: float | None
    """ Lower end of the interval, in units of the metric; null where the evidence gives none. """
    upper: float | None
    """ Upper end of the interval, in units of the metric; null likewise. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        slice_ = self.slice_.to_dict()

        count: int | None
        count = self.count

        metric = self.metric

        value: float | None
        value = self.value

        lower: float | None
        lower = self.lower

        upper: float | None
        upper = self.upper

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slice": slice_,
                "count": count,
                "metric": metric,
                "value": value,
                "lower": lower,
                "upper": upper,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.slice_ import Slice  # noqa: PLC0415

        d = dict(src_dict)
        slice_ = Slice.from_dict(d.pop("slice"))

        def _parse_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        count = _parse_count(d.pop("count"))

        metric = d.pop("metric")

        def _parse_value(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        value = _parse_value(d.pop("value"))

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

        card_measure_response = cls(
            slice_=slice_,
            count=count,
            metric=metric,
            value=value,
            lower=lower,
            upper=upper,
        )

        card_measure_response.additional_properties = d
        return card_measure_response

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
