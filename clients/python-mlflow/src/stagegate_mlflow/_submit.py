"""Predicts with MLflow, uploads the predictions, and shows what the gates say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mlflow
import pandas as pd
from stagegate import Stagegate

from ._frame import frame_of
from ._names import version_of
from ._told import told

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
    slices: str | Sequence[str] = (),
    *,
    dataset: Mapping[str, str],
    task: str | None = None,
    features: Sequence[str] | None = None,
    row_id: str | None = None,
    positive: Any = None,
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
        slices: Column, or columns, that the metrics are also told by, each value apart; only they, the targets and
            what was predicted leave this machine.
        dataset: `name` and `version` of the data, as evaluations are compared by them; also `digest` and `split`.
        task: `binary`, `multiclass` or `regression`; unless given what the model and the targets look like.
        features: The columns that the model is given; all but targets, slices and `row_id` where it has no signature.
        row_id: Column that names a row, by which two versions are compared pair by pair; the index unless given.
        positive: The value that a binary model looks for; the second of its classes unless given, or the higher of two targets.
        model: Name in the registry, where `model_uri` does not say it.
        version: Its version, where `model_uri` does not say it.
        to_stage: The stage whose gates are asked.
        registry: The client; unless given one of STAGEGATE_URL and STAGEGATE_TOKEN.
        save_picture: File that the picture is written to.
        fields: What else `Stagegate.evaluate` takes, such as `label_definition` or `compare_with`.

    Raises:
        ValueError: It is not clear which version is meant, MLflow has another artifact for it, a column is not there, a row
            has no target or the id of another, or what the model answers is none of the targets.
    """
    client = registry or Stagegate()
    name, number = version_of(client, model_uri, model, version)
    loaded = mlflow.pyfunc.load_model(_artifact_of(client, model_uri, name, number))
    labels = data[targets] if isinstance(targets, str) else pd.Series(list(targets), index=data.index)
    sliced = [slices] if isinstance(slices, str) else list(slices)
    left_out = [column for column in (targets if isinstance(targets, str) else None, row_id) if column is not None]
    frame, columns, kind = frame_of(loaded, data, labels, task, sliced, features, left_out, row_id, positive)
    evaluator = fields.pop("evaluator", f"mlflow {mlflow.__version__}")
    evaluation = client.evaluate(
        name, number, frame, task=kind, dataset=dict(dataset), slices=sliced, evaluator=evaluator, **columns, **fields
    )
    report = client.check_gates(name, number, to_stage)
    print(told(report))
    return Submitted(name, number, evaluation, report, _draw(report, save_picture))


def _artifact_of(client: Stagegate, model_uri: str, name: str, number: int) -> str:
    """The address of the very version that is measured: an alias may move meanwhile, and MLflow may ask another registry.

    Raises:
        ValueError: The registry that MLflow asks has another artifact for this version.
    """
    if not model_uri.startswith(f"models:/{name}"):
        return model_uri
    known = client.get_version(name, number).artifact_uri
    loaded = mlflow.MlflowClient().get_model_version_download_uri(name, str(number))
    if loaded != known:
        raise ValueError(f"Version {number} of {name} is {known} in Stagegate, and {loaded} in the registry that MLflow asks.")
    return f"models:/{name}/{number}"


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
