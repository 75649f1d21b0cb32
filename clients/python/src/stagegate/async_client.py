"""The registry for programs that use asyncio."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator, Mapping
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
from .api.operations import AsyncOperations
from .errors import StagegateConnectionError, error_of
from .retries import STANDARD_RETRIES, Retries

T = TypeVar("T")


class AsyncStagegate(AsyncOperations):
    """The registry, as `Stagegate` is, with every method to await."""

    def __init__(
        self,
        url: str | None = None,
        token: str | None = None,
        *,
        timeout: float = settings.TIMEOUT_SECONDS,
        retries: Retries = STANDARD_RETRIES,
        user_agent: str | None = None,
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        self._retries = retries
        self._http = httpx2.AsyncClient(**settings.connection(url, token, timeout, user_agent), transport=transport)

    async def __aenter__(self) -> AsyncStagegate:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends the connections."""
        await self._http.aclose()

    async def upload_predictions(
        self,
        model: str,
        version: int,
        file: str | os.PathLike[str],
        request: SubmitPredictionsRequest | Mapping[str, Any],
    ) -> PredictionJobResponse:
        """Hands in a prediction file, Parquet, CSV or NDJSON, from which the service computes an evaluation."""
        return await self._send(settings.upload(model, version, file, request))

    async def wait_for_evaluation(
        self, job: PredictionJobResponse, seconds: float = WAIT_SECONDS
    ) -> EvaluationResponse:
        """The evaluation that a prediction job computes; PredictionsFailedError when none comes within the time."""
        end = time.monotonic() + seconds
        while (found := evaluation_id(job)) is None:
            if time.monotonic() >= end:
                raise overdue(job, seconds)
            await asyncio.sleep(POLL_SECONDS)
            job = await self.get_prediction_job(job.id)
        return await self.get_evaluation(found)

    async def check_gates_as_markdown(self, model: str, version: int, to_stage: GatedStage | str) -> str:
        """The gate report of a check as Markdown, fit for a comment on a pull request."""
        return await self._send(settings.check_as_markdown(model, version, to_stage))

    async def gate_report_as_markdown(self, report_id: UUID | str) -> str:
        """A stored gate report as Markdown, fit for a comment on a pull request."""
        return await self._send(settings.report_as_markdown(report_id))

    async def export_audit_events(
        self,
        *,
        model: str | None = None,
        version: int | None = None,
        actor: str | None = None,
        action: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> AsyncIterator[AuditEventResponse]:
        """The audit record as a stream, oldest first; a stream that breaks raises and is not begun again."""
        params = settings.audit_filters(model, version, actor, action, since, until)
        try:
            async with self._http.stream("GET", settings.EXPORT_PATH, params=params) as response:
                if response.status_code != 200:
                    await response.aread()
                    raise error_of(response)
                async for line in response.aiter_lines():
                    yield AuditEventResponse.from_dict(json.loads(line))
        except httpx2.TransportError as broken:
            raise StagegateConnectionError(f"The export broke off: {broken}") from broken

    async def _send(self, call: Call[T]) -> T:
        headers = settings.headers_of(call)
        for attempt in count():
            response, failure = None, None
            try:
                with call.content() as content:
                    response = await self._http.request(
                        call.method, call.path, params=call.params, headers=headers, **content
                    )
            except httpx2.TransportError as broken:
                failure = broken
            wait = self._retries.wait(call.method, attempt, response)
            if wait is None:
                return settings.answer(call, response, failure)
            await asyncio.sleep(wait)
        raise AssertionError("Some attempt is the last one.")
