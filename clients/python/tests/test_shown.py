"""What a line, a notebook, a frame and a picture show of an answer."""

from __future__ import annotations

import inspect
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import matplotlib
import pytest
from answers import evaluation, measure, model, report, transition, version
from conftest import Script

import stagegate.api.models as models
from stagegate import Outcome, Stagegate, to_frame
from stagegate.api.models import (
    EvaluationResponse,
    GateReportResponse,
    IssuedTokenResponse,
    TransitionResponse,
    VersionPage,
    VersionResponse,
)

matplotlib.use("agg")
HOSTILE = '<script>alert("x")</script>'
MODELS = [one for _, one in inspect.getmembers(models, inspect.isclass) if hasattr(one, "__attrs_attrs__")]
DOCUMENT = json.loads((Path(__file__).parents[3] / "openapi/openapi.json").read_text())
MARKED = [
    (name, field)
    for name, schema in DOCUMENT["components"]["schemas"].items()
    for field, one in schema.get("properties", {}).items()
    if one.get("x-secret")
]


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def judged(*measures: dict[str, Any]) -> GateReportResponse:
    rule = {
        "id": "f1-by-sex",
        "kind": "regression",
        "enforcement": "block",
        "status": "FAIL",
        "reasonCode": "REGRESSION",
    }
    return GateReportResponse.from_dict(
        {**report(), "rules": [{**rule, "message": "It fell.", "measures": [*measures]}]}
    )


@pytest.mark.parametrize("kind", MODELS, ids=lambda kind: kind.__name__)
def test_every_model_shows_itself(kind: Any) -> None:
    assert callable(kind.to_frame) and callable(kind._repr_html_)
    assert "__repr__" not in vars(kind), "attrs would tell every field, the token among them"


def test_a_version_is_a_short_line_and_one_row() -> None:
    one = VersionResponse.from_dict(version())
    assert repr(one) == (
        "VersionResponse(model='census-income', version=4, stage='None', artifact_uri='s3://m/4', quarantined=False)"
    )
    frame = one.to_frame()
    assert len(frame) == 1
    assert frame.loc[0, "dataset_name"] == "adult-train"
    assert frame.loc[0, "tags"] == {"team": HOSTILE}


@pytest.mark.parametrize("status", ["applied", "awaiting_approval", "refused", "rejected"])
def test_a_transition_begins_with_its_status(status: str) -> None:
    one = TransitionResponse.from_dict(transition(status))
    assert repr(one).startswith(f"{status}: promote census-income 4, Staging to Production")
    assert repr(Outcome(one, None)) == repr(one)


def test_a_report_begins_with_its_verdict_and_says_things_once() -> None:
    told = repr(GateReportResponse.from_dict({**report(), "message": "Version 3 for Production: FAIL. f1 fell."}))
    assert told == "FAIL: census-income 3 against 2, to Production. f1 fell."


def test_a_measure_is_its_sentence_and_a_metric_names_its_slice() -> None:
    rule = judged(measure("Female", -0.062)).rules[0]
    assert (repr(rule), repr(rule.measures[0])) == ("FAIL: It fell.", "FAIL: It fell.")
    metric = EvaluationResponse.from_dict(evaluation()).metrics[1]
    assert repr(metric) == "EvaluationMetricValue(name='f1', slice='sex=F, over_50=True', value=0.6, count=4)"


def test_no_line_table_or_frame_tells_a_token(service: Script) -> None:
    times = {"issuedAt": "2026-11-20T10:00:00Z", "expiresAt": "2026-11-21T10:00:00Z", "revokedAt": None}
    issued = IssuedTokenResponse.from_dict(
        {
            **{
                "id": str(UUID(int=1)),
                "token": "eyJ-secret",
                "subject": "ci",
                "roles": ["viewer"],
                "approvalRoles": [],
            },
            **{"name": None, "issuedBy": "admin", "revokedBy": None, "serviceAccount": False, "origin": None, **times},
        }
    )
    registry = Stagegate(service.url, "eyJ-secret")
    texts = [repr(issued), str(issued), issued._repr_html_(), issued.to_frame().to_string(), repr(registry)]
    assert [text for text in texts if "eyJ" in text] == []
    assert issued.token == "eyJ-secret"
    assert repr(registry) == f"Stagegate('{service.url}')"


@pytest.mark.parametrize(("kind", "field"), MARKED, ids=".".join)
def test_no_line_table_or_frame_tells_what_is_marked_as_a_secret(kind: str, field: str) -> None:
    of_api = getattr(models, kind)
    given = {one.name: "visible" for one in of_api.__attrs_attrs__ if one.init}
    name = snake(field)
    told = of_api(**{**given, name: "hidden"})
    page = VersionPage(items=[told], next_cursor=None)
    for one in (told, page):
        assert "hidden" not in repr(one) + one._repr_html_() + one.to_frame().to_string()
    assert getattr(told, name) == "hidden"


def test_a_report_is_a_frame_of_its_measures() -> None:
    frame = judged(measure("Female", -0.062), measure("Male", 0.004)).to_frame()
    assert frame[["rule", "metric", "slice", "status"]].to_numpy().tolist() == [
        ["f1-by-sex", "f1", "sex=Female", "FAIL"],
        ["f1-by-sex", "f1", "sex=Male", "FAIL"],
    ]
    assert frame["delta"].tolist() == [-0.062, 0.004]
    assert frame["margin"].tolist() == [0.02, 0.02]


def test_an_evaluation_is_a_frame_of_its_metrics_and_a_list_one_of_its_items() -> None:
    measured = EvaluationResponse.from_dict(evaluation()).to_frame()
    assert measured[["name", "slice", "value", "count"]].to_numpy().tolist() == [
        ["f1", "all", 0.7, 9],
        ["f1", "sex=F, over_50=True", 0.6, 4],
    ]
    page = VersionPage.from_dict({"items": [version(), version(5)], "nextCursor": "c"})
    assert page.to_frame()["version"].tolist() == [4, 5]
    assert to_frame(page.items)["version"].tolist() == [4, 5]
    assert repr(page) == "VersionPage(2 items, and more pages)"


@pytest.mark.parametrize(
    "shown",
    [
        judged(measure(HOSTILE, -0.062)),
        VersionResponse.from_dict({**version(), "description": HOSTILE}),
        VersionPage.from_dict({"items": [{**version(), "description": HOSTILE}] * 60, "nextCursor": None}),
        Outcome(TransitionResponse.from_dict(transition("applied", HOSTILE)), judged(measure(HOSTILE, -0.062))),
    ],
    ids=["report", "version", "page", "outcome"],
)
def test_html_escapes_whatever_users_wrote(shown: Any) -> None:
    html = shown._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    for tag in ("div", "table", "tr", "td", "svg"):
        assert len(re.findall(rf"<{tag}[ >]", html)) == html.count(f"</{tag}>")


def test_a_notebook_draws_each_difference_and_ends_long_lists() -> None:
    assert judged(measure("Female", -0.062), measure("Male", 0.004))._repr_html_().count("<svg") == 2
    page = VersionPage.from_dict({"items": [version()] * 60, "nextCursor": None})
    assert "and 10 more" in page._repr_html_()


def test_a_report_is_drawn_slice_by_slice_on_axes_of_the_caller_too() -> None:
    drawn = judged(measure("Female", -0.062), measure("Male", 0.004), measure("Male", 5.0, "latency_ms_p95"))
    axes = drawn.plot()
    assert [label.get_text() for label in axes.get_yticklabels()] == ["sex=Female", "sex=Male"]
    assert axes.get_xlabel() == "f1: challenger minus incumbent"
    assert axes.get_title(loc="left") == "FAIL: census-income 3 against 2, to Production"
    assert drawn.plot("latency_ms_p95", axes) is axes
    with pytest.raises(ValueError, match="It compares auc on no slice"):
        drawn.plot("auc")
    with pytest.raises(ValueError, match="It compares nothing"):
        GateReportResponse.from_dict(report()).plot()


def test_pandas_and_matplotlib_are_loaded_only_when_they_are_needed() -> None:
    lines = [
        "import sys",
        "for name in ('pandas', 'polars', 'pyarrow', 'matplotlib', 'numpy'): sys.modules[name] = None",
        "import stagegate",
        "from stagegate.api.models import ModelResponseTags",
        "try: ModelResponseTags().to_frame()",
        "except ImportError as missing: print(missing)",
    ]
    ran = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True)
    assert "pip install 'stagegate-client[pandas]'" in ran.stdout, ran.stderr


def test_a_model_is_drawn_as_it_is_answered(service: Script) -> None:
    service.will(200, model())
    found = Stagegate(service.url, "secret").get_model("census-income")
    assert repr(found) == "ModelResponse(name='census-income', awaiting=0)"
    assert repr(found.tags) == "ModelResponseTags({})"
