"""What a model answers, as one value for each row; what is none is refused, since wrong evidence would not seem so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

NAMES = ("prediction", "predictions", "predict", "predicted")
"""What the column of the predictions is called by models that answer several."""


def predictions_of(answer: Any, index: pd.Index) -> pd.Series:
    """What was predicted of each row.

    Raises:
        ValueError: The model answers several columns or numbers for a row, and none is named as what it predicts.
    """
    if isinstance(answer, pd.DataFrame):
        named = [column for column in answer.columns if str(column).lower() in NAMES] or list(answer.columns)
        if len(named) != 1:
            columns = ", ".join(map(str, answer.columns))
            raise ValueError(f"The model answers the columns {columns}; call the one that counts prediction.")
        answer = answer[named[0]]
    values = list(answer)
    if values and getattr(values[0], "ndim", 0) > 0:
        if values[0].size != 1:
            raise ValueError(f"The model answers {values[0].size} numbers for a row; wrap it so that it predicts one.")
        values = [value.item() for value in values]
    return pd.Series(values, index=index)


def are_probabilities(predicted: pd.Series, labels: pd.Series, positive: Any) -> bool:
    """Whether a model answers how probable the positive value is, and not one of the two values.

    Raises:
        ValueError: It does, and nothing tells which value is the positive one.
    """
    if not pd.api.types.is_float_dtype(predicted) or predicted.isin(labels.unique()).all():
        return False
    if not predicted.between(0, 1).all():
        return False
    if positive is None and not pd.api.types.is_numeric_dtype(labels):
        raise ValueError("The model answers probabilities; state as positive which value they are of.")
    return True


def known_values(labels: pd.Series, classes: Sequence[Any]) -> list[Any]:
    """The values of the targets; with the classes of the model, unless they are others, or the one value sought."""
    values = list(labels.unique())
    is_of_them = any(value in classes for value in values) or len(classes) == 1
    return [*values, *(classes if is_of_them else [])]


def require_known(predicted: pd.Series, known: Sequence[Any]) -> None:
    """Holds a model to answers in the values that the targets are written in.

    Raises:
        ValueError: Nothing that was predicted is one of these values.
    """
    if len(predicted) == 0 or predicted.isin(known).any():
        return
    shown = ", ".join(str(value) for value in dict.fromkeys(known[:3]))
    advice = "write both alike, or state the task"
    raise ValueError(f"The model predicts {predicted.iloc[0]}, and the targets are {shown}; {advice}.")
