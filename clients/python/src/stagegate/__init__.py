"""Client of the Stagegate model registry."""

from typing import TYPE_CHECKING

from ._rows import to_frame
from ._version import __version__
from .api.types import UNSET, Unset
from .artifacts import artifact_digest
from .async_client import AsyncStagegate
from .client import Stagegate
from .errors import (
    ApprovalPendingError,
    ApprovalRejectedError,
    ConflictError,
    ForbiddenError,
    GatesRefusedError,
    InvalidRequestError,
    NoOpenRequestError,
    NotFoundError,
    PreconditionFailedError,
    PredictionsFailedError,
    ProblemError,
    PromotionCancelledError,
    PromotionError,
    PromotionStaleError,
    ServiceError,
    StagegateConnectionError,
    StagegateError,
    StaleError,
    TooManyRequestsError,
    UnauthenticatedError,
    UnavailableError,
    UnexpectedAnswerError,
    UnknownFieldError,
)
from .evaluation import evaluation
from .metrics_files import LeftOut, MetricsFile, read_metrics_file
from .outcomes import Outcome
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
    "UNSET",
    "ApprovalPendingError",
    "ApprovalRejectedError",
    "AsyncStagegate",
    "ConflictError",
    "ForbiddenError",
    "GatesRefusedError",
    "InvalidRequestError",
    "LeftOut",
    "MetricsFile",
    "NoOpenRequestError",
    "NotFoundError",
    "Outcome",
    "PreconditionFailedError",
    "PredictionsFailedError",
    "ProblemError",
    "PromotionCancelledError",
    "PromotionError",
    "PromotionStaleError",
    "Retries",
    "ServiceError",
    "Stagegate",
    "StagegateConnectionError",
    "StagegateError",
    "StaleError",
    "TooManyRequestsError",
    "UnauthenticatedError",
    "UnavailableError",
    "UnexpectedAnswerError",
    "UnknownFieldError",
    "Unset",
    "__version__",
    "artifact_digest",
    "each",
    "each_async",
    "evaluation",
    "read_metrics_file",
    "tagged",
    "tagged_async",
    "to_frame",
]
