"""Every operation takes its fields by keyword, and nothing that is misspelt travels."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
import pytest

from stagegate import AsyncStagegate, Stagegate, UnknownFieldError, artifact_digest
from stagegate.api.models import DatasetReference, RegisterVersionRequest, Stage

DOCUMENT = json.loads((Path(__file__).parents[3] / "openapi/openapi.json").read_text())
JSON = "application/json"
FIXED = {"integer": 4, "string": "champion"}


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def bodies() -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Each operation with a body: its name, what its path holds, and a body that the document shows."""
    found = []
    for path, methods in DOCUMENT["paths"].items():
        for operation in methods.values():
            media = (
                operation.get("requestBody", {}).get("content", {}).get(JSON) if path.startswith("/api/v1") else None
            )
            if media:
                examples = media.get("examples") or {"none": {"value": media["example"]}}
                place = {
                    one["name"]: UUID(int=1) if one["schema"].get("format") == "uuid" else FIXED[one["schema"]["type"]]
                    for one in operation["parameters"]
                    if one["in"] == "path"
                }
                body = (examples.get("example") or next(iter(examples.values())))["value"]
                found.append((snake(operation["operationId"]), place, body))
    return found


BODIES = bodies()
NAMES = [name for name, _, _ in BODIES]


class Sent:
    """A network that keeps the bodies it is given, and answers nothing of use."""

    def __init__(self) -> None:
        self.bodies: list[Any] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.bodies.append(json.loads(request.content) if request.content else str(request.url))
        return httpx2.Response(418, text="no answer")


def registry(sent: Sent) -> Stagegate:
    return Stagegate("http://registry.test", "secret", transport=httpx2.MockTransport(sent))


def body_of(operation: str, *args: Any, **kwargs: Any) -> Any:
    sent = Sent()
    with pytest.raises(Exception, match="418"):
        getattr(registry(sent), operation)(*args, **kwargs)
    return sent.bodies[0]


@pytest.mark.parametrize(("name", "place", "body"), BODIES, ids=NAMES)
def test_keywords_and_mappings_of_either_manner_make_the_same_body(
    name: str, place: dict[str, Any], body: dict[str, Any]
) -> None:
    in_python = {snake(field): value for field, value in body.items()}
    assert body_of(name, *place.values(), **in_python) == body
    assert body_of(name, *place.values(), in_python) == body
    assert body_of(name, *place.values(), body) == body


@pytest.mark.parametrize(("name", "place", "body"), BODIES, ids=NAMES)
def test_a_misspelt_field_is_named_with_the_right_one_and_nothing_is_sent(
    name: str, place: dict[str, Any], body: dict[str, Any]
) -> None:
    sent = Sent()
    method = getattr(registry(sent), name)
    for field in body:
        wrong = f"{field}x"
        for manner in ({snake(wrong): 1}, {wrong: 1}):
            with pytest.raises(UnknownFieldError, match="Did you mean|It has"):
                method(*place.values(), **manner)
            with pytest.raises(UnknownFieldError, match="Did you mean|It has"):
                method(*place.values(), {**body, **manner})
    assert sent.bodies == []


def test_names_inside_of_a_body_are_read_likewise() -> None:
    metrics = [{"name": "f1", "slice": {"Sex_": "F"}, "value": 0.7, "count": 9, "standard_error": 0.1}]
    sent = body_of("submit_evaluation", "m", 1, dataset={"name": "adult", "version": "1"}, metrics=metrics)
    assert sent["metrics"] == [
        {"name": "f1", "slice": {"Sex_": "F"}, "value": 0.7, "count": 9, "standardError": 0.1}
    ], "The names of features are the caller's."
    with pytest.raises(
        UnknownFieldError, match='submit_evaluation has no field "standard_eror". Did you mean "standard_error"'
    ):
        registry(Sent()).submit_evaluation("m", 1, {"dataset": {}, "metrics": [{"standard_eror": 1}]})


def test_the_parts_of_a_policy_are_read_likewise_and_metrics_keep_their_names() -> None:
    rule = {"metric": "my_metric", "max_regression": {"rel": 0.1}, "slices_of": ["age_band"]}
    sent = body_of(
        "set_gate_policy", "m", allow_skip_staging=True, metrics={"my_metric": {"direction": "lower"}}, rules=[rule]
    )
    assert sent == {
        "allowSkipStaging": True,
        "metrics": {"my_metric": {"direction": "lower"}},
        "rules": [{"metric": "my_metric", "maxRegression": {"rel": 0.1}, "slicesOf": ["age_band"]}],
    }
    with pytest.raises(UnknownFieldError, match='Did you mean "maxRegression"'):
        registry(Sent()).set_gate_policy("m", {"rules": [{"metric": "f1", "maxRegresion": 0.1}]})


def test_the_columns_of_predictions_may_stand_beside_the_other_fields() -> None:
    asked: dict[str, Any] = {"task": "binary", "dataset": {"name": "adult", "version": "1"}}
    sent = body_of("submit_predictions", "m", 1, **asked, label="y", row_id=["a", "b"], columns={"latencyMs": "ms"})
    assert sent == {**asked, "columns": {"latencyMs": "ms", "label": "y", "rowId": ["a", "b"]}}
    with pytest.raises(UnknownFieldError, match='Did you mean "label"'):
        registry(Sent()).submit_predictions("m", 1, **asked, lable="y")  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="submit_predictions needs columns"):
        registry(Sent()).submit_predictions("m", 1, **asked)


@pytest.mark.parametrize(
    ("operation", "given", "body"),
    [
        ("create_model", ("churn",), {"name": "churn"}),
        ("register_version", ("churn", "s3://m/1"), {"artifactUri": "s3://m/1"}),
        ("request_transition", ("churn", 1, Stage.STAGING), {"toStage": "Staging"}),
        ("check_gates", ("churn", 1, "Production"), {"toStage": "Production"}),
        ("set_alias", ("churn", "shadow", 3), {"version": 3}),
        ("decide_transition", (UUID(int=1), "approve"), {"decision": "approve"}),
    ],
)
def test_one_required_value_needs_no_name(operation: str, given: tuple[Any, ...], body: dict[str, Any]) -> None:
    assert body_of(operation, *given) == body


def test_none_leaves_a_field_out_unless_null_clears_it() -> None:
    assert body_of("register_version", "m", artifact_uri="s3://m", git_commit=None) == {"artifactUri": "s3://m"}
    assert body_of("update_model", "m", owner=None) == {"owner": None}


def test_a_required_keyword_that_is_missing_is_named_before_anything_is_sent() -> None:
    with pytest.raises(TypeError, match="submit_evaluation needs dataset and metrics"):
        registry(Sent()).submit_evaluation("m", 1, evaluator="ours")  # type: ignore[call-overload]
    with pytest.raises(
        TypeError, match="create_model takes its body as a mapping, CreateModelRequest or name, not list"
    ):
        registry(Sent()).create_model(["churn"])  # type: ignore[call-overload]


def test_a_field_is_not_given_twice() -> None:
    with pytest.raises(UnknownFieldError, match='has "artifact_uri" twice'):
        registry(Sent()).register_version("m", {"artifact_uri": "a", "artifactUri": "b"})


def test_values_of_python_travel_as_json() -> None:
    at = datetime(2026, 11, 28, 12, tzinfo=timezone(timedelta(hours=1)))
    dataset = DatasetReference("adult", "1")
    sent = body_of(
        "register_version", "m", artifact_uri=Path("m.pkl"), dataset=dataset, params={"at": at, "ids": (1, 2)}
    )
    assert sent == {
        "artifactUri": "m.pkl",
        "dataset": {"name": "adult", "version": "1"},
        "params": {"at": "2026-11-28T12:00:00+01:00", "ids": [1, 2]},
    }
    with pytest.raises(ValueError, match="nan is no number"):
        registry(Sent()).register_version("m", artifact_uri="s3://m", metrics={"f1": float("nan")})


def test_a_class_and_keywords_go_together() -> None:
    whole = RegisterVersionRequest("s3://m/1", run_id="r-1")
    assert body_of("register_version", "m", whole, run_id="r-2") == {"artifactUri": "s3://m/1", "runId": "r-2"}


def test_the_artifact_of_a_version_is_bound_by_the_digest_of_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "model.pkl"
    file.write_bytes(b"a" * 3_000_000)
    digest = artifact_digest(file)
    assert digest.startswith("sha256:") and len(digest) == 71
    sent = body_of("register_version", "m", artifact_uri="s3://m", artifact=str(file))
    assert sent == {"artifactUri": "s3://m", "artifactDigest": digest}
    with pytest.raises(ValueError, match=f"is {digest}, not sha256:other"):
        registry(Sent()).register_version("m", artifact_uri="s3://m", artifact=file, artifact_digest="sha256:other")
    with pytest.raises(ValueError, match="is a folder; pack it into one file"):
        registry(Sent()).register_version("m", artifact_uri="s3://m", artifact=tmp_path)
    with pytest.raises(FileNotFoundError):
        registry(Sent()).register_version("m", artifact_uri="s3://m", artifact=tmp_path / "none")


def test_parameters_of_a_query_travel_as_text() -> None:
    at = datetime(2026, 11, 28, 12, tzinfo=timezone.utc)
    assert "at=2026-11-28T12%3A00%3A00%2B00%3A00" in body_of("get_stage", "m", "Production", at=at)
    assert "challenger=4&incumbent=3" in body_of("compare_versions", "m", 4, 3)
    assert "stage=Staging" in body_of("list_versions", "m", stage=Stage.STAGING)


METHODS = [name for name, _ in inspect.getmembers(Stagegate, inspect.isfunction) if not name.startswith("_")]


@pytest.mark.parametrize("name", METHODS)
def test_both_clients_have_the_same_methods(name: str) -> None:
    def shape(client: type) -> list[tuple[str, Any, Any]]:
        parameters = inspect.signature(getattr(client, name)).parameters.values()
        return [(one.name, one.kind, one.default) for one in parameters]

    assert shape(Stagegate) == shape(AsyncStagegate)
    if name not in ("close", "events", "export_audit_events"):
        assert inspect.iscoroutinefunction(getattr(AsyncStagegate, name))


def test_asyncio_takes_keywords_alike() -> None:
    sent = Sent()

    async def ask() -> None:
        async with AsyncStagegate("http://registry.test", "secret", transport=httpx2.MockTransport(sent)) as one:
            await one.create_model("churn", owner="risk")

    with pytest.raises(Exception, match="418"):
        asyncio.run(ask())
    assert sent.bodies == [{"name": "churn", "owner": "risk"}]
