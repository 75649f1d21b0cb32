from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.prediction_columns_probabilities import PredictionColumnsProbabilities


T = TypeVar("T", bound="PredictionColumns")


@_attrs_define
class PredictionColumns:
    row_id: str
    """ Column with the id of each row, the same in every version's predictions; no two rows share one. """
    label: str
    """ Column with the true class or value; for a ranking the relevance, 0 or more. """
    prediction: str | Unset = UNSET
    """ Column with what was predicted; of binary predictions it may be left out, the score then decides. """
    score: str | Unset = UNSET
    """ Column with the score: of the positive class from 0 to 1, or what a ranking is ordered by, highest first.
    """
    weight: str | Unset = UNSET
    """ Column with the weight of each row; every metric but latencies is then weighted. """
    unit: str | Unset = UNSET
    """ Column that names the user, session or query of a row; rows of one are taken as dependent. """
    latency_ms: str | Unset = UNSET
    """ Column with the time each prediction took, in milliseconds. """
    probabilities: PredictionColumnsProbabilities | Unset = UNSET
    """ Multiclass: the column with the probability of each class. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        row_id = self.row_id

        label = self.label

        prediction = self.prediction

        score = self.score

        weight = self.weight

        unit = self.unit

        latency_ms = self.latency_ms

        probabilities: dict[str, Any] | Unset = UNSET
        if not isinstance(self.probabilities, Unset):
            probabilities = self.probabilities.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rowId": row_id,
                "label": label,
            }
        )
        if prediction is not UNSET:
            field_dict["prediction"] = prediction
        if score is not UNSET:
            field_dict["score"] = score
        if weight is not UNSET:
            field_dict["weight"] = weight
        if unit is not UNSET:
            field_dict["unit"] = unit
        if latency_ms is not UNSET:
            field_dict["latencyMs"] = latency_ms
        if probabilities is not UNSET:
            field_dict["probabilities"] = probabilities

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.prediction_columns_probabilities import PredictionColumnsProbabilities  # noqa: PLC0415

        d = dict(src_dict)
        row_id = d.pop("rowId")

        label = d.pop("label")

        prediction = d.pop("prediction", UNSET)

        score = d.pop("score", UNSET)

        weight = d.pop("weight", UNSET)

        unit = d.pop("unit", UNSET)

        latency_ms = d.pop("latencyMs", UNSET)

        _probabilities = d.pop("probabilities", UNSET)
        probabilities: PredictionColumnsProbabilities | Unset
        if isinstance(_probabilities, Unset):
            probabilities = UNSET
        else:
            probabilities = PredictionColumnsProbabilities.from_dict(_probabilities)

        prediction_columns = cls(
            row_id=row_id,
            label=label,
            prediction=prediction,
            score=score,
            weight=weight,
            unit=unit,
            latency_ms=latency_ms,
            probabilities=probabilities,
        )

        prediction_columns.additional_properties = d
        return prediction_columns

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
