from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.evaluation_dataset import EvaluationDataset
    from ..models.evaluation_metric_value import EvaluationMetricValue
    from ..models.paired_evidence import PairedEvidence


T = TypeVar("T", bound="SubmitEvaluationRequest")


@_attrs_define(repr=False)
class SubmitEvaluationRequest(Shown):
    dataset: EvaluationDataset
    metrics: list[EvaluationMetricValue]
    """ The metrics, overall and per slice, each with its sample count; no metric twice on one slice. """
    environment: str | Unset = UNSET
    """ Class of machine that operational metrics such as latency were taken on. """
    label_definition: str | Unset = UNSET
    """ Version of the definition that the labels follow, such as churn-30d; evaluations by different ones are not
    compared unless the policy says so. """
    slice_definition: str | Unset = UNSET
    """ Version of the definition that the slices follow, such as age-bands-2; slices by different ones are not
    compared unless the policy says so. """
    evaluated_at: datetime.datetime | Unset = UNSET
    """ When it was measured; the time of submission unless given. """
    evaluator: str | Unset = UNSET
    """ What measured it, such as sklearn-1.2. """
    prediction_digest: str | Unset = UNSET
    """ Digest of the predictions; two versions with the same one predict the same. """
    paired: list[PairedEvidence] | Unset = UNSET
    """ Paired evidence against incumbents, per slice. """

    def to_dict(self) -> dict[str, Any]:
        dataset = self.dataset.to_dict()

        metrics = []
        for metrics_item_data in self.metrics:
            metrics_item = metrics_item_data.to_dict()
            metrics.append(metrics_item)

        environment = self.environment

        label_definition = self.label_definition

        slice_definition = self.slice_definition

        evaluated_at: str | Unset = self.evaluated_at.isoformat() if not isinstance(self.evaluated_at, Unset) else UNSET

        evaluator = self.evaluator

        prediction_digest = self.prediction_digest

        paired: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.paired, Unset):
            paired = []
            for paired_item_data in self.paired:
                paired_item = paired_item_data.to_dict()
                paired.append(paired_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "dataset": dataset,
                "metrics": metrics,
            }
        )
        if environment is not UNSET:
            field_dict["environment"] = environment
        if label_definition is not UNSET:
            field_dict["labelDefinition"] = label_definition
        if slice_definition is not UNSET:
            field_dict["sliceDefinition"] = slice_definition
        if evaluated_at is not UNSET:
            field_dict["evaluatedAt"] = evaluated_at
        if evaluator is not UNSET:
            field_dict["evaluator"] = evaluator
        if prediction_digest is not UNSET:
            field_dict["predictionDigest"] = prediction_digest
        if paired is not UNSET:
            field_dict["paired"] = paired

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evaluation_dataset import EvaluationDataset  # noqa: PLC0415
        from ..models.evaluation_metric_value import EvaluationMetricValue  # noqa: PLC0415
        from ..models.paired_evidence import PairedEvidence  # noqa: PLC0415

        d = dict(src_dict)
        dataset = EvaluationDataset.from_dict(d.pop("dataset"))

        metrics = []
        _metrics = d.pop("metrics")
        for metrics_item_data in _metrics:
            metrics_item = EvaluationMetricValue.from_dict(metrics_item_data)

            metrics.append(metrics_item)

        environment = d.pop("environment", UNSET)

        label_definition = d.pop("labelDefinition", UNSET)

        slice_definition = d.pop("sliceDefinition", UNSET)

        _evaluated_at = d.pop("evaluatedAt", UNSET)
        evaluated_at: datetime.datetime | Unset
        if isinstance(_evaluated_at, Unset):
            evaluated_at = UNSET
        else:
            evaluated_at = datetime.datetime.fromisoformat(_evaluated_at.replace("Z", "+00:00"))

        evaluator = d.pop("evaluator", UNSET)

        prediction_digest = d.pop("predictionDigest", UNSET)

        _paired = d.pop("paired", UNSET)
        paired: list[PairedEvidence] | Unset = UNSET
        if _paired is not UNSET:
            paired = []
            for paired_item_data in _paired:
                paired_item = PairedEvidence.from_dict(paired_item_data)

                paired.append(paired_item)

        submit_evaluation_request = cls(
            dataset=dataset,
            metrics=metrics,
            environment=environment,
            label_definition=label_definition,
            slice_definition=slice_definition,
            evaluated_at=evaluated_at,
            evaluator=evaluator,
            prediction_digest=prediction_digest,
            paired=paired,
        )

        return submit_evaluation_request
