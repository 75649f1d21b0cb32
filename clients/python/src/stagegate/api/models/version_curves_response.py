from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.curve_kind import CurveKind

if TYPE_CHECKING:
    from ..models.curve_point_response import CurvePointResponse
    from ..models.evaluation_dataset import EvaluationDataset
    from ..models.slice_ import Slice


T = TypeVar("T", bound="VersionCurvesResponse")


@_attrs_define(repr=False)
class VersionCurvesResponse(Shown):
    version: int
    """ The version. """
    kind: CurveKind
    """ A picture of predictions. """
    slice_: Slice
    """ A slice as feature=value pairs, at most 8; {} is the whole. """
    evaluation_id: UUID
    """ Id of the evaluation that the same predictions gave. """
    rows: int
    """ Rows that the curve is drawn from. """
    model: str
    """ Name of the model. """
    dataset: EvaluationDataset
    points: list[CurvePointResponse]
    """ At most 200 points from left to right; none where no row is in the slice, or a ROC curve has one class
    alone. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        kind = self.kind.value

        slice_ = self.slice_.to_dict()

        evaluation_id = str(self.evaluation_id)

        rows = self.rows

        model = self.model

        dataset = self.dataset.to_dict()

        points = []
        for points_item_data in self.points:
            points_item = points_item_data.to_dict()
            points.append(points_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "kind": kind,
                "slice": slice_,
                "evaluationId": evaluation_id,
                "rows": rows,
                "model": model,
                "dataset": dataset,
                "points": points,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.curve_point_response import CurvePointResponse  # noqa: PLC0415
        from ..models.evaluation_dataset import EvaluationDataset  # noqa: PLC0415
        from ..models.slice_ import Slice  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        kind = CurveKind(d.pop("kind"))

        slice_ = Slice.from_dict(d.pop("slice"))

        evaluation_id = UUID(d.pop("evaluationId"))

        rows = d.pop("rows")

        model = d.pop("model")

        dataset = EvaluationDataset.from_dict(d.pop("dataset"))

        points = []
        _points = d.pop("points")
        for points_item_data in _points:
            points_item = CurvePointResponse.from_dict(points_item_data)

            points.append(points_item)

        version_curves_response = cls(
            version=version,
            kind=kind,
            slice_=slice_,
            evaluation_id=evaluation_id,
            rows=rows,
            model=model,
            dataset=dataset,
            points=points,
        )

        version_curves_response.additional_properties = d
        return version_curves_response

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
