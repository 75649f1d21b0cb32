"""The registry for programs without asyncio."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import count
from typing import Any, TypeVar
from uuid import UUID

import httpx2

from . import _settings as settings
from ._call import Call
from ._predictions import POLL_SECONDS, WAIT_SECONDS, evaluation_id, overdue
from .api.models import (
    AuditEventResponse,
    EvaluationResponse,
    GatedStage,
    PredictionJobResponse,
    SubmitPredictionsRequest,
)
from .api.operations import Operations
from .errors import StagegateConnectionError, error_of
from .retries import STANDARD_RETRIES, Retries

T = TypeVar("T")


class Stagegate(Operations):
    """The registry: every operation of the API is a method that returns its answer or raises a StagegateError.

    `url` is the service, such as `http://127.0.0.1:3000`, and `token` says who calls; unless given, both come from
    the environment, as STAGEGATE_URL and STAGEGATE_TOKEN. `timeout` is in seconds; `transport` replaces the network.
    """

    def __init__(
        self,
        url: str | None = None,
        token: str | None = None,
        *,
        timeout: float = settings.TIMEOUT_SECONDS,
        retries: Retries = STANDARD_RETRIES,
        user_agent: str | None = None,
        transport: httpx2.BaseTransport | None = None,
    ) -> None:
        self._retries = retries
        self._http = httpx2.Client(**settings.connection(url, token, timeout, user_agent), transport=transport)

    def __enter__(self) -> Stagegate:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connections."""
        self._http.close()

    def upload_predictions(
        self,
        model: str,
        version: int,
        file: str | os.PathLike[str],
        request: SubmitPredictionsRequest | Mapping[str, Any],
    ) -> PredictionJobResponse:
        """Hands in a prediction file, Parquet, CSV or NDJSON, from which the service computes an evaluation."""
        return self._send(settings.upload(model, version, file, request))

    def wait_for_evaluation(self, job: PredictionJobResponse, seconds: float = WAIT_SECONDS) -> EvaluationResponse:
        """The evaluation that a prediction job computes; PredictionsFailedError when none comes within the time."""
        end = time.monotonic() + seconds
        while (found := evaluation_id(job)) is None:
            if time.monotonic() >= end:
                raise overdue(job, seconds)
            time.sleep(POLL_SECONDS)
            job = self.get_prediction_job(job.id)
        return self.get_evaluation(found)

    def check_gates_as_markdown(self, model: str, version: int, to_stage: GatedStage | str) -> str:
        """The gate report of a check as Markdown, fit for a comment on a pull request."""
        return self._send(settings.check_as_markdown(model, version, to_stage))

    def gate_report_as_markdown(self, report_id: UUID | str) -> str:
        """A stored gate report as Markdown, fit for a comment on a pull request."""
        return self._send(settings.report_as_markdown(report_id))

    def export_audit_events(
        self,
        *,
        model: str | None = None,
        version: int | None = None,
        actor: str | None = None,
        action: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Iterator[AuditEventResponse]:
        """The audit record as a stream, oldest first; a stream that breaks raises and is not begun again."""
        params = settings.audit_filters(model, version, actor, action, since, until)
        try:
            with self._http.stream("GET", settings.EXPORT_PATH, params=params) as response:
                if response.status_code != 200:
                    response.read()
                    raise error_of(response)
                for line in response.iter_lines():
                    yield AuditEventResponse.from_dict(json.loads(line))
        except httpx2.TransportError as broken:
            raise StagegateConnectionError(f"The export broke off: {broken}") from broken

    def _send(self, call: Call[T]) -> T:
        headers = settings.headers_of(call)
        for attempt in count():
            response, failure = None, None
            try:
                with call.content() as content:
                    response = self._http.request(
                        call.method, call.path, params=call.params, headers=headers, **content
                    )
            except httpx2.TransportError as broken:
                failure = broken
            wait = self._retries.wait(call.method, attempt, response)
            if wait is None:
                return settings.answer(call, response, failure)
            time.sleep(wait)
        raise AssertionError("Some attempt is the last one.")
