"""Reports and comparisons, which can be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._plot import plot_differences
from ._rows import rows_of
from ._shown import Shown
from ._summary import heading

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class PicturedReport(Shown):
    """A report of differences between two versions."""

    __slots__ = ()

    def plot(self, metric: str | None = None, ax: Axes | None = None) -> Axes:
        """Draws the difference of a metric on each slice with its bounds, and the margin that is allowed.

        Args:
            metric: The metric to draw; that of the worst difference unless given.
            ax: The axes to draw on; new ones unless given.

        Raises:
            ImportError: matplotlib is not installed: `pip install 'stagegate-client[plot]'`.
            ValueError: It does not compare it, as the report of a first promotion.

        Example:
            >>> registry.check_gates("census-income", 4, "Production").plot()
        """
        return plot_differences(rows_of(self), heading(self), metric, ax)
