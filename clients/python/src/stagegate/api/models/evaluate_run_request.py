from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.evaluation_dataset import EvaluationDataset


T = TypeVar("T", bound="EvaluateRunRequest")


@_attrs_define(repr=False)
class EvaluateRunRequest(Shown):
    environment: str | Unset = UNSET
    """ Class of machine that operational metrics such as latency were taken on. """
    label_definition: str | Unset = UNSET
    """ Version of the definition that the labels follow, such as churn-30d; evaluations by different ones are not
    compared unless the policy says so. """
    slice_definition: str | Unset = UNSET
    """ Version of the definition that the slices follow, such as age-bands-2; slices by different ones are not
    compared unless the policy says so. """
    run_id: str | Unset = UNSET
    """ The run of the tracking server whose metrics are taken; unless given the version's own, or that of its
    logged model. """
    dataset: EvaluationDataset | Unset = UNSET
    run_dataset: str | Unset = UNSET
    """ Name of the dataset in MLflow whose metrics are taken, where the model was measured on several; the name of
    `dataset` unless given. """
    split: str | Unset = UNSET
    """ Part of the dataset, such as test. """
    metrics: list[str] | Unset = UNSET
    """ Names of the metrics to take, as MLflow has them; all unless given. """
    prefix: str | Unset = UNSET
    """ Take only metrics whose name begins with this, such as `test_`, and leave it off. """

    def to_dict(self) -> dict[str, Any]:
        environment = self.environment

        label_definition = self.label_definition

        slice_definition = self.slice_definition

        run_id = self.run_id

        dataset: dict[str, Any] | Unset = UNSET
        if not isinstance(self.dataset, Unset):
            dataset = self.dataset.to_dict()

        run_dataset = self.run_dataset

        split = self.split

        metrics: list[str] | Unset = UNSET
        if not isinstance(self.metrics, Unset):
            metrics = self.metrics

        prefix = self.prefix

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if environment is not UNSET:
            field_dict["environment"] = environment
        if label_definition is not UNSET:
            field_dict["labelDefinition"] = label_definition
        if slice_definition is not UNSET:
            field_dict["sliceDefinition"] = slice_definition
        if run_id is not UNSET:
            field_dict["runId"] = run_id
        if dataset is not UNSET:
            field_dict["dataset"] = dataset
        if run_dataset is not UNSET:
            field_dict["runDataset"] = run_dataset
        if split is not UNSET:
            field_dict["split"] = split
        if metrics is not UNSET:
            field_dict["metrics"] = metrics
        if prefix is not UNSET:
            field_dict["prefix"] = prefix

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evaluation_dataset import EvaluationDataset  # noqa: PLC0415

        d = dict(src_dict)
        environment = d.pop("environment", UNSET)

        label_definition = d.pop("labelDefinition", UNSET)

        slice_definition = d.pop("sliceDefinition", UNSET)

        run_id = d.pop("runId", UNSET)

        _dataset = d.pop("dataset", UNSET)
        dataset: EvaluationDataset | Unset
        if isinstance(_dataset, Unset):
            dataset = UNSET
        else:
            dataset = EvaluationDataset.from_dict(_dataset)

        run_dataset = d.pop("runDataset", UNSET)

        split = d.pop("split", UNSET)

        metrics = cast(list[str], d.pop("metrics", UNSET))

        prefix = d.pop("prefix", UNSET)

        evaluate_run_request = cls(
            environment=environment,
            label_definition=label_definition,
            slice_definition=slice_definition,
            run_id=run_id,
            dataset=dataset,
            run_dataset=run_dataset,
            split=split,
            metrics=metrics,
            prefix=prefix,
        )

        return evaluate_run_request
