"""How the models of the API show themselves: in a line, as a table of a notebook, and as a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._html import html_of
from ._rows import frame_of, rows_of
from ._summary import summary

if TYPE_CHECKING:
    import pandas


class Shown:
    """What every model of the API has besides its fields."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON, with the names of the API."""
        raise NotImplementedError

    def to_frame(self) -> pandas.DataFrame:
        """What it holds as rows of pandas: a list by its items, a report by its measures, an evaluation by its metrics,
        a comparison by metric and slice, everything else as one row. A secret is left out.

        Raises:
            ImportError: pandas is not installed: `pip install 'stagegate-client[pandas]'`.

        Example:
            >>> registry.check_gates("census-income", 4, "Production").to_frame()
        """
        return frame_of(rows_of(self))

    def __repr__(self) -> str:
        return summary(self)

    def _repr_html_(self) -> str:
        return html_of(self)
