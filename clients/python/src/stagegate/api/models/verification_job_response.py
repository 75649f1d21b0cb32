from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.prediction_job_status import PredictionJobStatus

if TYPE_CHECKING:
    from ..models.audit_verification_response import AuditVerificationResponse


T = TypeVar("T", bound="VerificationJobResponse")


@_attrs_define(repr=False)
class VerificationJobResponse(Shown):
    id: UUID
    """ Identifier of the verification. """
    status: PredictionJobStatus
    """ Where a prediction job stands. """
    through: int
    """ Sequence of the event it is at; 0 before the first. """
    to: int | None
    """ Sequence of the event it ends with; null until that is known. """
    created_at: datetime.datetime
    """ When it was asked for. """
    finished_at: datetime.datetime | None
    """ When it ended; null until then. """
    error: None | str
    """ Why it failed; null unless it did. A record that does not fit is no failure: the result says so. """
    result: AuditVerificationResponse | None
    """ What it found; null until it succeeded. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.audit_verification_response import AuditVerificationResponse  # noqa: PLC0415

        id = str(self.id)

        status = self.status.value

        through = self.through

        to: int | None
        to = self.to

        created_at = self.created_at.isoformat()

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()

        else:
            finished_at = self.finished_at

        error: None | str
        error = self.error

        result: dict[str, Any] | None
        if isinstance(self.result, AuditVerificationResponse):
            result = self.result.to_dict()
        else:
            result = self.result

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "status": status,
                "through": through,
                "to": to,
                "createdAt": created_at,
                "finishedAt": finished_at,
                "error": error,
                "result": result,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_verification_response import AuditVerificationResponse  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        status = PredictionJobStatus(d.pop("status"))

        through = d.pop("through")

        def _parse_to(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        to = _parse_to(d.pop("to"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

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

        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))

        def _parse_result(data: object) -> AuditVerificationResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                result_type_0 = AuditVerificationResponse.from_dict(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AuditVerificationResponse | None, data)

        result = _parse_result(d.pop("result"))

        verification_job_response = cls(
            id=id,
            status=status,
            through=through,
            to=to,
            created_at=created_at,
            finished_at=finished_at,
            error=error,
            result=result,
        )

        verification_job_response.additional_properties = d
        return verification_job_response

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
