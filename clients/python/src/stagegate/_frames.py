"""Frames of pandas, polars and Arrow as files that the service reads."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    Predictions: TypeAlias = (
        str | os.PathLike[str] | pandas.DataFrame | polars.DataFrame | polars.LazyFrame | pyarrow.Table
    )
"""A file of predictions, Parquet, CSV or NDJSON, or a frame."""


@dataclass(frozen=True)
class Handed:
    """Predictions as they were handed in."""

    data: Any
    request: Mapping[str, Any]
    """What is asked of them, with the names of the API."""
    index: bool
    """Whether the index of a frame of pandas becomes columns, too."""

    @contextmanager
    def as_file(self) -> Iterator[tuple[Path, Mapping[str, Any]]]:
        """The file to upload and the request that fits it; of a frame a temporary one of the columns that are named.

        Raises ValueError for a column that the frame lacks, and TypeError for what is neither a file nor a frame and
        for a text where columns are listed.
        """
        _refuse_text(self.request)
        if isinstance(self.data, (str, os.PathLike)):
            yield Path(self.data), self.request
            return
        frame = _frame(self.data, self.index)
        wanted = named_columns(self.request)
        _refuse_missing(frame.names, wanted, self.index)
        # `#1` stands for a column by its place, which is kept only when all of them travel.
        chosen = None if any(name.startswith("#") for name in wanted) else wanted
        with tempfile.TemporaryDirectory(prefix="stagegate-") as folder:
            path, format = frame.write(Path(folder), chosen)
            yield path, {**self.request, "format": format}


def named_columns(request: Mapping[str, Any]) -> list[str]:
    """Every column that the request names, each once."""
    columns = request.get("columns") or {}
    found: list[str] = []
    for value in columns.values() if isinstance(columns, Mapping) else ():
        found += value.values() if isinstance(value, Mapping) else [value] if isinstance(value, str) else value
    found += request.get("slices") or []
    for cross in request.get("crosses") or []:
        found += cross
    return list(dict.fromkeys(found))


class _Arrow:
    def __init__(self, table: Any) -> None:
        self._table = table
        self.names: list[str] = table.column_names

    def write(self, folder: Path, chosen: Sequence[str] | None) -> tuple[Path, str]:
        import pyarrow
        from pyarrow import parquet

        table = self._table if chosen is None else self._table.select(chosen)
        for at, field in enumerate(table.schema):
            if pyarrow.types.is_dictionary(field.type):
                table = table.set_column(at, field.name, table.column(at).cast(field.type.value_type))
        path = folder / "predictions.parquet"
        parquet.write_table(table, path)
        return path, "parquet"


class _Polars:
    def __init__(self, frame: Any) -> None:
        self._frame = frame
        self.names: list[str] = frame.columns

    def write(self, folder: Path, chosen: Sequence[str] | None) -> tuple[Path, str]:
        import polars

        frame = self._frame if chosen is None else self._frame.select(chosen)
        categories = [name for name, kind in frame.schema.items() if kind in (polars.Categorical, polars.Enum)]
        path = folder / "predictions.parquet"
        frame.with_columns(polars.col(name).cast(polars.String) for name in categories).write_parquet(path)
        return path, "parquet"


class _Pandas:
    def __init__(self, frame: Any, index: bool) -> None:
        self._frame = (frame.reset_index() if index else frame).rename(columns=str)
        self.names: list[str] = list(self._frame.columns)
        self.index_names = [] if index else [str(name) for name in frame.index.names if name is not None]

    def write(self, folder: Path, chosen: Sequence[str] | None) -> tuple[Path, str]:
        frame = self._frame if chosen is None else self._frame[list(chosen)]
        twice = sorted({name for name in frame.columns if list(frame.columns).count(name) > 1})
        if twice:
            raise ValueError(f"The frame has the column {twice[0]!r} twice.")
        frame = frame.assign(**{name: _plain_column(frame[name]) for name in frame.columns})
        try:
            import pyarrow
        except ImportError:
            frame.to_csv(folder / "predictions.csv", index=False)
            return folder / "predictions.csv", "csv"
        try:
            frame.to_parquet(folder / "predictions.parquet", index=False, engine="pyarrow")
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError) as mixed:
            raise ValueError(f"A column holds values of several kinds: {mixed}") from mixed
        return folder / "predictions.parquet", "parquet"


def _plain_column(column: Any) -> Any:
    """A column as numbers, text, truth values or times: categories as what they are, intervals as text."""
    import pandas

    kind = column.dtype
    if isinstance(kind, pandas.CategoricalDtype):
        plain = pandas.api.types.is_numeric_dtype(kind.categories.dtype)
        named = column if plain else column.cat.rename_categories([str(one) for one in kind.categories])
        return named.astype(object)
    if isinstance(kind, (pandas.IntervalDtype, pandas.PeriodDtype)):
        return column.astype(object).map(str, na_action="ignore")
    return column.astype("float32") if str(kind) == "float16" else column


def _frame(data: Any, index: bool) -> _Arrow | _Polars | _Pandas:
    # By name, so that no library is loaded that the caller does not use; frames of GeoPandas are of pandas, too.
    kinds = [f"{kind.__module__.partition('.')[0]}.{kind.__name__}" for kind in type(data).__mro__]
    if "pandas.DataFrame" in kinds:
        return _Pandas(data, index)
    if "polars.LazyFrame" in kinds:
        return _Polars(data.collect())
    if "polars.DataFrame" in kinds:
        return _Polars(data)
    if "pyarrow.Table" in kinds:
        return _Arrow(data)
    raise TypeError(f"Predictions are a file or a DataFrame of pandas, polars or Arrow, not {kinds[0]}.")


def _refuse_text(request: Mapping[str, Any]) -> None:
    """A text is a list of its letters to Python, and no column has those names."""
    slices = request.get("slices")
    if isinstance(slices, str):
        raise TypeError(f'slices is a list of columns, such as ["{slices}"], and not a text.')
    crosses = request.get("crosses")
    if isinstance(crosses, str) or any(isinstance(cross, str) for cross in crosses or []):
        raise TypeError('crosses is a list of lists of columns, such as [["sex", "age_band"]].')


def _refuse_missing(names: Sequence[str], wanted: Sequence[str], index: bool) -> None:
    for name in wanted:
        if name in names or name.startswith("#"):
            continue
        near = get_close_matches(name, names, 1, 0.6)
        hint = f'Did you mean "{near[0]}"?' if near else f"It has {', '.join(names)}."
        asked = "" if index else " An index becomes a column with index=True."
        raise ValueError(f'The frame has no column "{name}". {hint}{asked}')
