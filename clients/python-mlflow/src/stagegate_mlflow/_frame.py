"""The frame of predictions that is uploaded: targets, what was predicted, and the columns of the slices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

ROW, LABEL, PREDICTION, SCORE = "__row", "__label", "__prediction", "__score"


def task_of(labels: pd.Series) -> str:
    """What targets look like: two values are binary, numbers with fractions a regression, all else several classes."""
    if labels.nunique(dropna=True) <= 2:
        return "binary"
    return "regression" if pd.api.types.is_float_dtype(labels) else "multiclass"


def frame_of(
    loaded: Any,
    data: pd.DataFrame,
    labels: pd.Series,
    task: str,
    slices: list[str],
    features: Sequence[str] | None,
    left_out: list[str],
    row_id: str | None,
) -> tuple[pd.DataFrame, dict[str, str]]:
    """The rows to upload, and which column is which."""
    missing = [column for column in [*slices, *(features or []), *left_out] if column not in data]
    if missing:
        raise ValueError(f"The data has no column {', '.join(missing)}.")
    given = data[_inputs_of(loaded, data, slices, features, left_out)]
    frame = data[slices].copy()
    frame[ROW] = data.index if row_id is None else data[row_id]
    frame[LABEL] = labels
    frame[PREDICTION] = _column(loaded.predict(given), data.index)
    columns = {"row_id": ROW, "label": LABEL, "prediction": PREDICTION}
    if task == "binary":
        score = _scores(loaded, given)
        if score is not None:
            frame[SCORE] = score
            columns["score"] = SCORE
        classes = sorted(labels.dropna().unique())
        if [str(one) for one in classes] not in (["0", "1"], ["0"], ["1"], ["False", "True"]):
            # The higher of two values is what is looked for, as scikit-learn has it.
            frame[LABEL] = (labels == classes[-1]).astype(int)
            frame[PREDICTION] = (frame[PREDICTION] == classes[-1]).astype(int)
    return frame, columns


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


def _column(predicted: Any, index: pd.Index) -> pd.Series:
    values = predicted.iloc[:, 0] if isinstance(predicted, pd.DataFrame) else predicted
    return pd.Series(list(values), index=index)


def _scores(loaded: Any, given: pd.DataFrame) -> Any:
    """The probability of the second class, where the model behind tells it."""
    try:
        probabilities = loaded.get_raw_model().predict_proba(given)
    except (AttributeError, NotImplementedError):
        return None
    return probabilities[:, 1] if probabilities.shape[1] == 2 else None
