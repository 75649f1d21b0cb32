"""The frame of predictions that is uploaded: targets, what was predicted, and the columns of the slices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ._answers import are_probabilities, known_values, predictions_of, require_known

ROW, LABEL, PREDICTION, SCORE = "__row", "__label", "__prediction", "__score"


def task_of(labels: pd.Series, predicted: pd.Series | None = None, classes: Sequence[Any] | None = None) -> str:
    """What model and targets look like: a classifier is told by its classes, a regression by fractions in what was
    predicted or in numbers with fractions as targets, two values are binary, all else several classes."""
    if classes is not None:
        return "binary" if len(classes) <= 2 else "multiclass"
    if labels.nunique(dropna=True) <= 2:
        return "binary"
    numbers = pd.api.types.is_numeric_dtype(labels) and predicted is not None and pd.api.types.is_float_dtype(predicted)
    has_fractions = numbers and bool((predicted % 1 != 0).any())
    return "regression" if has_fractions or pd.api.types.is_float_dtype(labels) else "multiclass"


def frame_of(
    loaded: Any,
    data: pd.DataFrame,
    labels: pd.Series,
    task: str | None,
    slices: list[str],
    features: Sequence[str] | None,
    left_out: list[str],
    row_id: str | None,
    positive: Any = None,
) -> tuple[pd.DataFrame, dict[str, str], str]:
    """The rows to upload, which column is which, and the task, by what model and targets look like unless stated."""
    missing = [column for column in [*slices, *(features or []), *left_out] if column not in data]
    if missing:
        raise ValueError(f"The data has no column {', '.join(missing)}.")
    if labels.isna().any():
        raise ValueError(f"{labels.isna().sum()} rows have no target; leave them out.")
    given = data[_inputs_of(loaded, data, slices, features, left_out)]
    predicted = predictions_of(loaded.predict(given), data.index)
    classes = _classes(loaded)
    kind = task or task_of(labels, predicted, classes)
    frame = data[slices].copy()
    frame[ROW] = _row_ids(data, row_id)
    frame[LABEL] = labels
    frame[PREDICTION] = predicted
    columns = {"row_id": ROW, "label": LABEL, "prediction": PREDICTION}
    if kind == "binary":
        sought = positive_of(classes, labels, positive)
        score = _scores(loaded, given, 1 if classes is None or sought not in classes else classes.index(sought))
        if score is None and classes is None and are_probabilities(predicted, labels, positive):
            score = predicted
            frame[PREDICTION] = predicted >= 0.5
        else:
            require_known(predicted, known_values(labels, classes or [sought]))
            frame[PREDICTION] = predicted == sought
        if score is not None:
            frame[SCORE] = score
            columns["score"] = SCORE
        frame[LABEL] = (labels == sought).astype(int)
        frame[PREDICTION] = frame[PREDICTION].astype(int)
    elif kind == "multiclass":
        require_known(predicted, known_values(labels, classes or []))
    return frame, columns, kind


def positive_of(known: Sequence[Any] | None, labels: pd.Series, stated: Any = None) -> Any:
    """What a binary model looks for: what is stated, the second of the classes that it knows, or the higher of two values.

    Raises:
        ValueError: The targets have one value alone, and nothing tells whether it is the one that is looked for.
    """
    if stated is not None:
        return stated
    if known is not None and len(known) == 2:
        return known[1]
    found = sorted(labels.unique())
    if len(found) == 2:
        return found[1]
    one = found[0]
    if str(one) in ("1", "1.0", "True"):
        return one
    if str(one) in ("0", "0.0", "False"):
        return "True" if one == "False" else type(one)(1)
    raise ValueError(f"The targets are all {one}; state which value is looked for as positive.")


def _row_ids(data: pd.DataFrame, row_id: str | None) -> pd.Series:
    ids = pd.Series(data.index if row_id is None else data[row_id].array, index=data.index)
    repeated = int(ids.duplicated().sum())
    if repeated == 0:
        return ids
    what, advice = ("The index", "reset it, or name") if row_id is None else (f"The column {row_id}", "name")
    raise ValueError(f"{what} gives {repeated} rows an id that another has; {advice} a column of ids by row_id.")


def _inputs_of(
    loaded: Any, data: pd.DataFrame, slices: list[str], features: Sequence[str] | None, left_out: list[str]
) -> list[str]:
    if features is not None:
        return list(features)
    schema = loaded.metadata.get_input_schema()
    named = [] if schema is None or not schema.has_input_names() else schema.input_names()
    if named and all(name in data for name in named):
        return list(named)
    return [column for column in data.columns if column not in left_out and column not in slices]


def _classes(loaded: Any) -> list[Any] | None:
    """The classes of the model behind, in its order, where it tells them."""
    try:
        return list(loaded.get_raw_model().classes_)
    except (AttributeError, NotImplementedError):
        return None


def _scores(loaded: Any, given: pd.DataFrame, column: int) -> Any:
    """The probability of the class of a column, where the model behind tells it of two."""
    try:
        probabilities = loaded.get_raw_model().predict_proba(given)
    except (AttributeError, NotImplementedError):
        return None
    return probabilities[:, column] if probabilities.shape[1] == 2 else None
