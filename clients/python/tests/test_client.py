from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from answers import model, report
from conftest import Script

from stagegate import (
    AsyncStagegate,
    ConflictError,
    ForbiddenError,
    GatesRefusedError,
    InvalidRequestError,
    NotFoundError,
    PreconditionFailedError,
    ProblemError,
    Retries,
    ServiceError,
    Stagegate,
    StaleError,
    TooManyRequestsError,
    UnauthenticatedError,
    UnexpectedAnswerError,
    each,
    each_async,
    tagged,
    tagged_async,
)
from stagegate.api.models import GatedStage, RegisterVersionRequest, Stage


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, "VALIDATION_FAILED", InvalidRequestError),
        (401, "UNAUTHENTICATED", UnauthenticatedError),
        (403, "SELF_APPROVAL", ForbiddenError),
        (404, "STAGE_EMPTY", NotFoundError),
        (409, "MODEL_EXISTS", ConflictError),
        (409, "STALE_INCUMBENT", StaleError),
        (412, "PRECONDITION_FAILED", PreconditionFailedError),
        (422, "INVALID_POLICY", InvalidRequestError),
        (422, "GATES_REFUSED", GatesRefusedError),
        (429, "RATE_LIMITED", TooManyRequestsError),
        (500, "INTERNAL_ERROR", ServiceError),
    ],
)
def test_a_problem_has_the_class_of_its_kind(service: Script, status: int, code: str, kind: type[ProblemError]) -> None:
    service.will_refuse(status, code)
    with pytest.raises(ProblemError) as caught:
        Stagegate(service.url, "secret", retries=Retries(most=0)).get_model("census-income")
    assert type(caught.value) is kind
    assert (caught.value.code, caught.value.status, caught.value.request_id) == (code, status, "r-1")


def test_a_refusal_carries_its_report(service: Script) -> None:
    service.will_refuse(422, "GATES_REFUSED", {"gateReport": report("INCONCLUSIVE")})
    with pytest.raises(GatesRefusedError, match="422 GATES_REFUSED: It was GATES_REFUSED.") as caught:
        Stagegate(service.url, "secret").request_transition("census-income", 3, {"toStage": "Production"})
    assert caught.value.report.verdict == "INCONCLUSIVE"
    assert caught.value.transition is None


def test_faults_of_a_body_are_in_the_message(service: Script) -> None:
    service.will_refuse(
        400, "VALIDATION_FAILED", {"errors": [{"in": "body", "pointer": "/name", "detail": "name is missing"}]}
    )
    with pytest.raises(InvalidRequestError, match="; /name: name is missing"):
        Stagegate(service.url, "secret").create_model({})


def test_what_a_problem_says_of_its_faults_it_says_once(service: Script) -> None:
    fault = {"in": "body", "pointer": "/artifactUri", "detail": "artifactUri is required"}
    service.will_refuse(400, "VALIDATION_FAILED", {"detail": "artifactUri is required.", "errors": [fault]})
    with pytest.raises(InvalidRequestError) as caught:
        Stagegate(service.url, "secret").create_model({})
    assert str(caught.value) == "400 VALIDATION_FAILED: artifactUri is required."


@pytest.mark.parametrize("path", ["", "/", "/api/v1", "/api/v1/"])
def test_an_address_may_name_the_api(service: Script, path: str) -> None:
    service.will(200, model())
    Stagegate(service.url + path, "secret").get_model("m")
    assert service.seen[0].path == "/api/v1/models/m"


@pytest.mark.parametrize(
    "url", ["127.0.0.1:3000", "registry.example.com", "localhost:3000/api/v1", "ftp://host", "http://"]
)
def test_what_is_no_address_is_told_at_once(url: str) -> None:
    for client in (Stagegate, AsyncStagegate):
        with pytest.raises(ValueError, match=f"'{url}' is no address of a service: it begins with http:// or https://"):
            client(url, "secret")


def test_a_password_in_an_address_is_not_told() -> None:
    for client in (Stagegate, AsyncStagegate):
        assert (
            repr(client("https://ci:s3cret@registry.test/api/v1", "t")) == f"{client.__name__}('https://registry.test')"
        )
        with pytest.raises(ValueError) as fault:
            client("ci:s3cret@registry.test", "t")
        assert "s3cret" not in str(fault.value)


def test_an_answer_that_cannot_be_read_does_not_tell_the_token_in_it(service: Script) -> None:
    service.will(201, {"token": "eyJ-secret"})
    with pytest.raises(UnexpectedAnswerError) as caught:
        Stagegate(service.url, "secret").issue_token(subject="ci", roles=["viewer"])
    assert "eyJ" not in str(caught.value)


def test_what_is_no_answer_of_the_api_is_unreadable(service: Script) -> None:
    service.will(404, "<html>nginx</html>", Content_Type="text/html").will(200, {"name": "census-income"})
    registry = Stagegate(service.url, "secret")
    for _ in range(2):
        with pytest.raises(UnexpectedAnswerError):
            registry.get_model("census-income")


def test_a_value_that_a_later_service_has_learned_is_kept(service: Script) -> None:
    service.will_refuse(422, "GATES_REFUSED", {"gateReport": {**report("DEFERRED"), "colour": "red"}})
    with pytest.raises(GatesRefusedError) as caught:
        Stagegate(service.url, "secret").get_model("census-income")
    assert str(caught.value.report.verdict) == "DEFERRED"
    assert caught.value.report["colour"] == "red"


def test_names_are_quoted_and_the_token_travels(service: Script) -> None:
    service.will(200, model())
    Stagegate(service.url + "/", "secret").get_model("../tokens?x#y")
    assert service.seen[0].path == "/api/v1/models/..%2Ftokens%3Fx%23y"
    assert service.seen[0].headers["Authorization"] == "Bearer secret"


def test_a_typed_body_and_a_mapping_travel_alike(service: Script) -> None:
    service.will_refuse(404, "MODEL_NOT_FOUND").will_refuse(404, "MODEL_NOT_FOUND")
    registry = Stagegate(service.url, "secret")
    for body in (RegisterVersionRequest(artifact_uri="s3://m/1"), {"artifactUri": "s3://m/1"}):
        with pytest.raises(NotFoundError):
            registry.register_version("census-income", body)
    assert [seen.json for seen in service.seen] == [{"artifactUri": "s3://m/1"}] * 2


def test_pages_follow_the_cursor_with_the_same_filter(service: Script) -> None:
    for first, cursor in ((1, "c1"), (3, "c2"), (5, None)):
        service.will(200, {"items": [model(f"m{first}"), model(f"m{first + 1}")], "nextCursor": cursor})
    registry = Stagegate(service.url, "secret")
    names = [one.name for one in each(registry.list_models, stage=Stage.PRODUCTION, limit=2)]
    assert names == ["m1", "m2", "m3", "m4", "m5", "m6"]
    assert [seen.path.partition("?")[2] for seen in service.seen] == [
        "limit=2&stage=Production",
        "limit=2&cursor=c1&stage=Production",
        "limit=2&cursor=c2&stage=Production",
    ]


def test_asyncio_follows_pages_too(service: Script) -> None:
    service.will(200, {"items": [model("m1")], "nextCursor": "c1"}).will(200, {"items": [], "nextCursor": None})

    async def names() -> list[str]:
        async with AsyncStagegate(service.url, "secret") as registry:
            return [one.name async for one in each_async(registry.list_models)]

    assert asyncio.run(names()) == ["m1"]


def test_the_etag_of_an_answer_guards_a_change(service: Script) -> None:
    service.will(200, model(), ETag='"7"').will_refuse(412, "PRECONDITION_FAILED")
    service.will(200, {"items": [], "nextCursor": None})
    registry = Stagegate(service.url, "secret")
    found, etag = tagged(registry.get_model, "census-income")
    assert (found.name, etag) == ("census-income", '"7"')
    with pytest.raises(StaleError):
        registry.update_model("census-income", {"owner": "risk"}, if_match=etag)
    assert service.seen[1].headers["If-Match"] == '"7"'
    with pytest.raises(LookupError):
        tagged(registry.list_models)


def test_asyncio_knows_the_etag_of_each_task(service: Script) -> None:
    service.will(200, model(), ETag='"a"').will(200, model(), ETag='"b"')

    async def etags() -> list[str]:
        async with AsyncStagegate(service.url, "secret") as registry:
            both = await asyncio.gather(*(tagged_async(registry.get_model, "census-income") for _ in range(2)))
            return [etag for _, etag in both]

    assert sorted(asyncio.run(etags())) == ['"a"', '"b"']


def test_an_upload_sends_request_before_file_and_the_whole_file_again(service: Script, tmp_path: Path) -> None:
    predictions = tmp_path / "v4.csv"
    predictions.write_text("id,label,score\n1,1,0.9\n")
    service.will_refuse(429, "TOO_MANY_PREDICTION_JOBS", Retry_After="0").will_refuse(400, "EMPTY_FILE")
    with pytest.raises(InvalidRequestError):
        Stagegate(service.url, "secret").upload_predictions("census-income", 4, predictions, {"task": "binary"})
    for seen in service.seen:
        assert seen.body.index(b'{"task": "binary"}') < seen.body.index(b'filename="v4.csv"')
        assert b"1,1,0.9" in seen.body


@pytest.mark.parametrize("stage", [GatedStage.PRODUCTION, "Production"])
def test_a_report_comes_as_markdown_on_demand(service: Script, stage: GatedStage | str) -> None:
    service.will(200, "# FAIL", Content_Type="text/markdown; charset=utf-8")
    text = Stagegate(service.url, "secret").check_gates_as_markdown("census-income", 3, stage)
    assert text == "# FAIL"
    assert service.seen[0].headers["Accept"] == "text/markdown"
    assert json.loads(service.seen[0].body) == {"toStage": "Production"}


def test_url_and_token_come_from_the_environment(service: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAGEGATE_URL", service.url)
    monkeypatch.setenv("STAGEGATE_TOKEN", "from-env")
    service.will(200, model())
    with Stagegate() as registry:
        registry.get_model("census-income")
    assert service.seen[0].headers["Authorization"] == "Bearer from-env"
    monkeypatch.delenv("STAGEGATE_TOKEN")
    with pytest.raises(ValueError, match="STAGEGATE_TOKEN"):
        Stagegate()


def test_a_token_is_taken_as_its_file_holds_it_and_never_told(service: Script) -> None:
    service.will(200, model())
    Stagegate(service.url, "secret\n").get_model("m")
    assert service.seen[0].headers["Authorization"] == "Bearer secret"
    with pytest.raises(ValueError) as fault:
        Stagegate(service.url, "first\nsecond")
    assert "first" not in str(fault.value)
