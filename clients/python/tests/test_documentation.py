"""Every public method and function says what it takes, what it raises, and how it is called."""

from __future__ import annotations

import doctest
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mypy import api

import stagegate
from stagegate import AsyncStagegate, Stagegate

GIVEN = """
from datetime import datetime

import pandas
from stagegate import (
    AsyncStagegate, Stagegate, artifact_digest, each, each_async, evaluation, read_metrics_file, tagged, tagged_async,
    to_frame,
)
from stagegate.api.models import PredictionJobResponse
"""


def public() -> Iterator[tuple[str, Callable[..., Any]]]:
    for client in (Stagegate, AsyncStagegate):
        yield client.__name__, client
        for name, method in inspect.getmembers(client, inspect.isfunction):
            if not name.startswith("_"):
                yield f"{client.__name__}.{name}", method
    for name in stagegate.__all__:
        value = getattr(stagegate, name)
        if inspect.isfunction(value):
            yield name, value


PUBLIC = list(public())


def examples() -> list[tuple[str, str]]:
    parser = doctest.DocTestParser()
    return [
        (name, example.source) for name, value in PUBLIC for example in parser.get_examples(inspect.getdoc(value) or "")
    ]


@pytest.mark.parametrize(("name", "value"), PUBLIC, ids=[name for name, _ in PUBLIC])
def test_parameters_exceptions_and_an_example_are_told(name: str, value: Callable[..., Any]) -> None:
    told = inspect.getdoc(value) or ""
    parameters = set(inspect.signature(value).parameters) - {"self", "unknown"}
    assert [one for one in parameters if not re.search(rf"^    {one}: \S", told, re.MULTILINE)] == []
    assert "Example:\n    >>> " in told
    if not name.endswith(".close"):
        assert "Raises:\n" in told


def test_every_example_has_the_right_types(tmp_path: Path) -> None:
    lines = [GIVEN]
    for at, (name, source) in enumerate(examples()):
        client = "AsyncStagegate" if "sync" in name or re.search(r"\bawait\b", source) else "Stagegate"
        lines.append(f"async def example_{at}(")
        lines.append(f"    registry: {client}, frame: pandas.DataFrame, job: PredictionJobResponse, token: str")
        lines.append(f") -> None:  # {name}")
        lines += [f"    {line}" for line in source.splitlines()]
    file = tmp_path / "examples.py"
    file.write_text("\n".join(lines))
    said, _, code = api.run(["--strict", str(file)])
    assert code == 0, said


def test_the_package_says_its_version() -> None:
    assert re.match(r"\d+\.\d+\.\d+", stagegate.__version__)
