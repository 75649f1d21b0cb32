from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.re_evaluation_standing import ReEvaluationStanding

if TYPE_CHECKING:
    from ..models.evaluation_dataset import EvaluationDataset
    from ..models.prediction_job_error import PredictionJobError


T = TypeVar("T", bound="ReEvaluationResponse")


@_attrs_define(repr=False)
class ReEvaluationResponse(Shown):
    version: int
    """ The version whose predictions are measured. """
    compared_with: int | None
    """ The version it is compared with row by row; null for none. """
    status: ReEvaluationStanding
    """ Where a measurement that is missing stands. """
    job_id: None | UUID
    """ The prediction job that computes it; null while none does. """
    evaluation_id: None | UUID
    """ The evaluation that came of it; null until there is one. """
    dataset: EvaluationDataset
    error: None | PredictionJobError
    """ Why it failed; null unless it did. """
    message: str
    """ What there is to do, for people. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.prediction_job_error import PredictionJobError  # noqa: PLC0415

        version = self.version

        compared_with: int | None
        compared_with = self.compared_with

        status = self.status.value

        job_id: None | str
        if isinstance(self.job_id, UUID):
            job_id = str(self.job_id)
        else:
            job_id = self.job_id

        evaluation_id: None | str
        if isinstance(self.evaluation_id, UUID):
            evaluation_id = str(self.evaluation_id)
        else:
            evaluation_id = self.evaluation_id

        dataset = self.dataset.to_dict()

        error: dict[str, Any] | None
        if isinstance(self.error, PredictionJobError):
            error = self.error.to_dict()
        else:
            error = self.error

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "comparedWith": compared_with,
                "status": status,
                "jobId": job_id,
                "evaluationId": evaluation_id,
                "dataset": dataset,
                "error": error,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evaluation_dataset import EvaluationDataset  # noqa: PLC0415
        from ..models.prediction_job_error import PredictionJobError  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        def _parse_compared_with(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        compared_with = _parse_compared_with(d.pop("comparedWith"))

        status = ReEvaluationStanding(d.pop("status"))

        def _parse_job_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                job_id_type_0 = UUID(data)

                return job_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        job_id = _parse_job_id(d.pop("jobId"))

        def _parse_evaluation_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                evaluation_id_type_0 = UUID(data)

                return evaluation_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        evaluation_id = _parse_evaluation_id(d.pop("evaluationId"))

        dataset = EvaluationDataset.from_dict(d.pop("dataset"))

        def _parse_error(data: object) -> None | PredictionJobError:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                error_type_0 = PredictionJobError.from_dict(data)

                return error_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PredictionJobError, data)

        error = _parse_error(d.pop("error"))

        message = d.pop("message")

        re_evaluation_response = cls(
            version=version,
            compared_with=compared_with,
            status=status,
            job_id=job_id,
            evaluation_id=evaluation_id,
            dataset=dataset,
            error=error,
            message=message,
        )

        re_evaluation_response.additional_properties = d
        return re_evaluation_response

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
