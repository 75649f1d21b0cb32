"""Names that exceptions had before they ended in `Error`; they work until 1.0."""

from __future__ import annotations

import warnings

from . import errors

FORMER_NAMES: dict[str, type[errors.StagegateError]] = {
    "Conflict": errors.ConflictError,
    "Forbidden": errors.ForbiddenError,
    "GatesRefused": errors.GatesRefusedError,
    "Invalid": errors.InvalidRequestError,
    "NotFound": errors.NotFoundError,
    "PredictionsFailed": errors.PredictionsFailedError,
    "Problem": errors.ProblemError,
    "Stale": errors.StaleError,
    "Unauthenticated": errors.UnauthenticatedError,
    "Unavailable": errors.UnavailableError,
    "Unreachable": errors.StagegateConnectionError,
    "Unreadable": errors.UnexpectedAnswerError,
}


def by_former_name(name: str) -> type[errors.StagegateError]:
    """The exception that once had this name, with a warning for the caller of the package."""
    if name not in FORMER_NAMES:
        raise AttributeError(f"module 'stagegate' has no attribute {name!r}")
    kind = FORMER_NAMES[name]
    warnings.warn(f"stagegate.{name} is called {kind.__name__} now.", DeprecationWarning, stacklevel=3)
    return kind
