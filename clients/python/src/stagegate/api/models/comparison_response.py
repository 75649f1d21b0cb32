from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._pictured import PicturedReport

if TYPE_CHECKING:
    from ..models.compared_evaluations_response import ComparedEvaluationsResponse
    from ..models.comparison_row_response import ComparisonRowResponse
    from ..models.evaluation_dataset import EvaluationDataset
    from ..models.pooled_row_response import PooledRowResponse


T = TypeVar("T", bound="ComparisonResponse")


@_attrs_define(repr=False)
class ComparisonResponse(PicturedReport):
    challenger: int
    """ The version compared. """
    incumbent: int
    """ The version it is compared with. """
    gate_report_id: None | UUID
    """ The gate report whose verdicts stand beside the rows; null when none is looked at. """
    model: str
    """ Name of the model. """
    dataset: EvaluationDataset
    evaluations: ComparedEvaluationsResponse
    datasets: list[EvaluationDataset]
    """ All data that both were measured on, this one included, that of the newest evaluation of the challenger
    first. """
    rows: list[ComparisonRowResponse]
    """ Metric by slice, worst first. """
    pooled: list[PooledRowResponse]
    """ Small slices that the report judged together, of the metric and the feature asked for. """
    next_cursor: None | str
    """ Cursor of the rows that follow; null on the last page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        challenger = self.challenger

        incumbent = self.incumbent

        gate_report_id: None | str
        if isinstance(self.gate_report_id, UUID):
            gate_report_id = str(self.gate_report_id)
        else:
            gate_report_id = self.gate_report_id

        model = self.model

        dataset = self.dataset.to_dict()

        evaluations = self.evaluations.to_dict()

        datasets = []
        for datasets_item_data in self.datasets:
            datasets_item = datasets_item_data.to_dict()
            datasets.append(datasets_item)

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        pooled = []
        for pooled_item_data in self.pooled:
            pooled_item = pooled_item_data.to_dict()
            pooled.append(pooled_item)

        next_cursor: None | str
        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "challenger": challenger,
                "incumbent": incumbent,
                "gateReportId": gate_report_id,
                "model": model,
                "dataset": dataset,
                "evaluations": evaluations,
                "datasets": datasets,
                "rows": rows,
                "pooled": pooled,
                "nextCursor": next_cursor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.compared_evaluations_response import ComparedEvaluationsResponse  # noqa: PLC0415
        from ..models.comparison_row_response import ComparisonRowResponse  # noqa: PLC0415
        from ..models.evaluation_dataset import EvaluationDataset  # noqa: PLC0415
        from ..models.pooled_row_response import PooledRowResponse  # noqa: PLC0415

        d = dict(src_dict)
        challenger = d.pop("challenger")

        incumbent = d.pop("incumbent")

        def _parse_gate_report_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                gate_report_id_type_0 = UUID(data)

                return gate_report_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        gate_report_id = _parse_gate_report_id(d.pop("gateReportId"))

        model = d.pop("model")

        dataset = EvaluationDataset.from_dict(d.pop("dataset"))

        evaluations = ComparedEvaluationsResponse.from_dict(d.pop("evaluations"))

        datasets = []
        _datasets = d.pop("datasets")
        for datasets_item_data in _datasets:
            datasets_item = EvaluationDataset.from_dict(datasets_item_data)

            datasets.append(datasets_item)

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = ComparisonRowResponse.from_dict(rows_item_data)

            rows.append(rows_item)

        pooled = []
        _pooled = d.pop("pooled")
        for pooled_item_data in _pooled:
            pooled_item = PooledRowResponse.from_dict(pooled_item_data)

            pooled.append(pooled_item)

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("nextCursor"))

        comparison_response = cls(
            challenger=challenger,
            incumbent=incumbent,
            gate_report_id=gate_report_id,
            model=model,
            dataset=dataset,
            evaluations=evaluations,
            datasets=datasets,
            rows=rows,
            pooled=pooled,
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
