from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.evaluation_dataset import EvaluationDataset
    from ..models.evaluation_metric_value import EvaluationMetricValue
    from ..models.paired_evidence import PairedEvidence


T = TypeVar("T", bound="EvaluationResponse")


@_attrs_define(repr=False)
class EvaluationResponse(Shown):
    id: UUID
    """ Identifier of the evaluation. """
    version: int
    """ The version that was measured. """
    prediction_digest: None | str
    """ Digest of the predictions. """
    digest: str
    """ Digest over the canonical form of what was submitted. """
    metric_count: int
    """ How many metrics it holds. """
    paired_count: int
    """ How many entries of paired evidence it holds. """
    model: str
    """ Name of the model. """
    dataset: EvaluationDataset
    evaluated_at: datetime.datetime
    """ When it was measured. """
    evaluator: None | str
    """ What measured it. """
    environment: None | str
    """ Class of machine that operational metrics were taken on. """
    label_definition: None | str
    """ Version of the definition that the labels follow. """
    slice_definition: None | str
    """ Version of the definition that the slices follow. """
    metrics: list[EvaluationMetricValue]
    """ The metrics, overall and per slice; none in a list that was asked for without them. """
    paired: list[PairedEvidence]
    """ Paired evidence against incumbents; none in a list that was asked for without it. """
    created_at: datetime.datetime
    """ When it was submitted. """
    created_by: str
    """ Who submitted it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        version = self.version

        prediction_digest: None | str
        prediction_digest = self.prediction_digest

        digest = self.digest

        metric_count = self.metric_count

        paired_count = self.paired_count

        model = self.model

        dataset = self.dataset.to_dict()

        evaluated_at = self.evaluated_at.isoformat()

        evaluator: None | str
        evaluator = self.evaluator

        environment: None | str
        environment = self.environment

        label_definition: None | str
        label_definition = self.label_definition

        slice_definition: None | str
        slice_definition = self.slice_definition

        metrics = []
        for metrics_item_data in self.metrics:
            metrics_item = metrics_item_data.to_dict()
            metrics.append(metrics_item)

        paired = []
        for paired_item_data in self.paired:
            paired_item = paired_item_data.to_dict()
            paired.append(paired_item)

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "predictionDigest": prediction_digest,
                "digest": digest,
                "metricCount": metric_count,
                "pairedCount": paired_count,
                "model": model,
                "dataset": dataset,
                "evaluatedAt": evaluated_at,
                "evaluator": evaluator,
                "environment": environment,
                "labelDefinition": label_definition,
                "sliceDefinition": slice_definition,
                "metrics": metrics,
                "paired": paired,
                "createdAt": created_at,
                "createdBy": created_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evaluation_dataset import EvaluationDataset  # noqa: PLC0415
        from ..models.evaluation_metric_value import EvaluationMetricValue  # noqa: PLC0415
        from ..models.paired_evidence import PairedEvidence  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        version = d.pop("version")

        def _parse_prediction_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        prediction_digest = _parse_prediction_digest(d.pop("predictionDigest"))

        digest = d.pop("digest")

        metric_count = d.pop("metricCount")

        paired_count = d.pop("pairedCount")

        model = d.pop("model")

        dataset = EvaluationDataset.from_dict(d.pop("dataset"))

        evaluated_at = datetime.datetime.fromisoformat(d.pop("evaluatedAt").replace("Z", "+00:00"))

        def _parse_evaluator(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        evaluator = _parse_evaluator(d.pop("evaluator"))

        def _parse_environment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        environment = _parse_environment(d.pop("environment"))

        def _parse_label_definition(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        label_definition = _parse_label_definition(d.pop("labelDefinition"))

        def _parse_slice_definition(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        slice_definition = _parse_slice_definition(d.pop("sliceDefinition"))

        metrics = []
        _metrics = d.pop("metrics")
        for metrics_item_data in _metrics:
            metrics_item = EvaluationMetricValue.from_dict(metrics_item_data)

            metrics.append(metrics_item)

        paired = []
        _paired = d.pop("paired")
        for paired_item_data in _paired:
            paired_item = PairedEvidence.from_dict(paired_item_data)

            paired.append(paired_item)

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        created_by = d.pop("createdBy")

        evaluation_response = cls(
            id=id,
            version=version,
            prediction_digest=prediction_digest,
            digest=digest,
            metric_count=metric_count,
            paired_count=paired_count,
            model=model,
            dataset=dataset,
            evaluated_at=evaluated_at,
            evaluator=evaluator,
            environment=environment,
            label_definition=label_definition,
            slice_definition=slice_definition,
            metrics=metrics,
            paired=paired,
            created_at=created_at,
            created_by=created_by,
        )

        evaluation_response.additional_properties = d
        return evaluation_response

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
