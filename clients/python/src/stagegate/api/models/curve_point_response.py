from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="CurvePointResponse")


@_attrs_define(repr=False)
class CurvePointResponse(Shown):
    x: float
    """ Calibration: mean score. ROC: false positive rate. Residuals: mean prediction, in units of the label. """
    y: float
    """ Calibration: share of positives, 0 to 1. ROC: true positive rate, 0 to 1. Residuals: mean of label minus
    prediction, in units of the label. """
    count: int
    """ Rows behind the point; of a ROC curve those whose score is as high or higher. """
    lower: float | None
    """ Residuals: the lowest tenth ends here, in units of the label; null of other curves. """
    upper: float | None
    """ Residuals: the highest tenth begins here, in units of the label; null of other curves. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        x = self.x

        y = self.y

        count = self.count

        lower: float | None
        lower = self.lower

        upper: float | None
        upper = self.upper

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "x": x,
                "y": y,
                "count": count,
                "lower": lower,
                "upper": upper,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        x = d.pop("x")

        y = d.pop("y")

        count = d.pop("count")

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

        curve_point_response = cls(
            x=x,
            y=y,
            count=count,
            lower=lower,
            upper=upper,
        )

        curve_point_response.additional_properties = d
        return curve_point_response

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
