"""Client of the Stagegate model registry."""

from typing import TYPE_CHECKING

from .api.types import UNSET, Unset
from .async_client import AsyncStagegate
from .client import Stagegate
from .errors import (
    ConflictError,
    ForbiddenError,
    GatesRefusedError,
    InvalidRequestError,
    NotFoundError,
    PreconditionFailedError,
    PredictionsFailedError,
    ProblemError,
    ServiceError,
    StagegateConnectionError,
    StagegateError,
    StaleError,
    TooManyRequestsError,
    UnauthenticatedError,
    UnavailableError,
    UnexpectedAnswerError,
)
from .evaluation import evaluation
from .metrics_files import LeftOut, MetricsFile, read_metrics_file
from .pages import each, each_async
from .retries import Retries
from .tags import tagged, tagged_async

if TYPE_CHECKING:
    Conflict = ConflictError
    Forbidden = ForbiddenError
    GatesRefused = GatesRefusedError
    Invalid = InvalidRequestError
    NotFound = NotFoundError
    PredictionsFailed = PredictionsFailedError
    Problem = ProblemError
    Stale = StaleError
    Unauthenticated = UnauthenticatedError
    Unavailable = UnavailableError
    Unreachable = StagegateConnectionError
    Unreadable = UnexpectedAnswerError
else:
    from ._former_names import by_former_name as __getattr__  # noqa: F401

__all__ = [
    "ConflictError",
    "ForbiddenError",
    "GatesRefusedError",
    "InvalidRequestError",
    "NotFoundError",
    "PreconditionFailedError",
    "PredictionsFailedError",
    "ProblemError",
    "ServiceError",
    "StagegateConnectionError",
    "StagegateError",
    "StaleError",
    "TooManyRequestsError",
    "UnauthenticatedError",
    "UnavailableError",
    "UnexpectedAnswerError",
    "UNSET",
    "AsyncStagegate",
    "LeftOut",
    "MetricsFile",
    "Retries",
    "Stagegate",
    "Unset",
    "each",
    "each_async",
    "evaluation",
    "read_metrics_file",
    "tagged",
    "tagged_async",
]
