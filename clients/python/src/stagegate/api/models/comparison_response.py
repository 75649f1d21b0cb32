from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._pictured import PicturedReport

if TYPE_CHECKING:
    from ..models.compared_evaluations_response import ComparedEvaluationsResponse
    from ..models.comparison_row_response import ComparisonRowResponse
    from ..models.evaluation_dataset import EvaluationDataset


T = TypeVar("T", bound="ComparisonResponse")


@_attrs_define(repr=False)
class ComparisonResponse(PicturedReport):
    challenger: int
    """ The version compared. """
    incumbent: int
    """ The version it is compared with. """
    model: str
    """ Name of the model. """
    dataset: EvaluationDataset
    evaluations: ComparedEvaluationsResponse
    rows: list[ComparisonRowResponse]
    """ Metric by slice, worst first. """
    next_cursor: None | str
    """ Cursor of the rows that follow; null on the last page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        challenger = self.challenger

        incumbent = self.incumbent

        model = self.model

        dataset = self.dataset.to_dict()

        evaluations = self.evaluations.to_dict()

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        next_cursor: None | str
        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "challenger": challenger,
                "incumbent": incumbent,
                "model": model,
                "dataset": dataset,
                "evaluations": evaluations,
                "rows": rows,
                "nextCursor": next_cursor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.compared_evaluations_response import ComparedEvaluationsResponse  # noqa: PLC0415
        from ..models.comparison_row_response import ComparisonRowResponse  # noqa: PLC0415
        from ..models.evaluation_dataset import EvaluationDataset  # noqa: PLC0415

        d = dict(src_dict)
        challenger = d.pop("challenger")

        incumbent = d.pop("incumbent")

        model = d.pop("model")

        dataset = EvaluationDataset.from_dict(d.pop("dataset"))

        evaluations = ComparedEvaluationsResponse.from_dict(d.pop("evaluations"))

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = ComparisonRowResponse.from_dict(rows_item_data)

            rows.append(rows_item)

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("nextCursor"))

        comparison_response = cls(
            challenger=challenger,
            incumbent=incumbent,
            model=model,
            dataset=dataset,
            evaluations=evaluations,
            rows=rows,
            next_cursor=next_cursor,
        )

        comparison_response.additional_properties = d
        return comparison_response

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
