"""Everything that can go wrong, as exceptions: catch the class, or branch on `code`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import httpx2

from .api.models import (
    GateReportResponse,
    ProblemErrorResponse,
    TransitionProblemResponse,
    TransitionResponse,
    TransitionStatus,
)

if TYPE_CHECKING:
    from .outcomes import Outcome


class StagegateError(Exception):
    """Whatever this package raises."""


class StagegateConnectionError(StagegateError):
    """No answer came; the cause is an error of httpx2."""


class UnexpectedAnswerError(StagegateError):
    """An answer that the API does not know, such as the page of a proxy."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"{status}: {text[:200]}")
        self.status = status


class PredictionsFailedError(StagegateError):
    """A prediction job ended without an evaluation."""


class UnknownFieldError(StagegateError, TypeError, ValueError):
    """A field that a request has not, such as a misspelt one; nothing was sent."""


class NoOpenRequestError(StagegateError, LookupError):
    """No request for the version awaits approval."""


class PromotionError(StagegateError):
    """A promotion that did not come about; `outcome` says where it stands."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(repr(outcome))
        self.outcome = outcome


class ApprovalPendingError(PromotionError):
    """The promotion still awaits approval after the time that was given to it."""


class ApprovalRejectedError(PromotionError):
    """An approver rejected the promotion."""


class PromotionCancelledError(PromotionError):
    """Somebody took the request back."""


class PromotionStaleError(PromotionError):
    """Incumbent, policy, evidence or artifact changed since the gates judged; ask again."""


class ProblemError(StagegateError):
    """An answer of 400 or above (RFC 9457)."""

    def __init__(self, document: TransitionProblemResponse) -> None:
        self.code: str = document.code
        """Stable: GATES_REFUSED, MODEL_NOT_FOUND and so on."""
        self.status: int = document.status
        self.title: str = document.title
        """The same sentence for every problem of the code."""
        self.detail: str = document.detail
        """What happened this time, and what to do about it."""
        self.errors: Sequence[ProblemErrorResponse] = document.errors or []
        """The faults of the request, each with a JSON Pointer."""
        self.request_id: str = document.request_id
        """Names the request in the service's log and audit record."""
        self.transition: TransitionResponse | None = document.transition or None
        """The recorded transition, where there is one."""
        self.gate_report: GateReportResponse | None = document.gate_report or None
        """What the gates said, where they were asked."""
        # The detail of some problems names their faults already.
        faults = [f"{fault.pointer}: {fault.detail}" for fault in self.errors if fault.detail not in self.detail]
        super().__init__("; ".join([f"{self.status} {self.code}: {self.detail}", *faults]))


class InvalidRequestError(ProblemError):
    """400, 413, 415, and 422 of another kind: the request is at fault."""


class UnauthenticatedError(ProblemError):
    """401: no token, or one that is not valid any more."""


class ForbiddenError(ProblemError):
    """403: the token's holder may not do this."""


class NotFoundError(ProblemError):
    """404: the model, version, stage or whatever was asked for is not there."""


class ConflictError(ProblemError):
    """409: the state of things forbids it; `code` says which."""


class StaleError(ConflictError):
    """Something moved since it was looked at: incumbent, policy, evidence, stage, artifact, or the ETag of If-Match."""


class PreconditionFailedError(StaleError):
    """412: the resource changed since its ETag was read."""


class GatesRefusedError(ProblemError):
    """The gates refused the version, or could not conclude; `report` says why."""

    @property
    def report(self) -> GateReportResponse:
        if self.gate_report is None:
            raise AttributeError("The refusal came without a gate report.")
        return self.gate_report


class UnavailableError(ProblemError):
    """The service is busy or has failed, and repetitions did not help."""


class TooManyRequestsError(UnavailableError):
    """429: too much at once; nothing was done."""


class ServiceError(UnavailableError):
    """500 and above: the service failed, or cannot work at the moment."""


BY_CODE: dict[str, type[ProblemError]] = {
    "GATES_REFUSED": GatesRefusedError,
    "STALE_INCUMBENT": StaleError,
    "STALE_POLICY": StaleError,
    "STALE_EVIDENCE": StaleError,
    "STALE_STAGE": StaleError,
    "ARTIFACT_DIGEST_MISMATCH": StaleError,
}

BY_STATUS: dict[int, type[ProblemError]] = {
    401: UnauthenticatedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    412: PreconditionFailedError,
    429: TooManyRequestsError,
}


def error_of(response: httpx2.Response) -> StagegateError:
    """The exception for an answer that is no success; its body has been read."""
    if not response.headers.get("Content-Type", "").startswith("application/problem+json"):
        return UnexpectedAnswerError(response.status_code, response.text)
    try:
        document = TransitionProblemResponse.from_dict(response.json())
    except (ValueError, KeyError, TypeError, AttributeError):
        return UnexpectedAnswerError(response.status_code, response.text)
    return _kind(document)(document)


def refusal(transition: TransitionResponse, report: GateReportResponse) -> GatesRefusedError:
    """The exception for a transition that the gates refused only when they judged it again at its approval."""
    code, detail = transition.code or "GATES_REFUSED", transition.detail or report.message
    told = {
        "type": "about:blank",
        "title": "The gates refused the version.",
        "status": 422,
        "code": code,
        "detail": detail,
    }
    document = TransitionProblemResponse.from_dict({**told, "instance": "", "requestId": ""})
    document.transition, document.gate_report = transition, report
    return GatesRefusedError(document)


def _kind(document: TransitionProblemResponse) -> type[ProblemError]:
    if document.code in BY_CODE:
        return BY_CODE[document.code]
    if document.status == 409 and document.transition and document.transition.status == TransitionStatus.STALE:
        return StaleError
    return BY_STATUS.get(document.status, ServiceError if document.status >= 500 else InvalidRequestError)
