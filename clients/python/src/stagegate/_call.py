"""One call of the API before it is sent: what to ask, and how to read each answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar
from urllib.parse import quote

T = TypeVar("T")


@dataclass(frozen=True)
class Call(Generic[T]):
    method: str
    path: str
    answers: Mapping[int, Callable[[Any], T]]
    """How to read the JSON of each status of success."""
    params: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    json: Mapping[str, Any] | None = None
    file: Path | None = None
    """A file that is uploaded beside the JSON."""

    @contextmanager
    def content(self) -> Iterator[dict[str, Any]]:
        """The body as arguments of httpx2; a file is opened anew for every attempt."""
        if self.file is None:
            yield {} if self.json is None else {"json": self.json}
            return
        with self.file.open("rb") as opened:
            request = (None, json.dumps(self.json), "application/json")
            yield {"files": [("request", request), ("file", (self.file.name, opened))]}


def segment(name: str, value: object) -> str:
    """A parameter as one segment of a path; without these, the path is that of another resource."""
    text = str(value)
    if text in ("", ".", ".."):
        raise ValueError(f"{text!r} is no {name}: it would change the path of the request")
    return quote(text, safe="")


def no_content(_: object) -> None:
    return None
