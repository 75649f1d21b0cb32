"""Numbers as a training script has them, made into the body of an evaluation."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeAlias

Measured: TypeAlias = Mapping[str, Any]
"""Values by the names of their metrics, and `count`, the number of rows they were measured on. A value may be a
mapping, too: `{"value": 0.87, "standardError": 0.003}`."""

Sliced: TypeAlias = Mapping[Hashable, Mapping[Any, Measured]]
"""By feature, or by a tuple of features, then by value or a tuple of values: the shape of
`{"sex": {value: measure(part) for value, part in frame.groupby("sex")}}`."""


def evaluation(
    dataset: Mapping[str, str],
    overall: Measured,
    slices: Sliced | None = None,
    *,
    evaluator: str | None = None,
    environment: str | None = None,
) -> dict[str, Any]:
    """The body of `submit_evaluation` from numbers as a training script has them.

    Args:
        dataset: The data that was measured on: `name`, `version` and, where known, `split` and `digest`.
        overall: The metrics of the whole by their names, and `count`, the number of its rows.
        slices: The same of parts, by feature, then by value; a tuple of features crosses them.
        evaluator: What measured it, such as sklearn-1.2.
        environment: Class of machine that operational metrics such as latency were taken on.

    Raises:
        ValueError: A number is not finite, a part has no count, or values do not fit their features.

    Example:
        >>> evaluation(
        ...     {"name": "adult-test", "version": "1", "split": "test"},
        ...     {"count": 16281, "accuracy": 0.8717},
        ...     {"sex": {"Female": {"count": 5421, "accuracy": 0.9365}}},
        ... )["metrics"][1]
        {'name': 'accuracy', 'slice': {'sex': 'Female'}, 'value': 0.9365, 'count': 5421}
    """
    metrics = _metrics({}, overall)
    for feature, parts in (slices or {}).items():
        for value, measured in parts.items():
            metrics += _metrics(_slice(feature, value), measured)
    told = {"evaluator": evaluator, "environment": environment}
    return {"dataset": dict(dataset), "metrics": metrics, **{k: v for k, v in told.items() if v is not None}}


def _metrics(part: dict[str, Any], measured: Measured) -> list[dict[str, Any]]:
    if "count" not in measured:
        raise ValueError(f"The number of rows is missing: count of {part or 'the whole'}.")
    count = _whole(measured["count"], part)
    return [
        {"name": name, "slice": part, **_value(name, part, given), "count": count}
        for name, given in measured.items()
        if name != "count"
    ]


def _value(name: str, part: Mapping[str, Any], given: Any) -> dict[str, Any]:
    if isinstance(given, Mapping):
        return {key: _finite(f"{name}.{key}", part, number) for key, number in given.items()}
    return {"value": _finite(name, part, given)}


def _finite(name: str, part: Mapping[str, Any], given: Any) -> Any:
    """A number as it travels; what is no number, such as a unit, stays."""
    if isinstance(given, (str, bool)):
        return given
    number = float(given)
    if not math.isfinite(number):
        raise ValueError(f"{name} of {part or 'the whole'} is {number}; leave out what could not be measured.")
    return number


def _whole(given: Any, part: Mapping[str, Any]) -> int:
    number = int(given)
    if number != given or number < 0:
        raise ValueError(f"{given} is no number of rows: count of {part or 'the whole'}.")
    return number


def _slice(feature: Hashable, value: Any) -> dict[str, Any]:
    features: Sequence[Any] = feature if isinstance(feature, tuple) else (feature,)
    values: Sequence[Any] = value if isinstance(feature, tuple) and isinstance(value, tuple) else (value,)
    if len(features) != len(values):
        raise ValueError(f"{value} does not have a value for each of {', '.join(map(str, features))}.")
    return {str(name): _plain(one) for name, one in zip(features, values, strict=True)}


def _plain(value: Any) -> Any:
    """A scalar of NumPy as one of Python."""
    return value.item() if hasattr(value, "item") else value
