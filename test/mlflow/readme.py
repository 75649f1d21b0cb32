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

from stagegate_mlflow._frame import task_of  # noqa: E402
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

with_missing = names["evaluate_and_submit"]
try:
    with_missing("models:/tumours/1", data, "target", ["nothing"], dataset=names["dataset"])
except ValueError as error:
    assert "nothing" in str(error)
else:
    raise AssertionError("a slice that is no column was taken")
print("stagegate_mlflow: the program of its README, and what it promises")
