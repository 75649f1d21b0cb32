"""Client of the Stagegate model registry."""

from .api.types import UNSET, Unset
from .async_client import AsyncStagegate
from .client import Stagegate
from .errors import (
    Conflict,
    Forbidden,
    GatesRefused,
    Invalid,
    NotFound,
    PredictionsFailed,
    Problem,
    StagegateError,
    Stale,
    Unauthenticated,
    Unavailable,
    Unreachable,
    Unreadable,
)
from .evaluation import evaluation
from .pages import each, each_async
from .retries import Retries
from .tags import tagged, tagged_async

__all__ = [
    "UNSET",
    "AsyncStagegate",
    "Conflict",
    "Forbidden",
    "GatesRefused",
    "Invalid",
    "NotFound",
    "PredictionsFailed",
    "Problem",
    "Retries",
    "Stagegate",
    "StagegateError",
    "Stale",
    "Unauthenticated",
    "Unavailable",
    "Unreachable",
    "Unreadable",
    "Unset",
    "each",
    "each_async",
    "evaluation",
    "tagged",
    "tagged_async",
]
