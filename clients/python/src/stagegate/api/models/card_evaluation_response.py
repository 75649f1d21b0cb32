from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.card_gap_response import CardGapResponse
    from ..models.card_measure_response import CardMeasureResponse
    from ..models.evaluation_dataset import EvaluationDataset


T = TypeVar("T", bound="CardEvaluationResponse")


@_attrs_define(repr=False)
class CardEvaluationResponse(Shown):
    id: UUID
    """ Id of the evaluation. """
    digest: str
    """ Digest of the evaluation. """
    slices_omitted: int
    """ How many metrics on slices are left out. """
    dataset: EvaluationDataset
    evaluated_at: datetime.datetime
    """ When it was measured. """
    evaluator: None | str
    """ What measured it; null when nobody stated it. """
    metrics: list[CardMeasureResponse]
    """ Every metric on the whole. """
    slices: list[CardMeasureResponse]
    """ Metrics on slices; of more than 200, those on the largest. """
    gaps: list[CardGapResponse]
    """ Of every metric and feature the widest difference between two values, the widest first. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        digest = self.digest

        slices_omitted = self.slices_omitted

        dataset = self.dataset.to_dict()

        evaluated_at = self.evaluated_at.isoformat()

        evaluator: None | str
        evaluator = self.evaluator

        metrics = []
        for metrics_item_data in self.metrics:
            metrics_item = metrics_item_data.to_dict()
            metrics.append(metrics_item)

        slices = []
        for slices_item_data in self.slices:
            slices_item = slices_item_data.to_dict()
            slices.append(slices_item)

        gaps = []
        for gaps_item_data in self.gaps:
            gaps_item = gaps_item_data.to_dict()
            gaps.append(gaps_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "digest": digest,
                "slicesOmitted": slices_omitted,
                "dataset": dataset,
                "evaluatedAt": evaluated_at,
                "evaluator": evaluator,
                "metrics": metrics,
                "slices": slices,
                "gaps": gaps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.card_gap_response import CardGapResponse  # noqa: PLC0415
        from ..models.card_measure_response import CardMeasureResponse  # noqa: PLC0415
        from ..models.evaluation_dataset import EvaluationDataset  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        digest = d.pop("digest")

        slices_omitted = d.pop("slicesOmitted")

        dataset = EvaluationDataset.from_dict(d.pop("dataset"))

        evaluated_at = datetime.datetime.fromisoformat(d.pop("evaluatedAt").replace("Z", "+00:00"))

        def _parse_evaluator(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        evaluator = _parse_evaluator(d.pop("evaluator"))

        metrics = []
        _metrics = d.pop("metrics")
        for metrics_item_data in _metrics:
            metrics_item = CardMeasureResponse.from_dict(metrics_item_data)

            metrics.append(metrics_item)

        slices = []
        _slices = d.pop("slices")
        for slices_item_data in _slices:
            slices_item = CardMeasureResponse.from_dict(slices_item_data)

            slices.append(slices_item)

        gaps = []
        _gaps = d.pop("gaps")
        for gaps_item_data in _gaps:
            gaps_item = CardGapResponse.from_dict(gaps_item_data)

            gaps.append(gaps_item)

        card_evaluation_response = cls(
            id=id,
            digest=digest,
            slices_omitted=slices_omitted,
            dataset=dataset,
            evaluated_at=evaluated_at,
            evaluator=evaluator,
            metrics=metrics,
            slices=slices,
            gaps=gaps,
        )

        card_evaluation_response.additional_properties = d
        return card_evaluation_response

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
