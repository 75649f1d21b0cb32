"""The feed of events as an iterator that outlives its connections."""

from __future__ import annotations

import asyncio
import os
import time
from typing import Any
from uuid import uuid4

import pytest
from conftest import Script

from stagegate import (
    AsyncStagegate,
    ForbiddenError,
    Retries,
    Stagegate,
    StagegateConnectionError,
    UnauthenticatedError,
    UnavailableError,
)

ONCE = Retries(most=0)
WAITING = "/api/v1/events?model=m&cursor=2&waitSeconds=20"


def page(cursor: str, *ids: str) -> dict[str, Any]:
    return {"items": [event(one) for one in ids], "nextCursor": cursor}


def event(id: str) -> dict[str, Any]:
    kind = "dev.stagegate.model.created.v1"
    data = {"action": "model.created", "actor": "ci", "model": "m", "modelId": None, "version": None}
    return {
        **{"specversion": "1.0", "id": id, "source": "/api/v1", "type": kind, "subject": "/api/v1/models/m"},
        **{"time": "2026-11-20T10:00:00.000Z", "datacontenttype": "application/json", "sequence": int(id)},
        **{"dataschema": f"/api/v1/event-types/{kind}", "partitionkey": "m"},
        "data": {**data, "requestId": None, "details": {}},
    }


def breaking(service: Script) -> None:
    """Two events, a broken connection, a service and a proxy that say they are away, silence, an event, and a no."""
    service.will(200, page("2", "1", "2")).will(None)
    service.will_refuse(503, "DATABASE_UNAVAILABLE", Retry_After="0").will(502, "Gateway", Content_Type="text/plain")
    service.will(200, page("2")).will(200, page("3", "3")).will_refuse(403, "FORBIDDEN")


def expected_requests() -> list[str]:
    return ["/api/v1/events?model=m", *[WAITING] * 5, WAITING.replace("cursor=2", "cursor=3")]


def test_events_go_on_from_the_last_one(service: Script) -> None:
    breaking(service)
    seen = []
    with Stagegate(service.url, "secret", retries=ONCE) as registry, pytest.raises(ForbiddenError):
        for event in registry.events(model="m"):
            seen.append(event.id)
    assert seen == ["1", "2", "3"]
    assert [one.path for one in service.seen] == expected_requests()


def test_events_go_on_from_the_last_one_with_asyncio(service: Script) -> None:
    breaking(service)
    seen = []

    async def follow() -> None:
        async with AsyncStagegate(service.url, "secret", retries=ONCE) as registry:
            async for event in registry.events(model="m"):
                seen.append(event.id)

    with pytest.raises(ForbiddenError):
        asyncio.run(follow())
    assert seen == ["1", "2", "3"]
    assert [one.path for one in service.seen] == expected_requests()


def test_a_first_request_that_fails_is_raised(service: Script) -> None:
    registry = Stagegate(service.url, "secret", retries=ONCE)
    service.will(None)
    with pytest.raises(StagegateConnectionError):
        next(registry.events())
    service.will_refuse(503, "DATABASE_UNAVAILABLE")
    with pytest.raises(UnavailableError):
        next(registry.events())


def test_a_read_waits_no_longer_than_the_client_has_patience(service: Script) -> None:
    service.will(200, page("2")).will_refuse(401, "UNAUTHENTICATED")
    with pytest.raises(UnauthenticatedError):
        next(Stagegate(service.url, "secret", retries=ONCE, timeout=6).events(cursor="now"))
    assert [one.path.split("?")[1] for one in service.seen] == ["cursor=now", "cursor=2&waitSeconds=3"]


def test_a_service_that_does_not_wait_is_asked_with_a_pause(service: Script) -> None:
    service.will(200, page("2")).will(200, page("2")).will(200, page("2")).will_refuse(401, "UNAUTHENTICATED")
    began = time.monotonic()
    with pytest.raises(UnauthenticatedError):
        next(Stagegate(service.url, "secret", retries=ONCE).events())
    assert time.monotonic() - began >= 2


def test_a_running_service_tells_of_what_happens() -> None:
    name = f"told-{uuid4()}"
    with Stagegate(os.environ["STAGEGATE_URL"], os.environ["STAGEGATE_TOKEN"]) as registry:
        registry.create_model(name)
        told = registry.events(model=name)
        assert next(told).type_ == "dev.stagegate.model.created.v1"
        registry.update_model(name, description="told of")
        assert next(told).type_ == "dev.stagegate.model.updated.v1"
        registry.update_model(name, description="told of again")
        assert next(told).sequence == 3
