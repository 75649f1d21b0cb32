"""The picture of slice differences; it needs matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ._html import COLOURS, GREY
from ._rows import Row, allowed_difference
from ._summary import clipped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INCHES_PER_ROW = 0.35


def plot_differences(rows: Sequence[Row], title: str, metric: str | None, ax: Axes | None) -> Axes:
    """A point for each difference with its bounds, the first on top; the dashed mark is the allowed worsening."""
    differences = [row for row in rows if row.get("delta") is not None]
    drawn = metric or (differences[0]["metric"] if differences else None)
    compared = [row for row in differences if row["metric"] == drawn]
    if not compared:
        raise ValueError(f"It compares {drawn or 'nothing'} on no slice, so that there is nothing to draw.")
    axes = ax if ax is not None else _new_axes(len(compared))
    for at, row in enumerate(compared):
        _draw(axes, -at, row)
    axes.axvline(0, color=GREY, linewidth=0.8)
    axes.set_yticks([-at for at in range(len(compared))], [row["slice"] for row in compared])
    axes.set_xlabel(f"{drawn}: challenger minus incumbent")
    axes.set_title(clipped(title), loc="left")
    return axes


def _new_axes(rows: int) -> Axes:
    try:
        from matplotlib import pyplot
    except ImportError as missing:
        raise ImportError("A picture needs matplotlib: pip install 'stagegate-client[plot]'") from missing
    _, axes = pyplot.subplots(figsize=(8, 1.5 + INCHES_PER_ROW * rows), layout="constrained")
    return axes


def _draw(axes: Any, height: int, row: Row) -> None:
    colour = COLOURS.get(str(row.get("status")), GREY)
    delta = row["delta"]
    ends = [delta if row.get(end) is None else row[end] for end in ("lower", "upper")]
    axes.plot(ends, [height, height], color=colour, linewidth=2)
    axes.plot([delta], [height], "o", color=colour)
    limit = allowed_difference(row)
    if limit is not None:
        axes.plot([limit, limit], [height - 0.35, height + 0.35], color=GREY, linestyle="--", linewidth=1)
