from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.prediction_columns_probabilities import PredictionColumnsProbabilities


T = TypeVar("T", bound="PredictionColumns")


@_attrs_define(repr=False)
class PredictionColumns(Shown):
    label: str
    """ Column with the true class or value; for a ranking the relevance, 0 or more. """
    row_id: list[str] | str | Unset = UNSET
    """ Column with the id of each row, alike in every version's file, or a list of columns that are it together;
    without one nothing can be paired. `#1` is the first column, whatever its name. """
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

    def to_dict(self) -> dict[str, Any]:
        label = self.label

        row_id: list[str] | str | Unset
        if isinstance(self.row_id, Unset):
            row_id = UNSET
        elif isinstance(self.row_id, list):
            row_id = self.row_id

        else:
            row_id = self.row_id

        prediction = self.prediction

        score = self.score

        weight = self.weight

        unit = self.unit

        latency_ms = self.latency_ms

        probabilities: dict[str, Any] | Unset = UNSET
        if not isinstance(self.probabilities, Unset):
            probabilities = self.probabilities.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "label": label,
            }
        )
        if row_id is not UNSET:
            field_dict["rowId"] = row_id
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
        label = d.pop("label")

        def _parse_row_id(data: object) -> list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                row_id_type_1 = cast(list[str], data)

                return row_id_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | str | Unset, data)

        row_id = _parse_row_id(d.pop("rowId", UNSET))

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
            label=label,
            row_id=row_id,
            prediction=prediction,
            score=score,
            weight=weight,
            unit=unit,
            latency_ms=latency_ms,
            probabilities=probabilities,
        )

        return prediction_columns
