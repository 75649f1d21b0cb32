"""What a real tracking server holds of a run becomes evidence of the version that came from it."""

import os
import sys
import time
import warnings

import mlflow
import proof
from mlflow import MlflowClient
from proof import URL, check, native
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
NAME = f"evidence-{sys.argv[1]}"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
LONGEST_WAIT = 120
SETTINGS = {"log_explainer": False, "log_model_explainability": False}

mlflow.set_tracking_uri(os.environ["TRACKING_URL"])
mlflow.set_registry_uri(URL)
mlflow.set_experiment("evidence")
MAJOR = int(mlflow.__version__.split(".")[0])

frame = load_breast_cancer(as_frame=True).frame
training, test = frame[:400], frame[400:]
features = [name for name in frame if name != "target"]


def settled(version):
    """The run of a version, once it was read or given up; None where it has none."""
    end = time.monotonic() + LONGEST_WAIT
    while True:
        run = native("GET", f"/models/{NAME}/versions/{version}").get("run")
        if run is None or run["status"] != "pending":
            return run
        if time.monotonic() > end:
            raise AssertionError(f"the run of version {version} is still to be read: {run}")
        time.sleep(0.2)


def train():
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=200)).fit(training[features], training["target"])
    with mlflow.start_run(run_name="trained") as run:
        mlflow.set_tag("mlflow.source.git.commit", COMMIT)
        mlflow.log_params({"penalty": "l2", "solver": "lbfgs"})
        mlflow.log_metric("train_accuracy", 0.5, step=1)
        mlflow.log_metric("train_accuracy", model.score(training[features], training["target"]), step=2)
        mlflow.log_input(mlflow.data.from_pandas(training, targets="target", name="cancer-train"), context="training")
        place = {"name": "model"} if MAJOR > 2 else {"artifact_path": "model"}
        mlflow.sklearn.log_model(model, **place, registered_model_name=NAME, input_example=training[features][:2])
    return run.info.run_id, model.score(training[features], training["target"]), model.score(test[features], test["target"])


def read(run_id, accuracy):
    run = settled(1)
    seen = {key: run[key] for key in ("status", "runId", "name", "state", "gitCommit", "params", "reason")}
    params = {"penalty": "l2", "solver": "lbfgs"}
    expected = {"status": "read", "runId": run_id, "name": "trained", "state": "FINISHED", "gitCommit": COMMIT}
    check("the run is kept", seen, {**expected, "params": params, "reason": None})
    check("with the last of its metrics", run["metrics"], {"train_accuracy": accuracy})
    datasets = [(one["name"], one["context"], len(one["digest"]) > 0) for one in run["datasets"]]
    check("with its datasets", datasets, [("cancer-train", "training", True)])
    columns = [column["name"] for column in run["signature"]["inputs"]] if run["signature"] else None
    check("with the signature of its logged model, which MLflow 2 has not", columns, features if MAJOR > 2 else None)


def settle_others(run_id):
    native("POST", f"/models/{NAME}/versions", {"artifactUri": "s3://models/2", "runId": run_id})
    check("a native registration has its run read, too", settled(2)["status"], "read")
    MlflowClient().create_model_version(NAME, "s3://models/3", run_id="0" * 32)
    lost = settled(3)
    check("a run that is not there is told", (lost["status"], "0" * 32 in lost["reason"]), ("unreadable", True))
    MlflowClient().create_model_version(NAME, "s3://models/4")
    check("a version without a run has none", settled(4), None)


def evaluate(address):
    """By a run of its own, as `mlflow.evaluate` does it; answers the id of that run."""
    data = mlflow.data.from_pandas(test, targets="target", name="cancer-test")
    with mlflow.start_run(run_name="evaluated") as run:
        mlflow.models.evaluate(address, data=data, model_type="classifier", evaluator_config=SETTINGS)
    return run.info.run_id


def submit(asked, run_id, accuracy):
    made = native("POST", f"/models/{NAME}/versions/1/evaluations/from-run", {**asked, "split": "test"})
    check("the evaluation is of its dataset", (made["dataset"]["name"], made["dataset"]["split"]), ("cancer-test", "test"))
    check("and names the run that measured", made["evaluator"], f"mlflow run {run_id}")
    metrics = {one["name"]: one for one in made["metrics"]}
    told = metrics["accuracy"]
    check("accuracy is that of scikit-learn", (round(told["value"], 12), told["count"]), (round(accuracy, 12), len(test)))
    check("other metrics have the names of the gates", {"f1_score", "precision", "recall", "log_loss"} - {*metrics}, set())
    check("nothing of the training is among them", "train_accuracy" in metrics, False)


def promote():
    rules = [{"id": "floor", "metric": "accuracy", "min": 0.8}]
    native("PUT", f"/models/{NAME}/gate-policy", {"rules": rules, "approvals": {"slots": []}, "allowSkipStaging": True})
    moved = MlflowClient().transition_model_version_stage(NAME, "1", "Production")
    check("a gate trusts what MLflow measured", moved.current_stage, "Production")


run_id, of_training, of_test = train()
read(run_id, of_training)
settle_others(run_id)
# The address of a version leads MLflow to no logged model, that of a logged model does.
by_name = evaluate(f"models:/{NAME}/1")
submit({"runId": by_name}, by_name, of_test)
if MAJOR > 2:
    by_model = evaluate(MlflowClient().get_model_version(NAME, "1").source)
    submit({}, by_model, of_test)
promote()
print(f"mlflow {mlflow.__version__}: runs become evidence, {proof.done} steps as expected")
