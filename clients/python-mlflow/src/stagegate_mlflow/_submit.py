"""Predicts with MLflow, uploads the predictions, and shows what the gates say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mlflow
import pandas as pd
from stagegate import Stagegate

from ._frame import frame_of, task_of
from ._names import version_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True)
class Submitted:
    """What came of it: the evaluation that was stored, and the report of the gates on it."""

    model: str
    version: int
    evaluation: Any
    report: Any
    #: The picture of the differences to the incumbent; None where there is none to compare with, or no matplotlib.
    picture: Axes | None

    @property
    def verdict(self) -> str:
        """PASS, FAIL, INCONCLUSIVE and so on, as the gates say."""
        return str(self.report.verdict)


def evaluate_and_submit(
    model_uri: str,
    data: pd.DataFrame,
    targets: str | Sequence[Any],
    slices: Sequence[str] = (),
    *,
    dataset: Mapping[str, str],
    task: str | None = None,
    features: Sequence[str] | None = None,
    row_id: str | None = None,
    model: str | None = None,
    version: int | None = None,
    to_stage: str = "Production",
    registry: Stagegate | None = None,
    save_picture: str | Path | None = None,
    **fields: Any,
) -> Submitted:
    """Predicts with a model of MLflow, has the registry measure the predictions, and prints the verdict of the gates.

    Args:
        model_uri: The model as MLflow loads it, such as `models:/churn/4`, `models:/churn@blue` or `runs:/<id>/model`.
        data: The rows to predict, with the columns of `slices`.
        targets: The column of the true values, or the values.
        slices: Columns that the metrics are also told by, each value apart; only they, the targets and what was predicted
            leave this machine.
        dataset: `name` and `version` of the data, as evaluations are compared by them; also `digest` and `split`.
        task: `binary`, `multiclass` or `regression`; unless given what the targets look like.
        features: The columns that the model is given; all but targets, slices and `row_id` where it has no signature.
        row_id: Column that names a row, by which two versions are compared pair by pair; the index unless given.
        model: Name in the registry, where `model_uri` does not say it.
        version: Its version, where `model_uri` does not say it.
        to_stage: The stage whose gates are asked.
        registry: The client; unless given one of STAGEGATE_URL and STAGEGATE_TOKEN.
        save_picture: File that the picture is written to.
        fields: What else `Stagegate.evaluate` takes, such as `label_definition` or `compare_with`.

    Raises:
        ValueError: It is not clear which version is meant, or a column is not there.
    """
    client = registry or Stagegate()
    name, number = version_of(client, model_uri, model, version)
    loaded = mlflow.pyfunc.load_model(model_uri)
    labels = data[targets] if isinstance(targets, str) else pd.Series(list(targets), index=data.index)
    kind = task or task_of(labels)
    left_out = [column for column in (targets if isinstance(targets, str) else None, row_id) if column is not None]
    frame, columns = frame_of(loaded, data, labels, kind, list(slices), features, left_out, row_id)
    evaluator = fields.pop("evaluator", f"mlflow {mlflow.__version__}")
    evaluation = client.evaluate(
        name, number, frame, task=kind, dataset=dict(dataset), slices=list(slices), evaluator=evaluator, **columns, **fields
    )
    report = client.check_gates(name, number, to_stage)
    print(report)
    return Submitted(name, number, evaluation, report, _draw(report, save_picture))


def _draw(report: Any, file: str | Path | None) -> Axes | None:
    """The first version of a model has nothing to be compared with, and matplotlib may be missing: then there is none."""
    try:
        axes: Axes = report.plot()
    except (ImportError, ValueError) as reason:
        if file is not None:
            print(f"No picture: {reason}")
        return None
    if file is not None and axes.figure is not None:
        axes.figure.savefig(file)
    return axes
