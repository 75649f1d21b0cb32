"""What a model of the API holds, as rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from .api.secret_fields import SECRETS

if TYPE_CHECKING:
    import pandas

Row = dict[str, Any]


def fields_of(model: Any) -> dict[str, Any]:
    """The fields of a model by their names in Python, without secrets; what is absent is None."""
    untold = SECRETS.get(type(model).__name__, frozenset()) | {"additional_properties"}
    names = [one.name for one in getattr(model, "__attrs_attrs__", ()) if one.name not in untold]
    return {name.rstrip("_"): _present(getattr(model, name)) for name in names}


def rows_of(model: Any) -> list[Row]:
    """A list by its items, a report by its measures, an evaluation by its metrics, a comparison by metric and slice."""
    fields = fields_of(model)
    if "verdict" in fields and isinstance(fields.get("rules"), list):
        return list(_measures(fields["rules"]))
    for held in ("items", "rows", "metrics"):
        if isinstance(fields.get(held), list):
            return [row_of(one) for one in fields[held]]
    return [row_of(model)]


def row_of(model: Any) -> Row:
    """One object as one row: an object inside gives a column for each of its fields, and a slice is text."""
    row: Row = {}
    for name, value in fields_of(model).items():
        if name == "slice":
            row[name] = slice_text(value)
        elif inner := fields_of(value):
            row.update({f"{name}_{key}": plain_value(one) for key, one in inner.items()})
        else:
            row[name] = plain_value(value)
    return row


def slice_text(value: Any) -> str:
    """`sex=Female, race=Black`; the whole is `all`."""
    pairs = plain_value(value)
    if not isinstance(pairs, Mapping) or not pairs:
        return "all"
    return ", ".join(f"{feature}={one}" for feature, one in pairs.items())


def allowed_difference(row: Row) -> float | None:
    """The difference at which the worsening is as large as the margin, on the side where worse is."""
    margin, improvement = row.get("margin"), row.get("improvement")
    if margin is None or improvement is None:
        return None
    higher_is_better = (improvement >= 0) == (row["delta"] >= 0)
    return float(-margin if higher_is_better else margin)


def plain_value(value: Any) -> Any:
    """A value of Python for one of the API: text for enumerations and ids, dicts for objects, lists of such."""
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, list):
        return [plain_value(one) for one in value]
    if hasattr(value, "__attrs_attrs__"):
        inner = {name: plain_value(one) for name, one in fields_of(value).items()}
        return {**inner, **getattr(value, "additional_properties", {})}
    return _present(value)


def frame_of(rows: Iterable[Row]) -> pandas.DataFrame:
    """The rows as a frame of pandas."""
    try:
        import pandas
    except ImportError as missing:
        raise ImportError("A frame needs pandas: pip install 'stagegate-client[pandas]'") from missing
    frame = pandas.DataFrame(list(rows))
    # An object that only some rows have stands in columns of its own, and its absence is no column besides.
    spread = [name for name in frame if f"{name}_name" in frame and frame[name].isna().all()]
    return frame.drop(columns=spread)


def to_frame(models: Iterable[Any]) -> pandas.DataFrame:
    """Any number of answers as a frame of pandas, one row for each.

    Args:
        models: Answers of the API, such as what `each` gives.

    Raises:
        ImportError: pandas is not installed: `pip install 'stagegate-client[pandas]'`.

    Example:
        >>> to_frame(each(registry.list_versions, "census-income"))
    """
    return frame_of(row_of(one) for one in models)


def _present(value: Any) -> Any:
    return None if type(value).__name__ == "Unset" else value


def _measures(rules: Iterable[Any]) -> Iterator[Row]:
    for rule in rules:
        told = fields_of(rule)
        for measure in told["measures"]:
            kind, enforcement = plain_value(told["kind"]), plain_value(told["enforcement"])
            yield {"rule": told["id"], **_measure(fields_of(measure)), "kind": kind, "enforcement": enforcement}
        yield from _measures(told["rules"] or ())


def _measure(told: Mapping[str, Any]) -> Row:
    observed = fields_of(told["observed"])
    required = fields_of(told["required"])
    return {
        "metric": told["metric"],
        "slice": slice_text(told["slice"]),
        "status": plain_value(told["status"]),
        **{name: observed.get(name) for name in ("challenger", "incumbent", "delta", "improvement", "lower", "upper")},
        "margin": required.get("margin"),
        "min": required.get("min"),
        "max": required.get("max"),
        "count": observed.get("count"),
        "needed_n": told["needed_n"],
        "evidence_level": plain_value(told["evidence_level"]),
        "reason_code": told["reason_code"],
        "message": told["message"],
    }
