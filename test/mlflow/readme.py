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
import contextlib  # noqa: E402
import io  # noqa: E402

import mlflow  # noqa: E402
import numpy as np  # noqa: E402
from sklearn.datasets import load_diabetes, load_iris  # noqa: E402
from sklearn.linear_model import LogisticRegression, Ridge  # noqa: E402
from stagegate_mlflow._answers import predictions_of  # noqa: E402


def submitted(name, model, frame, target, features, rules, slices=(), **more):
    """What is said of the newest version of a model, and what was printed."""
    log = mlflow.sklearn.log_model if hasattr(model, "fit") else mlflow.pyfunc.log_model
    what = {"sk_model": model} if hasattr(model, "fit") else {"python_model": model}
    log(**what, name="model", registered_model_name=name, input_example=frame[features][:2])
    registry.set_gate_policy(name, {"rules": rules, "approvals": {"slots": []}, "allowSkipStaging": True})
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        done = submit(f"models:/{name}/latest", frame, target, slices, dataset={"name": name, "version": "1"}, **more)
    return done, printed.getvalue()


# Several classes that are texts, a slice by the name of its column, and every reason of a refusal, whole.
iris = load_iris(as_frame=True)
flowers = iris.data.assign(species=iris.target_names[iris.target], wide=iris.data["sepal width (cm)"] > 3)
measured = list(iris.data.columns)
good = LogisticRegression(max_iter=500).fit(flowers[measured], flowers["species"])
rules = [{"metric": "accuracy", "min": 0.9}, {"metric": "f1_macro", "min": 0.9}, {"metric": "mcc", "min": 0.9}]
first, printed = submitted("flowers", good, flowers, "species", measured, rules, "wide")
assert (first.verdict, printed.count("\n")) == ("PASS", 1), printed
slices = [metric.slice_.to_dict() for metric in first.evaluation.metrics if str(metric.name) == "accuracy"]
assert {"wide": "true"} in slices and {"wide": "false"} in slices, slices
worse = LogisticRegression(C=1e-6).fit(flowers[measured], flowers["species"].where(flowers.index < 60, "setosa"))
refused, printed = submitted("flowers", worse, flowers, "species", measured, rules, ["wide"])
assert refused.verdict == "FAIL" and "…" not in printed, printed
for rule in refused.report.rules:
    assert f"[{rule.id}] {rule.message}" in printed, (rule.id, printed)
# Two of its classes in the data do not make a model of three a binary one.
pair = flowers[flowers["species"] != "virginica"]
two, _ = submitted("flowers", good, pair, "species", measured, rules)
assert "f1_macro" in {str(metric.name) for metric in two.evaluation.metrics}, two.evaluation

# A regression of whole numbers.
patients = load_diabetes(as_frame=True).frame.assign(target=lambda frame: frame["target"].astype(int))
given = [column for column in patients if column != "target"]
ridge = Ridge().fit(patients[given], patients["target"])
regressed, printed = submitted("progress", ridge, patients, "target", given, [{"metric": "rmse", "max": 70}])
assert regressed.verdict == "PASS", printed


class Probability(mlflow.pyfunc.PythonModel):
    def __init__(self, model):
        self.model = model

    def predict(self, context, model_input, params=None):
        return self.model.predict_proba(model_input)[:, 1]


# A model that answers probabilities is measured by them, and not as one that never finds anything.
features = names["features"]
binary = LogisticRegression(max_iter=1000).fit(data[features], data["target"])
sure = [{"metric": "accuracy", "min": 0.7}, {"metric": "auc_roc", "min": 0.7}]
scored, printed = submitted("scored", Probability(binary), data, "target", features, sure)
assert scored.verdict == "PASS", printed
shares = [metric.value for metric in scored.evaluation.metrics if str(metric.name) == "accuracy"]
assert abs(shares[0] - binary.score(data[features], data["target"])) < 1e-9, shares
spelt = data.assign(target=np.where(data["target"] == 1, "benign", "malign"))
assert "positive" in refusal(lambda: submitted("scored", Probability(binary), spelt, "target", features, sure))
assert "write both alike" in refusal(lambda: submitted("scored", binary, spelt, "target", features, sure, task="multiclass"))
twice = pd.concat([data[:9], data[:9]])
assert "gives 9 rows" in refusal(lambda: submit("models:/tumours/1", twice, "target", dataset=dataset))

index = pd.RangeIndex(2)
assert list(predictions_of(pd.DataFrame({"score": [0.1, 0.9], "prediction": [0, 1]}), index)) == [0, 1]
assert list(predictions_of(np.array([[0.1], [0.9]]), index)) == [0.1, 0.9]
assert "a, b" in refusal(lambda: predictions_of(pd.DataFrame({"a": [1, 2], "b": [1, 2]}), index))
assert "3 numbers" in refusal(lambda: predictions_of(np.zeros((2, 3)), index))
print("stagegate_mlflow: the program of its README, and what it promises")
