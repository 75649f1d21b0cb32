from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.slice_ import Slice


T = TypeVar("T", bound="EvaluationMetricValue")


@_attrs_define(repr=False)
class EvaluationMetricValue(Shown):
    name: str
    """ Name of the metric, such as accuracy. """
    slice_: Slice | Unset = UNSET
    """ A slice as feature=value pairs, at most 8; {} is the whole. """
    count: int | Unset = UNSET
    """ Number of examples the value rests on. """
    standard_error: float | Unset = UNSET
    """ Standard error of the value, in the metric's unit. """
    ci_level: float | Unset = UNSET
    """ Two-sided level of the interval, between 0 and 1. """
    unit: str | Unset = UNSET
    """ Unit of the value, such as ms. """
    definition: str | Unset = UNSET
    """ Implementation and version, with averaging, threshold and weights, such as sklearn.f1@macro; different
    definitions are never compared. """
    value: float | Unset = UNSET
    """ The value, a finite number in the metric's unit. """
    undefined: bool | Unset = UNSET
    """ True when the metric is 0/0 on this slice; the value is left out then. """
    ci_low: float | Unset = UNSET
    """ Lower end of a confidence interval of the value, in the metric's unit. """
    ci_high: float | Unset = UNSET
    """ Upper end of the interval, in the metric's unit. """

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        slice_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.slice_, Unset):
            slice_ = self.slice_.to_dict()

        count = self.count

        standard_error = self.standard_error

        ci_level = self.ci_level

        unit = self.unit

        definition = self.definition

        value = self.value

        undefined = self.undefined

        ci_low = self.ci_low

        ci_high = self.ci_high

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if slice_ is not UNSET:
            field_dict["slice"] = slice_
        if count is not UNSET:
            field_dict["count"] = count
        if standard_error is not UNSET:
            field_dict["standardError"] = standard_error
        if ci_level is not UNSET:
            field_dict["ciLevel"] = ci_level
        if unit is not UNSET:
            field_dict["unit"] = unit
        if definition is not UNSET:
            field_dict["definition"] = definition
        if value is not UNSET:
            field_dict["value"] = value
        if undefined is not UNSET:
            field_dict["undefined"] = undefined
        if ci_low is not UNSET:
            field_dict["ciLow"] = ci_low
        if ci_high is not UNSET:
            field_dict["ciHigh"] = ci_high

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.slice_ import Slice  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        _slice_ = d.pop("slice", UNSET)
        slice_: Slice | Unset
        if isinstance(_slice_, Unset):
            slice_ = UNSET
        else:
            slice_ = Slice.from_dict(_slice_)

        count = d.pop("count", UNSET)

        standard_error = d.pop("standardError", UNSET)

        ci_level = d.pop("ciLevel", UNSET)

        unit = d.pop("unit", UNSET)

        definition = d.pop("definition", UNSET)

        value = d.pop("value", UNSET)

        undefined = d.pop("undefined", UNSET)

        ci_low = d.pop("ciLow", UNSET)

        ci_high = d.pop("ciHigh", UNSET)

        evaluation_metric_value = cls(
            name=name,
            slice_=slice_,
            count=count,
            standard_error=standard_error,
            ci_level=ci_level,
            unit=unit,
            definition=definition,
            value=value,
            undefined=undefined,
            ci_low=ci_low,
            ci_high=ci_high,
        )

        return evaluation_metric_value
