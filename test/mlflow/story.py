"""What MLflow's own client does, unchanged, with Stagegate as its registry and an MLflow server for its runs."""

import os
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor

import mlflow
import numpy
import proof
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException, RestException
from proof import URL, check, native, refused
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
NAME = f"cancer-{sys.argv[1]}"
ROUNDS = int(sys.argv[2])

mlflow.set_tracking_uri(os.environ["TRACKING_URL"])
mlflow.set_registry_uri(URL)
client = MlflowClient()
MAJOR = int(mlflow.__version__.split(".")[0])


def train():
    data, labels = load_breast_cancer(return_X_y=True)
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=200)).fit(data, labels)
    mlflow.set_experiment("cancer")
    with mlflow.start_run() as run:
        mlflow.log_param("penalty", "l2")
        mlflow.log_metric("accuracy", model.score(data, labels))
        place = {"name": "model"} if MAJOR > 2 else {"artifact_path": "model"}
        mlflow.sklearn.log_model(model, **place, registered_model_name=NAME, input_example=data[:2])
    registered = mlflow.register_model(f"runs:/{run.info.run_id}/model", NAME)
    check("register_model gives the next number", int(registered.version), 2)
    check("and keeps its run", registered.run_id, run.info.run_id)
    return data, model.predict(data)


def evaluate(version, accuracy):
    metrics = [
        {"name": "accuracy", "value": 0.95, "count": 5000},
        {"name": "accuracy", "slice": {"age": "60+"}, "value": accuracy, "count": 900},
    ]
    body = {"dataset": {"name": "cancer-test", "version": "1"}, "metrics": metrics}
    native("POST", f"/models/{NAME}/versions/{version}/evaluations", body)


def promote():
    rules = [{"id": "floor", "metric": "accuracy", "min": 0.8, "slices": [{"age": "60+"}]}]
    native("PUT", f"/models/{NAME}/gate-policy", {"rules": rules, "approvals": {"slots": []}, "allowSkipStaging": True})
    evaluate(1, 0.9)
    evaluate(2, 0.71)
    moved = client.transition_model_version_stage(NAME, "1", "Production")
    check("the version moves", (moved.current_stage, moved.aliases), ("Production", ["champion"]))
    error = refused(
        "a promotion that the gates refuse",
        lambda: client.transition_model_version_stage(NAME, "2", "Production"),
        *("floor", "age=60+", "0.71", "0.8", "/api/v1/gate-reports/"),
    )
    check("and its code is a conflict", (error.error_code, isinstance(error, RestException)), ("RESOURCE_CONFLICT", True))
    refused("an alias around the gates", lambda: client.set_registered_model_alias(NAME, "champion", "2"), "floor")
    tags = client.get_model_version(NAME, "2").tags
    check("the verdict is a tag", (tags["stagegate.verdict"], tags["stagegate.verdict_stage"]), ("FAIL", "Production"))
    copied = client.copy_model_version(f"models:/{NAME}/1", f"{NAME}-copy")
    check("a copy of what was judged is not judged", [key for key in copied.tags if key.startswith("stagegate.")], [])
    refused("emptying Production", lambda: client.transition_model_version_stage(NAME, "1", "Archived"), "Production")


def load(data, predictions):
    client.transition_model_version_stage(NAME, "2", "Staging")
    client.set_registered_model_alias(NAME, "blue", "2")
    for address in ["1", "2", "Production", "Staging", "latest"]:
        loaded = mlflow.pyfunc.load_model(f"models:/{NAME}/{address}")
        check(f"models:/{NAME}/{address} predicts the same", bool(numpy.array_equal(loaded.predict(data), predictions)))
    for alias in ["champion", "blue"]:
        loaded = mlflow.sklearn.load_model(f"models:/{NAME}@{alias}")
        check(f"models:/{NAME}@{alias} predicts the same", bool(numpy.array_equal(loaded.predict(data), predictions)))


def call_everything():
    other = f"{NAME}-calls"
    model = client.create_registered_model(other, tags={"team": "risk"}, description="All calls.")
    check("create_registered_model", (model.name, model.tags, model.description), (other, {"team": "risk"}, "All calls."))
    refused("a second one", lambda: client.create_registered_model(other), "already exists")
    client.update_registered_model(other, description="Changed.")
    check("get_registered_model", client.get_registered_model(other).description, "Changed.")
    client.set_registered_model_tag(other, "k", "v")
    client.delete_registered_model_tag(other, "team")
    check("tags of a model", client.get_registered_model(other).tags, {"k": "v"})
    made = client.create_model_version(other, "s3://bucket/m", run_link="https://runs/1", description="First.", tags={"a": "b"})
    check("create_model_version", (made.version, made.status, made.run_link, made.tags), ("1", "READY", "https://runs/1", {"a": "b"}))
    client.update_model_version(other, "1", "Changed.")
    client.set_model_version_tag(other, "1", "k", "v")
    client.delete_model_version_tag(other, "1", "a")
    seen = client.get_model_version(other, "1")
    check("get_model_version", (seen.description, seen.tags, seen.user_id), ("Changed.", {"k": "v"}, "admin"))
    check("get_model_version_download_uri", client.get_model_version_download_uri(other, "1"), "s3://bucket/m")
    client.set_registered_model_alias(other, "blue", "1")
    check("get_model_version_by_alias", client.get_model_version_by_alias(other, "blue").version, "1")
    copied = client.copy_model_version(f"models:/{other}/1", f"{other}-copy")
    check("copy_model_version", (copied.version, copied.source), ("1", f"models:/{other}/1"))
    check("get_latest_versions", [one.version for one in client.get_latest_versions(other)], ["1"])
    client.delete_registered_model_alias(other, "blue")
    refused("an alias that is gone", lambda: client.get_model_version_by_alias(other, "blue"), "blue not found")
    client.delete_model_version(other, "1")
    refused("a version that is gone", lambda: client.get_model_version(other, "1"), "not found")
    check("numbers go on", client.create_model_version(other, "s3://bucket/m").version, "2")
    client.rename_registered_model(other, f"{other}-renamed")
    client.delete_registered_model(f"{other}-renamed")
    refused("a model that is gone", lambda: client.get_registered_model(f"{other}-renamed"), "not found")
    register_prompt = mlflow.genai.register_prompt if MAJOR > 2 else mlflow.register_prompt
    refused("a prompt", lambda: register_prompt(name=f"{NAME}-prompt", template="Say {{word}}."), "no prompts")
    if MAJOR > 2:
        refused("webhooks", client.list_webhooks, "webhooks")


def search():
    name = f"{NAME}-search"
    client.create_registered_model(name, tags={"team": "a b"})
    for run in ["r1", "R2", "r3"]:
        client.create_model_version(name, f"s3://b/{run}", run_id=run, tags={"run": run})
    for filter_string, versions in [
        (f"name = '{name}'", [3, 2, 1]),
        (f"name LIKE '{name}%' AND version_number >= 2", [3, 2]),
        (f"name ILIKE '{name.upper()}' AND version_number != 2", [3, 1]),
        (f"name = '{name}' AND version_number < 3 AND version_number > 1", [2]),
        (f"name = '{name}' AND version_number <= 1", [1]),
        (f"name = '{name}' AND run_id IN ('r1', 'R2')", [2, 1]),
        (f"name = '{name}' AND run_id NOT IN ('r1')", [3, 2]),
        (f"name = '{name}' AND source_path = 's3://b/r3'", [3]),
        (f"name = '{name}' AND tags.run != 'r3'", [2, 1]),
        (f"name IN ('{name}') AND tag.`run` LIKE 'r%'", [3, 1]),
        (f"name = '{name}' AND current_stage = 'None'", [3, 2, 1]),
    ]:
        found = client.search_model_versions(filter_string, order_by=["version_number DESC"])
        check(filter_string, [int(one.version) for one in found], versions)
    pages, token = [], None
    while token or not pages:
        page = client.search_model_versions(f"name = '{name}'", max_results=1, page_token=token)
        pages += [int(one.version) for one in page]
        token = page.token
    check("pages join", sorted(pages), [1, 2, 3])
    models = client.search_registered_models(f"name LIKE '{NAME}%' AND tags.team = 'a b'", order_by=["name DESC"])
    check("search_registered_models", [one.name for one in models], [name])
    for bad in ["name = 'a' OR name = 'b'", "nothing = 'x'", "name"]:
        refused(bad, lambda bad=bad: client.search_model_versions(bad))


def race(parallel):
    name = f"{NAME}-race-{parallel}"
    client.create_registered_model(name)
    native("PUT", f"/models/{name}/gate-policy", {"preset": "open"})
    for _ in range(parallel):
        client.create_model_version(name, "s3://b/m")

    def transition(version):
        try:
            client.transition_model_version_stage(name, version, "Production", archive_existing_versions=True)
        except MlflowException as error:
            if error.error_code not in ("RESOURCE_CONFLICT",):
                raise

    with ThreadPoolExecutor(parallel) as pool:
        for number in range(ROUNDS):
            list(pool.map(transition, [str(version + 1) for version in range(parallel)]))
            found = client.search_model_versions(f"name = '{name}' AND current_stage = 'Production'")
            check(f"round {number} of {parallel} at a time", len(found), 1)


data, predictions = train()
promote()
load(data, predictions)
call_everything()
search()
race(2)
race(8)
print(f"mlflow {mlflow.__version__}: {proof.done} steps as expected")
