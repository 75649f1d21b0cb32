"""The registry for programs without asyncio."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from functools import partial
from itertools import count
from typing import Any, Literal, TypeVar, cast

import httpx2

from . import _flows as flows
from . import _settings as settings
from ._call import Call
from ._flows import Flow, Pause
from ._prediction_verbs import PredictionVerbs
from ._promotion_verbs import PromotionVerbs
from ._request import query_of
from .api.models import AuditEventResponse, EventResponse
from .errors import StagegateConnectionError, error_of
from .retries import STANDARD_RETRIES, Retries

T = TypeVar("T")


class Stagegate(PromotionVerbs, PredictionVerbs):
    """The registry: every operation of the API is a method that returns its answer or raises a StagegateError.

    Args:
        url: The service, such as `http://127.0.0.1:3000`, with or without `/api/v1`; STAGEGATE_URL unless given.
        token: Who calls; STAGEGATE_TOKEN unless given.
        timeout: Seconds to wait for an answer.
        retries: How often what may be repeated is repeated.
        user_agent: What the service's log calls this program.
        transport: Replaces the network, for tests.

    Raises:
        ValueError: No address or token is there, or one of them cannot be one.

    Example:
        >>> with Stagegate("http://127.0.0.1:3000", token) as registry:
        ...     print(registry.get_stage("census-income", "Production").version)
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

    def __repr__(self) -> str:
        return f"Stagegate({settings.without_password(str(self._http.base_url))!r})"

    def __enter__(self) -> Stagegate:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connections; a client that is used in `with` does so by itself.

        Example:
            >>> registry.close()
        """
        self._http.close()

    def export_audit_events(
        self,
        *,
        model: str | None = None,
        version: int | None = None,
        actor: str | None = None,
        action: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        after: int | None = None,
        through: int | None = None,
        include: Literal["evidence"] | None = None,
    ) -> Iterator[AuditEventResponse]:
        """The audit record as a stream, oldest first; a stream that breaks raises and is not begun again.

        Args:
            model: Only events of this model.
            version: Only events of this version of it.
            actor: Only what this subject did.
            action: Only events of this action, such as `transition.applied`.
            since: Only events from this time on; one without a zone is local time.
            until: Only events before this time.
            after: Only events after this sequence, the last one of an export before that broke off or was stored.
            through: Only events up to this sequence, such as that of a checkpoint.
            include: `evidence` adds to each event where its evidence is.

        Raises:
            StagegateConnectionError: The stream broke off.
            UnexpectedAnswerError: It is none of the service, such as the page of a proxy.
            ForbiddenError: You may not read the audit record.

        Example:
            >>> for event in registry.export_audit_events(model="census-income"):
            ...     print(event.action)
        """
        params = settings.audit_filters(model, version, actor, action, since, until)
        params |= query_of({"after": after, "through": through, "include": include})
        try:
            with self._http.stream("GET", settings.EXPORT_PATH, params=params) as response:
                if not settings.is_export(response):
                    response.read()
                    raise error_of(response)
                for line in response.iter_lines():
                    yield settings.audit_event(line)
        except httpx2.TransportError as broken:
            raise StagegateConnectionError(f"The export broke off: {broken}") from broken

    def events(
        self,
        *,
        type: Sequence[str] | None = None,
        model: str | None = None,
        model_prefix: str | None = None,
        cursor: str | None = None,
    ) -> Iterator[EventResponse]:
        """Every event in its order, and then each as it happens, without end.

        After a broken connection, or while the service is away, it goes on from the last event; only a failure of the
        first request is raised.

        Args:
            type: Only events of these types, such as `dev.stagegate.transition.applied.v1`.
            model: Only events of this model, under its other names, too.
            model_prefix: Only events of models whose name began with this on that day.
            cursor: The id of the last event that was seen, or `now` for what is still to come; without it the first
                event of the registry comes first.

        Raises:
            StagegateConnectionError: The service cannot be reached at the beginning.
            UnauthenticatedError: The token does not hold any more.

        Example:
            >>> for event in registry.events(model="census-income", cursor="now"):
            ...     print(event.type_, event.subject)
        """
        asked = {"type": type, "model": model, "model_prefix": model_prefix}
        page = self._run(flows.first_events({**asked, "cursor": cursor}))
        while True:
            yield from page.items
            page = self._run(flows.next_events(asked, page.next_cursor, settings.patience(self._http.timeout)))

    def _run(self, flow: Flow[T]) -> T:
        resume: Callable[[], Any] = partial(next, flow)
        with closing(flow):
            while True:
                try:
                    step = resume()
                except StopIteration as end:
                    return cast(T, end.value)
                try:
                    resume = partial(flow.send, self._step(step))
                except Exception as failure:
                    resume = partial(flow.throw, failure)

    def _step(self, step: Any) -> Any:
        if isinstance(step, Pause):
            return time.sleep(step.seconds)
        return self._send(step)

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
