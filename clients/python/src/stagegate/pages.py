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
    """Every item of a list operation: `each(registry.list_versions, "census-income")`."""
    while True:
        page = operation(*args, **kwargs)
        yield from page.items
        if page.next_cursor is None:
            return
        kwargs["cursor"] = page.next_cursor


async def each_async(operation: Callable[P, Awaitable[Page[T]]], *args: P.args, **kwargs: P.kwargs) -> AsyncIterator[T]:
    """Every item of a list operation of `AsyncStagegate`."""
    while True:
        page = await operation(*args, **kwargs)
        for item in page.items:
            yield item
        if page.next_cursor is None:
            return
        kwargs["cursor"] = page.next_cursor
