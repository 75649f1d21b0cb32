"""A model of the API as HTML for a notebook; whatever a user wrote is escaped."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any

from ._rows import Row, allowed_difference, row_of, rows_of
from ._summary import clipped, summary

MOST_ROWS = 50
MOST_COLUMNS = 11
LONGEST_CELL = 120
COLOURS = {
    "PASS": "#1a7f37",
    "applied": "#1a7f37",
    "succeeded": "#1a7f37",
    "FAIL": "#cf222e",
    "ERROR": "#cf222e",
    "refused": "#cf222e",
    "rejected": "#cf222e",
    "failed": "#cf222e",
    "INCONCLUSIVE": "#9a6700",
    "awaiting_approval": "#9a6700",
    "stale": "#9a6700",
}
GREY = "#57606a"
CELL = 'style="text-align:left;padding:2px 8px"'
WIDTH, HEIGHT = 160, 16


def html_of(model: Any) -> str:
    """A table of its rows or, for one object, of its fields."""
    rows = rows_of(model)
    alone = len(rows) == 1 and rows[0] == row_of(model)
    if alone:
        body = [f"<tr><th {CELL}>{escape(name)}</th>{_cell(name, value)}</tr>" for name, value in rows[0].items()]
        table = f"<table>{''.join(body)}</table>"
    else:
        table = _table(rows)
    return f"<div><p><b>{_coloured(summary(model))}</b></p>{table}</div>"


def _table(rows: Sequence[Row]) -> str:
    shown = rows[:MOST_ROWS]
    columns = _columns(shown)
    scales = _scales(shown)
    picture = f"<th {CELL}>difference</th>" if scales else ""
    head = f"<tr>{''.join(f'<th {CELL}>{escape(name)}</th>' for name in columns)}{picture}</tr>"
    body = "".join(
        f"<tr>{''.join(_cell(name, row.get(name)) for name in columns)}{_picture(row, scales) if scales else ''}</tr>"
        for row in shown
    )
    rest = len(rows) - len(shown)
    more = f"<p>and {rest} more; <code>to_frame()</code> has them all</p>" if rest else ""
    return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>{more}"


def _columns(rows: Sequence[Row]) -> list[str]:
    """The columns in which something stands, as many as a reader can take in."""
    names = dict.fromkeys(name for row in rows for name in row)
    filled = [name for name in names if any(row.get(name) not in (None, "", [], {}) for row in rows)]
    return filled[:MOST_COLUMNS]


def _cell(name: str, value: Any) -> str:
    if name in ("status", "verdict", "stage"):
        return f"<td {CELL}>{_coloured(_text(value))}</td>"
    return f"<td {CELL}>{escape(clipped(_text(value), LONGEST_CELL))}</td>"


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return str(value)


def _coloured(text: str) -> str:
    """The text with its first word in the colour of what it means."""
    word, separator, rest = text.partition(":")
    colour = COLOURS.get(word)
    if colour is None:
        return escape(text)
    return f'<span style="color:{colour}">{escape(word)}</span>{escape(separator + rest)}'


def _scales(rows: Sequence[Row]) -> dict[str, float]:
    """Half the width of the pictures in units of each metric that has a difference."""
    scales: dict[str, float] = {}
    for row in rows:
        ends = [row[end] for end in ("delta", "lower", "upper") if _is_difference(row, end)]
        limit = allowed_difference(row) if ends else None
        for end in ends if limit is None else [*ends, limit]:
            scales[row["metric"]] = max(scales.get(row["metric"], 0), abs(end))
    return scales


def _is_difference(row: Row, end: str) -> bool:
    found, delta = row.get(end), row.get("delta")
    return delta is not None and found is not None and math.isfinite(found)


def _picture(row: Row, scales: Mapping[str, float]) -> str:
    """The difference and its bounds on a line through zero, on the scale of the metric."""
    if not _is_difference(row, "delta"):
        return "<td></td>"
    scale = scales[row["metric"]] or 1
    at = {end: _across(row[end], scale) for end in ("lower", "delta", "upper") if _is_difference(row, end)}
    left, right = at.get("lower", at["delta"]), at.get("upper", at["delta"])
    middle = HEIGHT / 2
    colour = COLOURS.get(str(row.get("status")), GREY)
    return (
        f'<td><svg width="{WIDTH}" height="{HEIGHT}" role="img">{_limit(row, scale)}'
        f'<line x1="{WIDTH / 2}" y1="0" x2="{WIDTH / 2}" y2="{HEIGHT}" stroke="#d0d7de"/>'
        f'<line x1="{left:.1f}" y1="{middle}" x2="{right:.1f}" y2="{middle}" stroke="{colour}" stroke-width="2"/>'
        f'<circle cx="{at["delta"]:.1f}" cy="{middle}" r="3.5" fill="{colour}"/></svg></td>'
    )


def _limit(row: Row, scale: float) -> str:
    """A dashed mark at the allowed worsening."""
    limit = allowed_difference(row)
    if limit is None:
        return ""
    x = f"{_across(limit, scale):.1f}"
    return f'<line x1="{x}" y1="0" x2="{x}" y2="{HEIGHT}" stroke="{GREY}" stroke-dasharray="2"/>'


def _across(value: float, scale: float) -> float:
    return WIDTH / 2 + value / scale * (WIDTH / 2 - 5)
