from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.prediction_job_status import PredictionJobStatus
from ..models.prediction_job_step import PredictionJobStep
from ..models.prediction_task import PredictionTask

if TYPE_CHECKING:
    from ..models.evaluation_dataset import EvaluationDataset
    from ..models.prediction_job_error import PredictionJobError
    from ..models.prediction_source import PredictionSource


T = TypeVar("T", bound="PredictionJobResponse")


@_attrs_define(repr=False)
class PredictionJobResponse(Shown):
    id: UUID
    """ Identifier of the job. """
    version: int
    """ The version that predicted. """
    status: PredictionJobStatus
    """ Where a prediction job stands. """
    task: PredictionTask
    """ What predictions answer. """
    rows_read: int
    """ Rows read so far. """
    rows_total: int | None
    """ Rows there are; null while that is not known. """
    evaluation_id: None | UUID
    """ The evaluation that came of it; null until the job succeeded. """
    attempts: int
    """ How often the job was begun; more than once when a process ended before the job did. """
    model: str
    """ Name of the model. """
    step: None | PredictionJobStep
    """ What a running job does now. """
    dataset: EvaluationDataset
    source: PredictionSource
    error: None | PredictionJobError
    """ Why the job failed; null unless it did. """
    warnings: list[str]
    """ What could not be computed besides, such as a comparison. """
    created_at: datetime.datetime
    """ When it was submitted. """
    created_by: str
    """ Who submitted it. """
    started_at: datetime.datetime | None
    """ When it was begun first. """
    finished_at: datetime.datetime | None
    """ When it ended. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.prediction_job_error import PredictionJobError  # noqa: PLC0415

        id = str(self.id)

        version = self.version

        status = self.status.value

        task = self.task.value

        rows_read = self.rows_read

        rows_total: int | None
        rows_total = self.rows_total

        evaluation_id: None | str
        if isinstance(self.evaluation_id, UUID):
            evaluation_id = str(self.evaluation_id)
        else:
            evaluation_id = self.evaluation_id

        attempts = self.attempts

        model = self.model

        step: None | str
        if isinstance(self.step, PredictionJobStep):
            step = self.step.value
        else:
            step = self.step

        dataset = self.dataset.to_dict()

        source = self.source.to_dict()

        error: dict[str, Any] | None
        if isinstance(self.error, PredictionJobError):
            error = self.error.to_dict()
        else:
            error = self.error

        warnings = self.warnings

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()

        else:
            started_at = self.started_at

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()

        else:
            finished_at = self.finished_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "status": status,
                "task": task,
                "rowsRead": rows_read,
                "rowsTotal": rows_total,
                "evaluationId": evaluation_id,
                "attempts": attempts,
                "model": model,
                "step": step,
                "dataset": dataset,
                "source": source,
                "error": error,
                "warnings": warnings,
                "createdAt": created_at,
                "createdBy": created_by,
                "startedAt": started_at,
                "finishedAt": finished_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evaluation_dataset import EvaluationDataset  # noqa: PLC0415
        from ..models.prediction_job_error import PredictionJobError  # noqa: PLC0415
        from ..models.prediction_source import PredictionSource  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        version = d.pop("version")

        status = PredictionJobStatus(d.pop("status"))

        task = PredictionTask(d.pop("task"))

        rows_read = d.pop("rowsRead")

        def _parse_rows_total(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rows_total = _parse_rows_total(d.pop("rowsTotal"))

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

        attempts = d.pop("attempts")

        model = d.pop("model")

        def _parse_step(data: object) -> None | PredictionJobStep:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                step_type_0 = PredictionJobStep(data)

                return step_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PredictionJobStep, data)

        step = _parse_step(d.pop("step"))

        dataset = EvaluationDataset.from_dict(d.pop("dataset"))

        source = PredictionSource.from_dict(d.pop("source"))

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

        warnings = cast(list[str], d.pop("warnings"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        created_by = d.pop("createdBy")

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("startedAt"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finishedAt"))

        prediction_job_response = cls(
            id=id,
            version=version,
            status=status,
            task=task,
            rows_read=rows_read,
            rows_total=rows_total,
            evaluation_id=evaluation_id,
            attempts=attempts,
            model=model,
            step=step,
            dataset=dataset,
            source=source,
            error=error,
            warnings=warnings,
            created_at=created_at,
            created_by=created_by,
            started_at=started_at,
            finished_at=finished_at,
        )

        prediction_job_response.additional_properties = d
        return prediction_job_response

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
