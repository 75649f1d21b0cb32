"""What takes several calls, told once: a flow yields calls and pauses, and each client makes them in its own way."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar, cast
from uuid import UUID

from ._call import Call, segment
from ._frames import Handed
from ._predictions import POLL_SECONDS, evaluation_id, overdue
from ._request import headers_of
from .api.models import (
    ApprovalDecision,
    EvaluationResponse,
    EventPage,
    GateReportResponse,
    PredictionJobResponse,
    RequestedTransitionResponse,
    TransitionResponse,
    TransitionStatus,
)
from .api.operations import Operations
from .errors import (
    ApprovalPendingError,
    ApprovalRejectedError,
    ConflictError,
    NoOpenRequestError,
    PromotionCancelledError,
    PromotionError,
    PromotionStaleError,
    StagegateConnectionError,
    StagegateError,
    TooManyRequestsError,
    refusal,
)
from .outcomes import Outcome

T = TypeVar("T")

APPROVAL_POLL_SECONDS = 1.0
EVENT_WAIT_SECONDS = 20
"""How long a read waits for an event; shorter than a usual timeout and than what proxies take for silence."""
FIRST_EVENT_PAUSE_SECONDS = 0.2
LONGEST_EVENT_PAUSE_SECONDS = 15.0
EMPTY_PAGE_SECONDS = 1.0
"""From one empty page to the next, where a service does not wait for events."""


@dataclass(frozen=True)
class Pause:
    seconds: float


Asked: TypeAlias = str | UUID | Outcome | TransitionResponse | RequestedTransitionResponse
"""A request for a change of stage, its id, or its model."""

Flow: TypeAlias = Generator[Any, Any, T]
"""Yields calls and pauses, is sent the answers of the calls, and returns what it found."""


class _Calls(Operations):
    """The operations as calls that are not made yet, which only `answer` below may take."""

    def _send(self, call: Call[T]) -> T:
        return cast(T, call)


CALLS = _Calls()


def answer(call: T) -> Flow[T]:
    """The answer of an operation of CALLS, once the client that runs the flow has it."""
    return cast(T, (yield call))


def upload(model: str, version: int, handed: Handed, key: str | None) -> Flow[PredictionJobResponse]:
    path = f"/api/v1/models/{segment('model', model)}/versions/{segment('version', version)}"
    with handed.as_file() as (source, fitting):
        call = Call(
            "POST",
            f"{path}/evaluations/from-predictions",
            {202: PredictionJobResponse.from_dict},
            headers=headers_of({"Idempotency-Key": key}),
            json=fitting,
            file=source,
        )
        return cast(PredictionJobResponse, (yield call))


def wait_for_evaluation(job: PredictionJobResponse, seconds: float) -> Flow[EvaluationResponse]:
    end = time.monotonic() + seconds
    while (found := evaluation_id(job)) is None:
        if time.monotonic() >= end:
            raise overdue(job, seconds)
        yield Pause(POLL_SECONDS)
        job = yield from answer(CALLS.get_prediction_job(job.id))
    return (yield from answer(CALLS.get_evaluation(found)))


def evaluate(model: str, version: int, handed: Handed, seconds: float) -> Flow[EvaluationResponse]:
    job = yield from upload(model, version, handed, None)
    return (yield from wait_for_evaluation(job, seconds))


def promote(model: str, version: int, asked: Mapping[str, Any], wait: bool, seconds: float | None) -> Flow[Outcome]:
    outcome = yield from _ask(model, version, asked)
    if wait and outcome.pending:
        outcome = yield from _settlement(outcome, seconds)
    return _concluded(outcome)


def decide(
    decision: ApprovalDecision,
    asked: Asked,
    version: int | None,
    comment: str | None,
) -> Flow[Outcome]:
    id = yield from _open_request(asked, version)
    transition = yield from answer(CALLS.decide_transition(id, decision=decision, comment=comment))
    outcome = yield from _with_report(transition)
    return outcome if transition.status == TransitionStatus.REJECTED else _concluded(outcome)


def first_events(asked: Mapping[str, Any]) -> Flow[EventPage]:
    """The first page of the feed, at once, whether or not it holds an event."""
    return (yield from answer(CALLS.list_events(**asked)))


def next_events(asked: Mapping[str, Any], cursor: str, patience: float) -> Flow[EventPage]:
    """The page behind a cursor, once there is an event or nothing was told for a while; however often it takes."""
    began = time.monotonic()
    page = yield from _persistently({**asked, "cursor": cursor}, patience)
    early = EMPTY_PAGE_SECONDS - (time.monotonic() - began)
    if not page.items and early > 0:
        yield Pause(early)
    return page


def _persistently(asked: Mapping[str, Any], patience: float) -> Flow[EventPage]:
    pause = FIRST_EVENT_PAUSE_SECONDS
    # An answer that is awaited longer than the client has patience for would never come.
    seconds = min(EVENT_WAIT_SECONDS, int(patience / 2))
    while True:
        try:
            return (yield from answer(CALLS.list_events(**asked, wait_seconds=seconds)))
        except StagegateError as failure:
            if not _passing(failure):
                raise
        yield Pause(pause)
        pause = min(2 * pause, LONGEST_EVENT_PAUSE_SECONDS)


def _passing(failure: StagegateError) -> bool:
    """Whether a read that failed so may succeed later: the connection broke, or the service is away."""
    away = getattr(failure, "status", None) in (502, 503, 504)
    return away or isinstance(failure, (StagegateConnectionError, TooManyRequestsError))


def move(transition: RequestedTransitionResponse) -> Flow[Outcome]:
    """A change of stage that no approval is awaited for."""
    return _requested((yield from answer(transition)))


def _ask(model: str, version: int, asked: Mapping[str, Any]) -> Flow[Outcome]:
    """The request, or the one for the same stage that awaits approval already."""
    try:
        return _requested((yield from answer(CALLS.request_transition(model, version, asked))))
    except ConflictError as conflict:
        open_one = conflict.transition
        if conflict.code != "TRANSITION_OPEN" or open_one is None or open_one.to_stage != asked["to_stage"]:
            raise
        return (yield from _with_report(open_one))


def _settlement(outcome: Outcome, seconds: float | None) -> Flow[Outcome]:
    """Waits while it awaits approval, at most so many seconds."""
    end = None if seconds is None else time.monotonic() + seconds
    while outcome.pending:
        left = APPROVAL_POLL_SECONDS if end is None else end - time.monotonic()
        if left <= 0:
            raise ApprovalPendingError(outcome)
        yield Pause(min(left, APPROVAL_POLL_SECONDS))
        transition = yield from answer(CALLS.get_transition(outcome.transition.id))
        outcome = Outcome(transition, outcome.report)
    return (yield from _with_report(outcome.transition))


FAILURES: dict[str, type[PromotionError]] = {
    TransitionStatus.REJECTED: ApprovalRejectedError,
    TransitionStatus.CANCELLED: PromotionCancelledError,
    TransitionStatus.STALE: PromotionStaleError,
}


def _concluded(outcome: Outcome) -> Outcome:
    """The outcome that was wanted or is still possible; the exception for any other."""
    if outcome.status == TransitionStatus.REFUSED and outcome.report:
        raise refusal(outcome.transition, outcome.report)
    if outcome.applied or outcome.pending:
        return outcome
    raise FAILURES.get(outcome.status, PromotionError)(outcome)


def _with_report(transition: TransitionResponse) -> Flow[Outcome]:
    if transition.gate_report_id is None:
        return Outcome(transition, None)
    return Outcome(transition, (yield from answer(CALLS.get_gate_report(transition.gate_report_id))))


def _requested(transition: RequestedTransitionResponse) -> Outcome:
    document = transition.to_dict()
    report = transition.gate_report if isinstance(transition.gate_report, GateReportResponse) else None
    document.pop("gateReport", None)
    return Outcome(TransitionResponse.from_dict(document), report)


def _open_request(asked: Asked, version: int | None) -> Flow[UUID]:
    """The id as given, or that of the one request for the version that awaits approval."""
    if isinstance(asked, Outcome):
        return asked.transition.id
    if isinstance(asked, (TransitionResponse, RequestedTransitionResponse)):
        return asked.id
    if version is None:
        return _id(asked)
    model = str(asked)
    page = yield from answer(CALLS.list_model_transitions(model, status="awaiting_approval", version=version))
    if not page.items:
        raise NoOpenRequestError(f"No request for {model} {version} awaits approval.")
    if len(page.items) > 1:
        ids = ", ".join(str(one.id) for one in page.items)
        raise NoOpenRequestError(f"Several requests for {model} {version} await approval; name one by its id: {ids}")
    return page.items[0].id


def _id(text: str | UUID) -> UUID:
    try:
        return text if isinstance(text, UUID) else UUID(text)
    except ValueError as fault:
        raise ValueError(f"{text} is no id of a request; of a model, name the version as well.") from fault
