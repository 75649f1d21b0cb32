"""Lists of any length, page after page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import ParamSpec, Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")
P = ParamSpec("P")


class Page(Protocol[T_co]):
    @property
    def items(self) -> Sequence[T_co]: ...
    @property
    def next_cursor(self) -> str | None: ...


def each(operation: Callable[P, Page[T]], *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
    """Every item of a list operation, page after page as they are read.

    Args:
        operation: The operation, such as `registry.list_versions`.
        args: What the operation takes.
        kwargs: What the operation takes by keyword; `limit` is the size of a page.

    Raises:
        StagegateError: What the operation raises.

    Example:
        >>> for version in each(registry.list_versions, "census-income"):
        ...     print(version.stage)
    """
    while True:
        page = operation(*args, **kwargs)
        yield from page.items
        if page.next_cursor is None:
            return
        kwargs["cursor"] = page.next_cursor


async def each_async(operation: Callable[P, Awaitable[Page[T]]], *args: P.args, **kwargs: P.kwargs) -> AsyncIterator[T]:
    """Every item of a list operation of `AsyncStagegate`, page after page as they are read.

    Args:
        operation: The operation, such as `registry.list_versions`.
        args: What the operation takes.
        kwargs: What the operation takes by keyword; `limit` is the size of a page.

    Raises:
        StagegateError: What the operation raises.

    Example:
        >>> async for version in each_async(registry.list_versions, "census-income"):
        ...     print(version.stage)
    """
    while True:
        page = await operation(*args, **kwargs)
        for item in page.items:
            yield item
        if page.next_cursor is None:
            return
        kwargs["cursor"] = page.next_cursor
