"""The formats of other tools, how each is recognised and read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ._metrics_reading import Reading, as_text, is_count, is_count_name, is_error_name, is_number, metric_of_error
from ._metrics_tables import Table, is_long, read_long, read_wide

Document = Mapping[str, Any]
Reader = Callable[[Reading, Any, "Sequence[str] | None"], None]

REPORT_COLUMNS = ("precision", "recall", "f1-score", "support")
REPORT_NAMES = {"precision": "precision", "recall": "recall", "f1-score": "f1"}
AVERAGE = re.compile(r"(macro|weighted|micro|samples) avg")
EVALUATED = re.compile(r"(eval|test|predict)_")
BY_TRAINER = re.compile(r"(?:eval|test|predict)_(?:loss|runtime|samples|samples_per_second|steps_per_second)")
BESIDE_RESULTS = ("n-samples", "n-shot", "versions", "configs", "lm_eval_version")
HARNESS_ERROR = re.compile(r"_stderr(?=,|$)")


def read_object(reading: Reading, document: Document, path: tuple[str, ...] = (), above: Any = None) -> None:
    """Flat or nested JSON, as DVC and MLflow write it: names are joined by dots, but for what is just called
    metrics, and a count holds for all beside and below it."""
    counted = _counted(document)
    count = above if counted is None else document[counted]
    errors = {metric_of_error(name): name for name in document if is_number(document.get(metric_of_error(name) or ""))}
    for name, value in document.items():
        if name == counted or name in errors.values():
            continue
        at = (*path, name)
        if isinstance(value, Mapping):
            _read_part(reading, value, path if name == "metrics" else at, count)
        else:
            reading.take(".".join(at), value, count=count, standard_error=document.get(errors.get(name, "")))


def _read_part(reading: Reading, part: Document, path: tuple[str, ...], above: Any) -> None:
    """One value with what stands beside it, or more names."""
    if not is_number(part.get("value")):
        return read_object(reading, part, path, above)
    counted = _counted(part)
    error = next((part[name] for name in part if is_error_name(name)), None)
    count = above if counted is None else part[counted]
    reading.take(".".join(path), part["value"], count=count, standard_error=error)


def _counted(document: Document) -> str | None:
    return next((name for name in document if is_count_name(name) and is_count(document[name])), None)


def is_hugging_face(document: Document) -> bool:
    return any(BY_TRAINER.fullmatch(name) for name in document)


def read_hugging_face(reading: Reading, document: Document) -> None:
    """Results of a Hugging Face trainer: the prefix goes where there is but one, and its samples are the count."""
    found = {name: start[1] for name in document if (start := EVALUATED.match(name))}
    prefixes = list(dict.fromkeys(found.values()))
    for name, value in document.items():
        prefix = found.get(name)
        if name == f"{prefix}_samples" and is_count(value):
            continue
        count = document.get(f"{prefix or (prefixes or [None])[0]}_samples")
        named = name[len(prefix) + 1 :] if prefix is not None and len(prefixes) == 1 else name
        reading.take(name, value, named=named, count=count)


def _is_report_row(value: Any) -> bool:
    return isinstance(value, Mapping) and all(column in value for column in REPORT_COLUMNS)


def is_classification_report(document: Document) -> bool:
    return any(_is_report_row(value) for value in document.values())


def read_classification_report(reading: Reading, document: Document) -> None:
    """scikit-learn's report: averages are metrics of the whole, and every class is a slice, whose numbers are those of
    the class against all others and whose count is its support, the rows that have the class as label."""
    totals = [row["support"] for name, row in document.items() if AVERAGE.fullmatch(name) and _is_report_row(row)]
    total = totals[0] if totals else None
    for name, row in document.items():
        average = AVERAGE.fullmatch(name)
        if name == "accuracy":
            reading.take(name, row["precision"] if _is_report_row(row) else row, count=total)
        elif not _is_report_row(row):
            reading.take(name, row, count=total)
        else:
            for column, metric in REPORT_NAMES.items():
                named = metric if average is None else f"{metric}_{average[1]}"
                part = {"class": name} if average is None else {}
                reading.take(named, row[column], slice=part, count=row["support"])


def is_harness(document: Document) -> bool:
    return isinstance(document.get("results"), Mapping) and any(name in document for name in BESIDE_RESULTS)


def read_harness(reading: Reading, document: Document) -> None:
    """Results of lm-evaluation-harness: every task is a slice, and of a single task the whole as well, since the data
    is that task. A filter other than none stays in the name of the metric, as the harness writes it."""
    results = document.get("results")
    tasks = results if isinstance(results, Mapping) else {}
    for task, values in tasks.items():
        if isinstance(values, Mapping):
            for part in [{}, {"task": task}] if len(tasks) == 1 else [{"task": task}]:
                _read_task(reading, values, part, _samples_of(document, task))
    for name, value in document.items():
        if is_number(value):
            reading.leave(name, "a number of the run")


def _read_task(reading: Reading, values: Document, part: Mapping[str, str], count: Any) -> None:
    for name, value in values.items():
        if HARNESS_ERROR.search(name) or name in ("alias", "name", "sample_len"):
            continue
        metric, _, filter_ = name.partition(",")
        error = values.get(f"{metric}_stderr,{filter_}" if filter_ else f"{metric}_stderr")
        named = metric if filter_ in ("", "none") else name
        given = values.get("sample_len") if count is None else count
        reading.take(name, value, named=named, slice=part, count=given, standard_error=error)


def _samples_of(document: Document, task: str) -> Any:
    """Examples of a task; those of a group are those of its tasks."""
    samples, groups = document.get("n-samples"), document.get("group_subtasks")
    own = samples.get(task) if isinstance(samples, Mapping) else None
    if isinstance(own, Mapping):
        return own.get("effective")
    if own is not None:
        return own
    parts = groups.get(task) if isinstance(groups, Mapping) else None
    if not isinstance(parts, list) or not parts or task in parts:
        return None
    counts = [_samples_of(document, str(one)) for one in parts]
    return sum(counts) if all(is_number(one) for one in counts) else None


def _object(read: Callable[[Reading, Document], None]) -> Reader:
    return lambda reading, document, _groups: read(reading, document)


FORMATS: Mapping[str, Reader] = {
    "json": _object(read_object),
    "classification-report": _object(read_classification_report),
    "hugging-face": _object(read_hugging_face),
    "lm-eval": _object(read_harness),
    "table": lambda reading, table, _groups: read_long(reading, table),
    "groups": read_wide,
}
"""By the names that force them."""


def recognise(content: Document | Table) -> str:
    """The format of a document or a table."""
    if isinstance(content, Table):
        return "table" if is_long(content) else "groups"
    if is_harness(content):
        return "lm-eval"
    if is_classification_report(content):
        return "classification-report"
    return "hugging-face" if is_hugging_face(content) else "json"


def tidied(content: Any) -> Document | Table:
    """What lies around metrics is taken off: the run that MLflow answers, the report that a data frame made a table."""
    if isinstance(content, Table):
        return _report_of(content) or content
    if isinstance(content, list):
        return _table_of_records(content)
    if not isinstance(content, Mapping):
        raise ValueError("it holds neither names with values nor a table")
    if isinstance(content.get("log_history"), list):
        return _last_evaluation(content["log_history"])
    run = content["run"] if isinstance(content.get("run"), Mapping) else content
    metrics = run["data"].get("metrics") if isinstance(run.get("data"), Mapping) else None
    if isinstance(metrics, list):
        return _table_of_records(metrics)
    return metrics if isinstance(metrics, Mapping) else _report_in(content) or content


def _report_in(content: Document) -> Document | None:
    """The classification report that is all that a document holds, or whose columns it holds."""
    if len(content) == 1:
        (only,) = content.values()
        return only if isinstance(only, Mapping) and is_classification_report(only) else None
    if not all(isinstance(content.get(column), Mapping) for column in REPORT_COLUMNS):
        return None
    return {row: {column: content[column].get(row) for column in REPORT_COLUMNS} for row in content[REPORT_COLUMNS[0]]}


def _last_evaluation(history: Sequence[Any]) -> Document:
    """What the state of a Hugging Face trainer remembers of its last evaluation."""
    evaluations = [one for one in history if isinstance(one, Mapping) and any(name.startswith("eval_") for name in one)]
    if not evaluations:
        raise ValueError("its log_history holds no evaluation")
    return evaluations[-1]


def _table_of_records(records: Sequence[Any]) -> Table:
    if not records or not all(isinstance(one, Mapping) for one in records):
        raise ValueError("it is a list of something else than objects")
    return Table(list(dict.fromkeys(name for one in records for name in one)), records, is_text=False)


def _report_of(table: Table) -> Document | None:
    """The classification report that a table is, whichever way round it was written."""
    key, *others = table.columns
    by_row = {as_text(row.get(key)): {one: table.value_of(row.get(one)) for one in others} for row in table.rows}
    if is_classification_report(by_row):
        return by_row
    by_column = {one: {as_text(row.get(key)): table.value_of(row.get(one)) for row in table.rows} for one in others}
    return by_column if is_classification_report(by_column) else None
