"""Runs the program of clients/python-mlflow/README.md, and holds what it promises."""

import os
import pathlib
import re
import tempfile

README = pathlib.Path(__file__).parents[2] / "clients" / "python-mlflow" / "README.md"

program = "\n".join(re.findall(r"```python\n(.*?)```", README.read_text(), re.S))
os.environ.setdefault("MPLBACKEND", "agg")
os.chdir(tempfile.mkdtemp())
names = {}
exec(compile(program, str(README), "exec"), names)

first, second = names["first"], names["second"]
assert (first.version, second.version) == (1, 2), (first, second)
assert first.evaluation.evaluator.startswith("mlflow "), first.evaluation
assert {str(metric.name) for metric in first.evaluation.metrics} >= {"accuracy", "auc_roc"}, first.evaluation
assert second.verdict == "FAIL", second.report
assert os.path.getsize("tumours.png") > 1000
assert second.picture is not None and first.picture is None

import pandas as pd  # noqa: E402
from stagegate_mlflow._frame import positive_of, task_of  # noqa: E402
from stagegate_mlflow._names import version_of  # noqa: E402

registry = names["registry"]
for address, version in [("2", 2), ("Production", 1), ("latest", 2)]:
    assert version_of(registry, f"models:/tumours/{address}", None, None) == ("tumours", version), address
assert version_of(registry, "models:/tumours@champion", None, None) == ("tumours", 1)
assert version_of(registry, "runs:/x/model", "tumours", 3) == ("tumours", 3)
for address in ("runs:/x/model", "models:/tumours/Nowhere"):
    try:
        version_of(registry, address, None, None)
    except ValueError:
        continue
    raise AssertionError(address)
data = names["data"]
assert [task_of(data["target"]), task_of(data["mean radius"])] == ["binary", "regression"]

for known, values, sought in [
    (["no", "yes"], ["no", "no"], "yes"),
    (None, ["no", "yes"], "yes"),
    (None, [0, 0], 1),
    (None, ["0"], "1"),
    (None, [0.0], 1.0),
    (None, [False], True),
]:
    assert positive_of(known, pd.Series(values)) == sought, (known, values)
assert positive_of(None, pd.Series(["no"]), "yes") == "yes"


def refusal(work):
    try:
        work()
    except ValueError as error:
        return str(error)
    raise AssertionError("this was taken")


assert "positive" in refusal(lambda: positive_of(None, pd.Series(["no", "no"])))
submit, dataset = names["evaluate_and_submit"], names["dataset"]
assert "nothing" in refusal(lambda: submit("models:/tumours/1", data, "target", ["nothing"], dataset=dataset))
unlabelled = data.assign(target=data["target"].where(data.index > data.index[0]))
assert "no target" in refusal(lambda: submit("models:/tumours/1", unlabelled, "target", ["size"], dataset=dataset))

from types import SimpleNamespace  # noqa: E402

from stagegate_mlflow._submit import _artifact_of  # noqa: E402

assert _artifact_of(registry, "models:/tumours@champion", "tumours", 1) == "models:/tumours/1"
elsewhere = SimpleNamespace(get_version=lambda name, number: SimpleNamespace(artifact_uri="s3://elsewhere"))
assert "s3://elsewhere" in refusal(lambda: _artifact_of(elsewhere, "models:/tumours/1", "tumours", 1))
print("stagegate_mlflow: the program of its README, and what it promises")
