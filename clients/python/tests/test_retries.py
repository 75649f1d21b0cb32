from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import httpx2
import pytest
from answers import model
from conftest import Script

from stagegate import (
    AsyncStagegate,
    NotFoundError,
    Retries,
    Stagegate,
    StagegateConnectionError,
    UnavailableError,
    UnexpectedAnswerError,
)
from stagegate.retries import retry_after


def registry(service: Script, most: int = 3) -> Stagegate:
    return Stagegate(service.url, "secret", retries=Retries(most))


def test_a_post_keeps_its_idempotency_key_through_broken_connections_and_busy_answers(service: Script) -> None:
    service.will(None).will(503, "the proxy says no", Content_Type="text/plain").will(201, model())
    assert registry(service).create_model({"name": "census-income"}).name == "census-income"
    keys = {seen.headers["Idempotency-Key"] for seen in service.seen}
    assert len(service.seen) == 3
    assert len(keys) == 1


def test_two_calls_have_two_keys_unless_the_caller_gives_one(service: Script) -> None:
    for _ in range(3):
        service.will(201, model())
    one = registry(service)
    one.create_model({"name": "a"})
    one.create_model({"name": "b"})
    one.create_model({"name": "c"}, idempotency_key="build-17")
    first, second, third = (seen.headers["Idempotency-Key"] for seen in service.seen)
    assert first != second
    assert third == "build-17"


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_put_is_not_repeated_after_an_answer_that_may_follow_its_effect(service: Script, status: int) -> None:
    service.will_refuse(status, "UNAVAILABLE", Retry_After="0")
    with pytest.raises(UnavailableError):
        registry(service).set_gate_policy("census-income", {"preset": "open"})


def test_a_put_is_not_repeated_after_a_broken_connection(service: Script) -> None:
    service.will(None)
    with pytest.raises(StagegateConnectionError):
        registry(service).set_gate_policy("census-income", {"preset": "open"})


def test_a_put_is_repeated_after_429_which_had_no_effect(service: Script) -> None:
    service.will_refuse(429, "TOO_MANY", Retry_After="0").will(404, "lost", Content_Type="text/plain")
    with pytest.raises(UnexpectedAnswerError):
        registry(service).set_gate_policy("census-income", {"preset": "open"})
    assert len(service.seen) == 2


def test_a_conflict_is_repeated_only_when_the_service_says_when(service: Script) -> None:
    service.will_refuse(409, "IDEMPOTENCY_KEY_IN_FLIGHT", Retry_After="0").will(201, model())
    assert registry(service).create_model({"name": "census-income"}).name == "census-income"


def test_a_longer_wait_than_the_caller_bears_is_not_waited(service: Script) -> None:
    service.will_refuse(503, "DATABASE_UNAVAILABLE", Retry_After="31")
    with pytest.raises(UnavailableError):
        registry(service).get_model("census-income")


def test_repetitions_end(service: Script) -> None:
    for _ in range(3):
        service.will(None)
    with pytest.raises(StagegateConnectionError, match=f"GET /api/v1/models/census-income at {service.url}: "):
        registry(service, most=2).get_model("census-income")


def test_a_service_that_is_not_there_is_named_without_the_password_of_its_proxy() -> None:
    with Stagegate("http://ann:hidden@127.0.0.1:9", "t", retries=Retries(most=0)) as nowhere:
        with pytest.raises(StagegateConnectionError, match="GET /api/v1/me at http://127.0.0.1:9: ") as told:
            nowhere.get_me()
    assert "hidden" not in str(told.value)


def test_an_answer_that_says_no_is_not_repeated(service: Script) -> None:
    service.will_refuse(404, "MODEL_NOT_FOUND")
    with pytest.raises(NotFoundError):
        registry(service).get_model("census-income")


def test_asyncio_repeats_alike(service: Script) -> None:
    service.will(None).will_refuse(503, "DATABASE_UNAVAILABLE", Retry_After="0").will(201, model())

    async def create() -> str:
        async with AsyncStagegate(service.url, "secret") as one:
            return (await one.create_model({"name": "census-income"})).name

    assert asyncio.run(create()) == "census-income"
    assert len({seen.headers["Idempotency-Key"] for seen in service.seen}) == 1


def test_retry_after_is_read_as_seconds_and_as_a_date() -> None:
    def asked(header: str) -> float | None:
        return retry_after(httpx2.Response(503, headers={"Retry-After": header}))

    soon = asked(format_datetime(datetime.now(timezone.utc) + timedelta(hours=1), usegmt=True))
    assert soon is not None and 3500 < soon <= 3600
    assert asked("Thu, 01 Jan 1970 00:00:00 GMT") == 0
    assert asked("12") == 12
    assert asked("soon") is None
    assert asked("") is None
    assert asked("-3") is None
