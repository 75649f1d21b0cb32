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
    """The answer of an operation and its ETag, to be given as `if_match`.

    Args:
        operation: The operation, such as `registry.get_model`.
        args: What the operation takes.
        kwargs: What the operation takes by keyword.

    Raises:
        LookupError: The answer has no ETag, as that of a list.

    Example:
        >>> found, etag = tagged(registry.get_model, "census-income")
    """
    latest_etag.set(None)
    return operation(*args, **kwargs), _etag()


async def tagged_async(operation: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs) -> tuple[T, str]:
    """The answer of an operation of `AsyncStagegate` and its ETag, to be given as `if_match`.

    Args:
        operation: The operation, such as `registry.get_model`.
        args: What the operation takes.
        kwargs: What the operation takes by keyword.

    Raises:
        LookupError: The answer has no ETag, as that of a list.

    Example:
        >>> found, etag = await tagged_async(registry.get_model, "census-income")
    """
    latest_etag.set(None)
    return await operation(*args, **kwargs), _etag()


def _etag() -> str:
    etag = latest_etag.get()
    if etag is None:
        raise LookupError("The answer has no ETag.")
    return etag
