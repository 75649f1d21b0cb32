"""Metrics as other tools write them into files, made into the body of an evaluation."""

from __future__ import annotations

import codecs
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from ._metrics_formats import FORMATS, recognise, tidied
from ._metrics_reading import LeftOut, Reading, is_number
from ._metrics_tables import Table, table_of

__all__ = ["LeftOut", "MetricsFile", "read_metrics_file"]


@dataclass(frozen=True)
class MetricsFile:
    """What a file of metrics says, and what of it is no metric of the model."""

    format: str
    """The format it was read as: json, classification-report, hugging-face, lm-eval, table or groups."""
    metrics: list[dict[str, Any]]
    """The metrics with the names of the API: `name`, `slice`, `value`, and `count` and `standardError` where stated."""
    left_out: list[LeftOut]
    """Numbers of the run, of the training, and what is no finite number, each with its name."""

    def evaluation(
        self, dataset: Mapping[str, str], *, evaluator: str | None = None, environment: str | None = None
    ) -> dict[str, Any]:
        """The body of submit_evaluation, for metrics that were measured on this dataset."""
        told = {"evaluator": evaluator, "environment": environment}
        body: dict[str, Any] = {"dataset": dict(dataset), "metrics": self.metrics}
        return {**body, **{key: value for key, value in told.items() if value is not None}}


def read_metrics_file(
    file: str | PathLike[str],
    *,
    format: str | None = None,
    groups: Sequence[str] | None = None,
    count: int | None = None,
) -> MetricsFile:
    """Reads metrics that another tool wrote as JSON or CSV, as `stagegate evaluate --dataset` does.

    Args:
        file: The file, JSON or CSV.
        format: Forces a format that is not recognised.
        groups: The columns of a table that tell its groups apart.
        count: The number of examples of what the file states none.

    Raises:
        ValueError: It cannot be read so, holds no metric, or one of them twice.

    Example:
        >>> body = read_metrics_file("eval_results.json").evaluation({"name": "adult-test", "version": "1"})
    """
    path = Path(file)
    try:
        return _read(_content(path), format, groups, count)
    except ValueError as fault:
        raise ValueError(f"{path} cannot be read as metrics: {fault}") from fault


def _content(path: Path) -> Any:
    text = _decoded(path.read_bytes())
    if path.suffix.lower() in (".csv", ".tsv"):
        return table_of(text)
    return json.loads(text, parse_constant=lambda _: None, parse_int=_sendable)


def _decoded(content: bytes) -> str:
    """Bytes as text: UTF-8, or UTF-16 that begins with its mark, as PowerShell writes it."""
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ValueError(f"it is not {'UTF-16' if is_wide else 'UTF-8'} text; save it as UTF-8") from fault


def _sendable(text: str) -> int | None:
    """A whole number; None of one that would be rounded, since JSON is read as doubles."""
    number = int(text)
    return number if abs(number) < 2**53 else None


def _read(content: Any, format: str | None, groups: Sequence[str] | None, count: int | None) -> MetricsFile:
    found = tidied(content)
    name = format or recognise(found)
    if name not in FORMATS:
        raise ValueError(f"{name} is none of the formats {', '.join(FORMATS)}")
    reading = Reading()
    if name in ("table", "groups"):
        if not isinstance(found, Table):
            raise ValueError(f"it is an object of names and values, and {name} is a table")
        missing = next((column for column in groups or () if column not in found.columns), None)
        if missing is not None:
            raise ValueError(f"it has no column {missing}; it has {', '.join(found.columns)}")
    elif isinstance(found, Table):
        raise ValueError(f"it is a table, and {name} is an object of names and values")
    FORMATS[name](reading, found, groups)
    metrics = [one if count is None or "count" in one else {**one, "count": count} for one in reading.metrics]
    if not metrics:
        raise ValueError(f"it holds no metric, read as {name}{_history_hint(found)}")
    _refuse_twice(metrics)
    return MetricsFile(name, metrics, reading.left_out)


def _history_hint(found: Any) -> str:
    """What is said of values that are lists; a table has none."""
    document = found if isinstance(found, Mapping) else {}
    values = [one for value in document.values() for one in (value.values() if isinstance(value, Mapping) else [value])]
    if not values or not all(is_number(one) or _is_list_of_numbers(one) for one in values):
        return ""
    return ": its values are lists, as of a history; write one number of each, those of the model"


def _is_list_of_numbers(value: Any) -> bool:
    return isinstance(value, list) and all(is_number(one) for one in value)


def _refuse_twice(metrics: Sequence[Mapping[str, Any]]) -> None:
    seen: set[str] = set()
    for metric in metrics:
        key = json.dumps([metric["name"], metric["slice"]])
        if key in seen:
            part = ", ".join(f"{feature}={value}" for feature, value in metric["slice"].items())
            raise ValueError(
                f"it holds {metric['name']} of {part or 'the whole'} twice; an evaluation has one value of each"
            )
        seen.add(key)
