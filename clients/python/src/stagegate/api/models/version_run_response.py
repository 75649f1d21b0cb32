from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.version_run_status import VersionRunStatus

if TYPE_CHECKING:
    from ..models.run_dataset_response import RunDatasetResponse
    from ..models.version_run_response_metrics import VersionRunResponseMetrics
    from ..models.version_run_response_params import VersionRunResponseParams
    from ..models.version_run_response_signature_type_0 import VersionRunResponseSignatureType0


T = TypeVar("T", bound="VersionRunResponse")


@_attrs_define(repr=False)
class VersionRunResponse(Shown):
    status: VersionRunStatus
    """ Whether the run of a version was read. """
    left_out: int
    """ How many params and metrics were more than is kept, 1,000 of each and 200,000 characters. """
    server: str
    """ Address of the tracking server that was asked. """
    run_id: None | str
    """ The run that the version names, or that its logged model came from; null while that is unknown. """
    read_at: datetime.datetime | None
    """ When it was read, or given up; null before. """
    reason: None | str
    """ Why it could not be read; null when it was, or may be still. """
    name: None | str
    """ Name of the run. """
    state: None | str
    """ State of the run as the tracking server says it, such as FINISHED. """
    user: None | str
    """ Who ran it, as the tracking server says. """
    started_at: datetime.datetime | None
    """ When it began. """
    ended_at: datetime.datetime | None
    """ When it ended. """
    params: VersionRunResponseParams
    """ Its parameters. """
    metrics: VersionRunResponseMetrics
    """ The last value of each of its metrics, in the metric's own unit; finite ones alone. """
    datasets: list[RunDatasetResponse]
    """ The datasets that went into it. """
    git_commit: None | str
    """ The commit of the training code. """
    signature: None | VersionRunResponseSignatureType0
    """ Inputs, outputs and params of the model, as MLflow writes them. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.version_run_response_signature_type_0 import VersionRunResponseSignatureType0  # noqa: PLC0415

        status = self.status.value

        left_out = self.left_out

        server = self.server

        run_id: None | str
        run_id = self.run_id

        read_at: None | str
        if isinstance(self.read_at, datetime.datetime):
            read_at = self.read_at.isoformat()

        else:
            read_at = self.read_at

        reason: None | str
        reason = self.reason

        name: None | str
        name = self.name

        state: None | str
        state = self.state

        user: None | str
        user = self.user

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()

        else:
            started_at = self.started_at

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()

        else:
            ended_at = self.ended_at

        params = self.params.to_dict()

        metrics = self.metrics.to_dict()

        datasets = []
        for datasets_item_data in self.datasets:
            datasets_item = datasets_item_data.to_dict()
            datasets.append(datasets_item)

        git_commit: None | str
        git_commit = self.git_commit

        signature: dict[str, Any] | None
        if isinstance(self.signature, VersionRunResponseSignatureType0):
            signature = self.signature.to_dict()
        else:
            signature = self.signature

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "leftOut": left_out,
                "server": server,
                "runId": run_id,
                "readAt": read_at,
                "reason": reason,
                "name": name,
                "state": state,
                "user": user,
                "startedAt": started_at,
                "endedAt": ended_at,
                "params": params,
                "metrics": metrics,
                "datasets": datasets,
                "gitCommit": git_commit,
                "signature": signature,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.run_dataset_response import RunDatasetResponse  # noqa: PLC0415
        from ..models.version_run_response_metrics import VersionRunResponseMetrics  # noqa: PLC0415
        from ..models.version_run_response_params import VersionRunResponseParams  # noqa: PLC0415
        from ..models.version_run_response_signature_type_0 import VersionRunResponseSignatureType0  # noqa: PLC0415

        d = dict(src_dict)
        status = VersionRunStatus(d.pop("status"))

        left_out = d.pop("leftOut")

        server = d.pop("server")

        def _parse_run_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        run_id = _parse_run_id(d.pop("runId"))

        def _parse_read_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                read_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return read_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        read_at = _parse_read_at(d.pop("readAt"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_state(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        state = _parse_state(d.pop("state"))

        def _parse_user(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user = _parse_user(d.pop("user"))

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

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("endedAt"))

        params = VersionRunResponseParams.from_dict(d.pop("params"))

        metrics = VersionRunResponseMetrics.from_dict(d.pop("metrics"))

        datasets = []
        _datasets = d.pop("datasets")
        for datasets_item_data in _datasets:
            datasets_item = RunDatasetResponse.from_dict(datasets_item_data)

            datasets.append(datasets_item)

        def _parse_git_commit(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        git_commit = _parse_git_commit(d.pop("gitCommit"))

        def _parse_signature(data: object) -> None | VersionRunResponseSignatureType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                signature_type_0 = VersionRunResponseSignatureType0.from_dict(data)

                return signature_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | VersionRunResponseSignatureType0, data)

        signature = _parse_signature(d.pop("signature"))

        version_run_response = cls(
            status=status,
            left_out=left_out,
            server=server,
            run_id=run_id,
            read_at=read_at,
            reason=reason,
            name=name,
            state=state,
            user=user,
            started_at=started_at,
            ended_at=ended_at,
            params=params,
            metrics=metrics,
            datasets=datasets,
            git_commit=git_commit,
            signature=signature,
        )

        version_run_response.additional_properties = d
        return version_run_response

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
