"""What only a running service shows: that it reads every frame alike, and that people wait for each other."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pandas
import polars
import pytest
from census import MEASURED_BY, predictions
from pyarrow import parquet

from stagegate import GatesRefusedError, NotFoundError, Stagegate, each, to_frame
from stagegate.policies import GatePolicy

FRAMES: dict[str, Callable[[], Any]] = {
    "pandas": lambda: pandas.read_parquet(predictions(2)),
    "pandas with categories": lambda: pandas.read_parquet(predictions(2)).astype({"sex": "category", "label": "Int64"}),
    "polars": lambda: polars.read_parquet(predictions(2)).with_columns(polars.col("sex").cast(polars.Categorical)),
    "arrow": lambda: parquet.read_table(predictions(2)),
}
POLICY: GatePolicy = {
    "rules": [{"metric": "f1", "maxRegression": 0.02, "slicesOf": ["sex"]}, {"metric": "accuracy", "min": 0.8}],
    "approvals": {"slots": [{"role": "approver"}]},
    "allowSkipStaging": True,
}


@pytest.fixture(scope="module")
def registry() -> Iterator[Stagegate]:
    with Stagegate() as one:
        yield one


@pytest.fixture(scope="module")
def model(registry: Stagegate) -> str:
    """A model with two versions, the second of which the gates refuse."""
    name = registry.create_model(f"people-{time.time_ns()}").name
    registry.set_gate_policy(name, POLICY)
    for version, measured in ((1, 2), (2, 3)):
        registry.register_version(name, artifact_uri=f"s3://models/{version}")
        registry.evaluate(name, version, predictions(measured), MEASURED_BY)
    return name


def metrics(registry: Stagegate, model: str, data: Any) -> dict[tuple[str, str], Any]:
    frame = registry.evaluate(model, 1, data, MEASURED_BY).to_frame()
    return {(row["name"], row["slice"]): row["value"] for row in frame.dropna(subset="value").to_dict("records")}


@pytest.mark.parametrize("kind", FRAMES)
def test_a_frame_is_measured_as_the_file_it_came_from(registry: Stagegate, model: str, kind: str) -> None:
    # Sums of floats depend on the order in which threads add.
    assert metrics(registry, model, FRAMES[kind]()) == pytest.approx(metrics(registry, model, predictions(2)), rel=1e-9)


def test_a_promotion_waits_for_a_second_person(registry: Stagegate, model: str) -> None:
    reviewer = Stagegate(token=os.environ["STAGEGATE_REVIEWER_TOKEN"])
    asked = registry.promote(model, 1)
    assert asked.pending
    approval = threading.Timer(0.5, lambda: reviewer.approve(model, 1, comment="It is good."))
    approval.start()
    assert registry.promote(model, 1, wait=True, timeout=60).applied
    approval.join()
    with pytest.raises(GatesRefusedError, match="f1 on sex=Female") as refused:
        registry.promote(model, 2)
    drawn = refused.value.report
    assert drawn.to_frame()["delta"].min() < -0.05
    assert drawn._repr_html_().count("<svg") >= 2


LISTS = ["audit_events", "datasets", "models", "prediction_jobs", "tokens", "transitions"]
LISTS_OF_A_MODEL = ["gate_policy_revisions", "model_history", "model_transitions", "versions"]


@pytest.mark.parametrize("kind", LISTS + LISTS_OF_A_MODEL)
def test_every_list_shows_itself(registry: Stagegate, model: str, kind: str) -> None:
    given = [model] if kind in LISTS_OF_A_MODEL else []
    page = getattr(registry, f"list_{kind}")(*given, limit=5)
    assert repr(page).startswith(type(page).__name__)
    assert len(page.to_frame()) == len(page.items)
    assert page._repr_html_().startswith("<div>")
    for item in page.items:
        assert len(repr(item)) < 500
        assert "object at 0x" not in repr(item)
        assert "object at 0x" not in item._repr_html_()


def test_a_list_of_any_length_is_one_frame(registry: Stagegate, model: str) -> None:
    assert sorted(to_frame(each(registry.list_versions, model, limit=1))["version"]) == [1, 2]


def test_both_manners_of_a_comparison_answer_alike(registry: Stagegate, model: str) -> None:
    one, other = registry.compare_versions(model, 2, 1), registry.compare_versions(model, challenger=2, incumbent=1)
    assert one == other
    assert one.to_frame()["slice"].str.contains("sex=").any()
    with pytest.raises(NotFoundError):
        registry.compare_versions(model, 2, 99)
