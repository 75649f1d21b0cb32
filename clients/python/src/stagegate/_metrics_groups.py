"""Which columns of a table of metrics tell its groups apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ._metrics_reading import as_text, is_count_name, is_empty, is_number, is_progress_name, is_run_number
from ._metrics_texts import plain_text

if TYPE_CHECKING:
    from ._metrics_tables import Table

NUMERAL = r"[-+]?(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)(?:e[-+]?[0-9]+)?"
WRITTEN_NUMBER = re.compile(
    rf"{NUMERAL} ?%|{NUMERAL}%? ?(?:±|\+/?-) ?{NUMERAL} ?%?|{NUMERAL}%? ?\([^)]*[0-9][^)]*\)"
    r"|[-+]?[1-9][0-9]{0,2}(?:[,.' ][0-9]{3})+(?:[.,][0-9]+)?|[-+]?[0-9]+,[0-9]+",
    re.IGNORECASE,
)
"""Numbers that are none of JSON: in percent, with what they may miss by, in thousands, with a comma."""
NO_NUMBER = re.compile(r"#?n/?a|<na>|nan|null|none|[-+]?inf(?:inity)?|-+", re.IGNORECASE)


def _kind_of(table: Table, column: str) -> str:
    """What cells are: `texts` of groups, whole numbers that may be `codes` of such, or `measures`."""
    values = [value for row in table.rows if not is_empty(value := table.value_of(row.get(column)))]
    texts = [value for value in values if isinstance(value, str)]
    numbers = [value for value in values if is_number(value)]
    if (
        any(value != int(value) for value in numbers)
        or any(isinstance(value, (list, dict)) for value in values)
        or any(WRITTEN_NUMBER.fullmatch(text) for text in texts)
    ):
        return "measures"
    if numbers:
        return "codes"
    is_named = len(texts) < len(values) or any(NO_NUMBER.fullmatch(text) is None for text in texts)
    return "texts" if is_named else "measures"


def features_of(table: Table) -> list[str]:
    """The first columns as far as they hold texts, or the first of whole numbers; and while rows of one group are left,
    further columns of either, such as bands by their number. What is measured never is one."""
    columns, rows = table.columns, table.rows
    kinds = [_kind_of(table, column) for column in columns]

    def is_code(at: int) -> bool:
        return kinds[at] == "codes" and not is_count_name(columns[at]) and not is_run_number(columns[at])

    def groups(size: int) -> int:
        return len({tuple(plain_text(as_text(row.get(one))) for one in columns[:size]) for row in rows})

    size = next((at for at, kind in enumerate(kinds) if kind != "texts"), len(columns))
    if size == 0 and len(rows) > 1 and is_code(0):
        size = 1
    while 0 < size < len(columns) and (kinds[size] == "texts" or is_code(size)) and groups(size) < len(rows):
        size += 1
    if len(rows) > 1 and groups(size) < len(rows):
        _refuse_alike(columns, size, len(rows))
    return list(columns[:size])


def _refuse_alike(columns: Sequence[str], size: int, rows: int) -> None:
    """Rows that no column tells apart are several of one group, or steps on the way."""
    progress = next((column for column in columns[size:] if is_progress_name(column)), None)
    if progress is None and size > 0:
        return
    history = (
        "" if progress is None else f"; with {progress} it looks like a history, of which one row is the evaluation"
    )
    raise ValueError(f"nothing tells its {rows} rows apart: name the columns that do as groups{history}")
