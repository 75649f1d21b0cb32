"""Tables of metrics: one metric a row, or one group a row."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ._metrics_groups import features_of
from ._metrics_reading import (
    Reading,
    as_text,
    is_count,
    is_count_name,
    is_empty,
    is_error_name,
    is_number,
    is_run_number,
    metric_of_error,
)
from ._metrics_texts import plain_text

METRICS = re.compile(r"metrics?|measures?|metric[_ ]names?", re.IGNORECASE)
NAMES = re.compile(r"names?|keys?", re.IGNORECASE)
VALUES = re.compile(r"values?|scores?|results?|metric[_ ]values?", re.IGNORECASE)
WHOLE = re.compile(r"overall|total|all", re.IGNORECASE)
"""Rows of a table of groups that are all of them."""
NUMBER = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")


@dataclass(frozen=True)
class Table:
    """Rows of one table by the names of its columns."""

    columns: Sequence[str]
    rows: Sequence[Mapping[str, Any]]
    is_text: bool
    """Whether cells are texts, which are numbers where they read as such."""

    def value_of(self, cell: Any) -> Any:
        return cell_value(cell) if self.is_text and isinstance(cell, str) else cell


def cell_value(text: str) -> Any:
    """A cell as the number it is; any other text as it is, such as a code with a zero in front."""
    if NUMBER.fullmatch(text) is None:
        return text
    number = float(text)
    return int(number) if number == int(number) and abs(number) < 2**53 else number


def table_of(text: str) -> Table:
    """The table that a CSV text holds; two columns without a header, or of a series, are metrics and values."""
    lines = _lines_of(text)
    if not lines:
        raise ValueError("it has no row below its header")
    first, *rest = lines
    is_pair = len(first) == 2
    is_headless = (
        is_pair
        and not is_number(cell_value(first[0]))
        and is_number(cell_value(first[1]))
        and (first[0] != "" or not rest)
    )
    is_series = is_pair and first[0] == "" and re.fullmatch("[0-9]*", first[1]) is not None
    header = ["metric", "value"] if is_headless or is_series else first
    lines = lines if is_headless else rest
    if not lines:
        raise ValueError("it has no row below its header")
    twice = next((name for at, name in enumerate(header) if name in header[:at]), None)
    if twice is not None:
        raise ValueError(f"it has two columns {json.dumps(twice)}")
    for at, line in enumerate(lines, 1):
        if len(line) != len(header):
            raise ValueError(f"its row {at} has {len(line)} columns, its header {len(header)}")
    return Table(header, [dict(zip(header, line, strict=True)) for line in lines], is_text=True)


def _lines_of(text: str) -> list[list[str]]:
    first = re.split("[\r\n]", text, maxsplit=1)[0]
    delimiter = next((sign for sign in (",", "\t", ";") if sign in first), ",")
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as fault:
        raise ValueError(f"it is no CSV: {fault}") from fault
    return [[cell.strip() for cell in line] for line in lines if any(cell.strip() for cell in line)]


def is_long(table: Table) -> bool:
    """Whether each row of a table names a metric."""
    has_values = any(VALUES.fullmatch(column) for column in table.columns)
    return any(METRICS.fullmatch(one) or (NAMES.fullmatch(one) and has_values) for one in table.columns)


def _long_columns(columns: Sequence[str]) -> tuple[str, str]:
    """The column of names and that of values, which is the only one left where none is called so."""
    by_name = [one for one in columns if METRICS.fullmatch(one)] + [one for one in columns if NAMES.fullmatch(one)]
    beside = (is_count_name, is_error_name, is_run_number)
    rest = [one for one in columns if one not in by_name[:1] and not any(fits(one) for fits in beside)]
    values = [one for one in columns if VALUES.fullmatch(one)] + (rest if len(rest) == 1 else [])
    if not by_name or not values:
        raise ValueError(f"it has no column of metrics and one of their values; it has {', '.join(columns)}")
    return by_name[0], values[0]


def read_long(reading: Reading, table: Table) -> None:
    """A metric on each row; further columns are features, and an empty cell says nothing of its feature."""
    names, values = _long_columns(table.columns)
    counts = next((column for column in table.columns if is_count_name(column)), None)
    errors = next((column for column in table.columns if is_error_name(column)), None)
    others = [column for column in table.columns if column not in (names, values, counts, errors)]
    for column in others:
        if is_run_number(column):
            reading.leave(column, "a number of the run")
    features = [column for column in others if not is_run_number(column)]

    def slice_of(row: Mapping[str, Any]) -> dict[str, str]:
        return {one: plain_text(as_text(row.get(one))) for one in features if not is_empty(row.get(one))}

    def is_counting(row: Mapping[str, Any]) -> bool:
        return is_count_name(as_text(row.get(names))) and is_count(table.value_of(row.get(values)))

    counted = {json.dumps(slice_of(row)): table.value_of(row[values]) for row in table.rows if is_counting(row)}
    for row in table.rows:
        if is_counting(row):
            continue
        part = slice_of(row)
        count = counted.get(json.dumps(part)) if counts is None else table.value_of(row.get(counts))
        error = None if errors is None else table.value_of(row.get(errors))
        value = table.value_of(row.get(values))
        reading.take(as_text(row.get(names)), value, slice=part, count=count, standard_error=error)


def read_wide(reading: Reading, given: Table, named: Sequence[str] | None = None) -> None:
    """A group on each row, or one row of the whole; `named` says which columns tell the groups apart."""
    table = _without_index(given)
    features = list(named) if named is not None else features_of(table)
    counts = next((one for one in table.columns if one not in features and is_count_name(one)), None)
    errors = {metric_of_error(one): one for one in table.columns if metric_of_error(one) in table.columns}
    beside = {*features, counts, *errors.values()}
    for row in table.rows:
        is_whole = all(WHOLE.fullmatch(as_text(row.get(feature))) for feature in features)
        part = {} if is_whole else {feature or "group": _part_of(row.get(feature)) for feature in features}
        count = None if counts is None else table.value_of(row.get(counts))
        for column in table.columns:
            if column not in beside:
                error = table.value_of(row.get(errors[column])) if column in errors else None
                value = table.value_of(row.get(column))
                reading.take(column, value, slice=part, count=count, standard_error=error)


def _without_index(table: Table) -> Table:
    """Without the column of row numbers that data frames write in front."""
    is_index = table.columns[0] == "" and all(table.value_of(row.get("")) == at for at, row in enumerate(table.rows))
    return replace(table, columns=table.columns[1:]) if is_index and len(table.columns) > 1 else table


def _part_of(value: Any) -> str:
    """Rows without a value are a part of their own, named as in evaluations of prediction files."""
    return "__null__" if is_empty(value) else plain_text(as_text(value))
