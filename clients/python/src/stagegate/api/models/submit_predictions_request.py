from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.decimal_mark import DecimalMark
from ..models.prediction_format import PredictionFormat
from ..models.prediction_task import PredictionTask
from ..models.thousands_mark import ThousandsMark
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.evaluation_dataset import EvaluationDataset
    from ..models.prediction_columns import PredictionColumns


T = TypeVar("T", bound="SubmitPredictionsRequest")


@_attrs_define(repr=False)
class SubmitPredictionsRequest(Shown):
    task: PredictionTask
    """ What predictions answer. """
    dataset: EvaluationDataset
    columns: PredictionColumns
    environment: str | Unset = UNSET
    """ Class of machine that operational metrics such as latency were taken on. """
    label_definition: str | Unset = UNSET
    """ Version of the definition that the labels follow, such as churn-30d; evaluations by different ones are not
    compared unless the policy says so. """
    slice_definition: str | Unset = UNSET
    """ Version of the definition that the slices follow, such as age-bands-2; slices by different ones are not
    compared unless the policy says so. """
    slices: list[str] | Unset = UNSET
    """ Columns whose every value makes a slice. """
    crosses: list[list[str]] | Unset = UNSET
    """ Sets of slice columns whose every combination makes a slice, as in `[["sex", "race"]]`. """
    threshold: float | Unset = UNSET
    """ Binary without a prediction column: a score at or above it predicts the positive class; 0.5 unless given.
    """
    classes: list[str] | Unset = UNSET
    """ The classes; of binary predictions the negative one first, 0 and 1 unless given. """
    cutoffs: list[int] | Unset = UNSET
    """ Ranking: how many of the best ranked rows of a query count; 5 and 10 unless given. """
    format_: PredictionFormat | Unset = UNSET
    """ Format of a prediction file. """
    delimiter: str | Unset = UNSET
    """ What separates the columns of a CSV file. """
    decimal: DecimalMark | Unset = UNSET
    """ What separates the fraction of numbers in a CSV file. """
    thousands: ThousandsMark | Unset = UNSET
    """ What separates thousands in numbers of a CSV file. """
    uri: str | Unset = UNSET
    """ A file that the server may read, as a `file:` URL, instead of an upload. """
    digest: str | Unset = UNSET
    """ Digest of the file; a file with another one is refused. """
    compare_with: list[int] | Unset = UNSET
    """ Versions to compare with on the same rows; the one in Production unless given, none for an empty list. """
    evaluated_at: datetime.datetime | Unset = UNSET
    """ When it was measured; the time of the result unless given. """
    evaluator: str | Unset = UNSET
    """ What predicted, such as sklearn-1.2; the engine that measured unless given. """

    def to_dict(self) -> dict[str, Any]:
        task = self.task.value

        dataset = self.dataset.to_dict()

        columns = self.columns.to_dict()

        environment = self.environment

        label_definition = self.label_definition

        slice_definition = self.slice_definition

        slices: list[str] | Unset = UNSET
        if not isinstance(self.slices, Unset):
            slices = self.slices

        crosses: list[list[str]] | Unset = UNSET
        if not isinstance(self.crosses, Unset):
            crosses = []
            for crosses_item_data in self.crosses:
                crosses_item = crosses_item_data

                crosses.append(crosses_item)

        threshold = self.threshold

        classes: list[str] | Unset = UNSET
        if not isinstance(self.classes, Unset):
            classes = self.classes

        cutoffs: list[int] | Unset = UNSET
        if not isinstance(self.cutoffs, Unset):
            cutoffs = self.cutoffs

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value

        delimiter = self.delimiter

        decimal: str | Unset = UNSET
        if not isinstance(self.decimal, Unset):
            decimal = self.decimal.value

        thousands: str | Unset = UNSET
        if not isinstance(self.thousands, Unset):
            thousands = self.thousands.value

        uri = self.uri

        digest = self.digest

        compare_with: list[int] | Unset = UNSET
        if not isinstance(self.compare_with, Unset):
            compare_with = self.compare_with

        evaluated_at: str | Unset = self.evaluated_at.isoformat() if not isinstance(self.evaluated_at, Unset) else UNSET

        evaluator = self.evaluator

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "task": task,
                "dataset": dataset,
                "columns": columns,
            }
        )
        if environment is not UNSET:
            field_dict["environment"] = environment
        if label_definition is not UNSET:
            field_dict["labelDefinition"] = label_definition
        if slice_definition is not UNSET:
            field_dict["sliceDefinition"] = slice_definition
        if slices is not UNSET:
            field_dict["slices"] = slices
        if crosses is not UNSET:
            field_dict["crosses"] = crosses
        if threshold is not UNSET:
            field_dict["threshold"] = threshold
        if classes is not UNSET:
            field_dict["classes"] = classes
        if cutoffs is not UNSET:
            field_dict["cutoffs"] = cutoffs
        if format_ is not UNSET:
            field_dict["format"] = format_
        if delimiter is not UNSET:
            field_dict["delimiter"] = delimiter
        if decimal is not UNSET:
            field_dict["decimal"] = decimal
        if thousands is not UNSET:
            field_dict["thousands"] = thousands
        if uri is not UNSET:
            field_dict["uri"] = uri
        if digest is not UNSET:
            field_dict["digest"] = digest
        if compare_with is not UNSET:
            field_dict["compareWith"] = compare_with
        if evaluated_at is not UNSET:
            field_dict["evaluatedAt"] = evaluated_at
        if evaluator is not UNSET:
            field_dict["evaluator"] = evaluator

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evaluation_dataset import EvaluationDataset  # noqa: PLC0415
        from ..models.prediction_columns import PredictionColumns  # noqa: PLC0415

        d = dict(src_dict)
        task = PredictionTask(d.pop("task"))

        dataset = EvaluationDataset.from_dict(d.pop("dataset"))

        columns = PredictionColumns.from_dict(d.pop("columns"))

        environment = d.pop("environment", UNSET)

        label_definition = d.pop("labelDefinition", UNSET)

        slice_definition = d.pop("sliceDefinition", UNSET)

        slices = cast(list[str], d.pop("slices", UNSET))

        _crosses = d.pop("crosses", UNSET)
        crosses: list[list[str]] | Unset = UNSET
        if _crosses is not UNSET:
            crosses = []
            for crosses_item_data in _crosses:
                crosses_item = cast(list[str], crosses_item_data)

                crosses.append(crosses_item)

        threshold = d.pop("threshold", UNSET)

        classes = cast(list[str], d.pop("classes", UNSET))

        cutoffs = cast(list[int], d.pop("cutoffs", UNSET))

        _format_ = d.pop("format", UNSET)
        format_: PredictionFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = PredictionFormat(_format_)

        delimiter = d.pop("delimiter", UNSET)

        _decimal = d.pop("decimal", UNSET)
        decimal: DecimalMark | Unset
        if isinstance(_decimal, Unset):
            decimal = UNSET
        else:
            decimal = DecimalMark(_decimal)

        _thousands = d.pop("thousands", UNSET)
        thousands: ThousandsMark | Unset
        if isinstance(_thousands, Unset):
            thousands = UNSET
        else:
            thousands = ThousandsMark(_thousands)

        uri = d.pop("uri", UNSET)

        digest = d.pop("digest", UNSET)

        compare_with = cast(list[int], d.pop("compareWith", UNSET))

        _evaluated_at = d.pop("evaluatedAt", UNSET)
        evaluated_at: datetime.datetime | Unset
        if isinstance(_evaluated_at, Unset):
            evaluated_at = UNSET
        else:
            evaluated_at = datetime.datetime.fromisoformat(_evaluated_at.replace("Z", "+00:00"))

        evaluator = d.pop("evaluator", UNSET)

        submit_predictions_request = cls(
            task=task,
            dataset=dataset,
            columns=columns,
            environment=environment,
            label_definition=label_definition,
            slice_definition=slice_definition,
            slices=slices,
            crosses=crosses,
            threshold=threshold,
            classes=classes,
            cutoffs=cutoffs,
            format_=format_,
            delimiter=delimiter,
            decimal=decimal,
            thousands=thousands,
            uri=uri,
            digest=digest,
            compare_with=compare_with,
            evaluated_at=evaluated_at,
            evaluator=evaluator,
        )

        return submit_predictions_request
