from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.evaluation_dataset import EvaluationDataset


T = TypeVar("T", bound="EvaluateStoredPredictionsRequest")


@_attrs_define(repr=False)
class EvaluateStoredPredictionsRequest(Shown):
    dataset: EvaluationDataset
    rows_of: int | Unset = UNSET
    """ The version whose kept predictions say rows, labels and slices; unless given, the last one measured on the
    dataset. """
    compare_with: list[int] | Unset = UNSET
    """ Versions to compare with on the same rows; the one in Production unless given, none for an empty list. """

    def to_dict(self) -> dict[str, Any]:
        dataset = self.dataset.to_dict()

        rows_of = self.rows_of

        compare_with: list[int] | Unset = UNSET
        if not isinstance(self.compare_with, Unset):
            compare_with = self.compare_with

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "dataset": dataset,
            }
        )
        if rows_of is not UNSET:
            field_dict["rowsOf"] = rows_of
        if compare_with is not UNSET:
            field_dict["compareWith"] = compare_with

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evaluation_dataset import EvaluationDataset  # noqa: PLC0415

        d = dict(src_dict)
        dataset = EvaluationDataset.from_dict(d.pop("dataset"))

        rows_of = d.pop("rowsOf", UNSET)

        compare_with = cast(list[int], d.pop("compareWith", UNSET))

        evaluate_stored_predictions_request = cls(
            dataset=dataset,
            rows_of=rows_of,
            compare_with=compare_with,
        )

        return evaluate_stored_predictions_request
