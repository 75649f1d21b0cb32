"""The ETag of an answer, for a change that must not undo what someone else changed in between."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")

latest_etag: ContextVar[str | None] = ContextVar("latest_etag", default=None)
"""That of the latest answer in this thread or task."""


def tagged(operation: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> tuple[T, str]:
    """The answer of an operation and its ETag, to be given as `if_match`: `tagged(registry.get_model, "census")`.

    Raises LookupError for an operation whose answer has none, such as a list.
    """
    latest_etag.set(None)
    return operation(*args, **kwargs), _etag()


async def tagged_async(operation: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs) -> tuple[T, str]:
    """The same of an operation of `AsyncStagegate`."""
    latest_etag.set(None)
    return await operation(*args, **kwargs), _etag()


def _etag() -> str:
    etag = latest_etag.get()
    if etag is None:
        raise LookupError("The answer has no ETag.")
    return etag
