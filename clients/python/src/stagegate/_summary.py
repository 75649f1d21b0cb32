"""A model of the API in one line, what a reader looks for first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ._rows import fields_of, plain_value, slice_text

FIRST = (
    *("sequence", "action", "actor", "model", "name", "version", "stage", "alias", "subject", "roles"),
    *("metric", "slice", "value", "latest_version", "production_version", "artifact_uri", "id"),
)
"""Fields that say which object it is, and so are shown first."""
LEFT_OUT = ("digest", "_by", "_at", "_cursor")
"""Ends of names of fields that are for the record."""
MOST_FIELDS = 5
LONGEST = 60
LONGEST_SENTENCE = 200


def summary(model: Any) -> str:
    """The line; what has a status or verdict begins with it."""
    fields = {name: plain_value(value) for name, value in fields_of(model).items()}
    if "slice" in fields:
        fields["slice"] = slice_text(fields["slice"])
    if "to_stage" in fields and "from_stage" in fields and "status" in fields:
        return _transition(fields)
    if "verdict" in fields and "challenger" in fields:
        return _report(fields)
    if fields.get("message") and fields.get("status"):
        return f"{fields['status']}: {clipped(fields['message'], LONGEST_SENTENCE)}"
    title = type(model).__name__
    if isinstance(fields.get("items"), list):
        return f"{title}({_counted(fields)})"
    if not fields:
        return f"{title}({clipped(repr(getattr(model, 'additional_properties', {})), LONGEST_SENTENCE)})"
    standing = fields.pop("status", None)
    told = f"{title}({_pairs(fields)})"
    return f"{standing}: {told}" if standing else told


def heading(model: Any) -> str:
    """What stands over a picture: what was judged and the verdict, without the reasons, which the picture shows."""
    fields = {name: plain_value(value) for name, value in fields_of(model).items()}
    if "verdict" in fields:
        return _judged(fields)
    return f"{fields['model']} {fields['challenger']} against {fields['incumbent']}"


def clipped(text: str, longest: int = LONGEST) -> str:
    """Text of at most so many characters."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _transition(fields: Mapping[str, Any]) -> str:
    move = f"{fields['kind']} {fields['model']} {fields['version']}, {fields['from_stage']} to {fields['to_stage']}"
    detail = f". {clipped(fields['detail'], LONGEST_SENTENCE)}" if fields.get("detail") else ""
    return f"{fields['status']}: {move}{detail} (id {fields['id']})"


def _report(fields: Mapping[str, Any]) -> str:
    verdict, stage, version = fields["verdict"], fields["to_stage"], fields["challenger"]
    why = fields["message"].removeprefix(f"Version {version} for {stage}: {verdict}.").strip()
    return f"{_judged(fields)}. {clipped(why, LONGEST_SENTENCE)}"


def _judged(fields: Mapping[str, Any]) -> str:
    against = f" against {fields['incumbent']}" if fields["incumbent"] else ""
    return f"{fields['verdict']}: {fields['model']} {fields['challenger']}{against}, to {fields['to_stage']}"


def _counted(fields: Mapping[str, Any]) -> str:
    number = len(fields["items"])
    more = ", and more pages" if fields.get("next_cursor") else ""
    return f"{number} {'item' if number == 1 else 'items'}{more}"


def _pairs(fields: Mapping[str, Any]) -> str:
    plain = {name: value for name, value in fields.items() if _is_shown(value) and not name.endswith(LEFT_OUT)}
    order = [name for name in FIRST if name in plain] + [name for name in plain if name not in FIRST]
    counts = [
        f"{len(value)} {name}"
        for name, value in fields.items()
        if isinstance(value, list) and value and name not in plain
    ]
    shown = [f"{name}={_shown(plain[name])}" for name in order[:MOST_FIELDS]] + counts[:2]
    return ", ".join(shown)


def _is_shown(value: Any) -> bool:
    if isinstance(value, list):
        return all(isinstance(one, str) for one in value) and 0 < len(value) <= MOST_FIELDS
    return value not in (None, "") and not isinstance(value, Mapping)


def _shown(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return clipped(repr(value))
