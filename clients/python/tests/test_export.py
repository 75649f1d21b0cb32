"""The audit record as a stream."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from conftest import Script

from stagegate import AsyncStagegate, ForbiddenError, Stagegate, UnexpectedAnswerError

WIRE = {
    **{"sequence": 7, "position": 1, "at": "2026-11-20T10:00:00Z", "action": "model.created", "actor": "ci"},
    **{"model": "m", "modelId": None, "version": None, "requestId": "r-1", "details": {}},
    **{"previousHash": "0", "hash": "1"},
}


def exported(service: Script, **asked: Any) -> list[int]:
    with Stagegate(service.url, "secret") as registry:
        return [event.sequence for event in registry.export_audit_events(**asked)]


def exported_with_asyncio(service: Script, **asked: Any) -> list[int]:
    async def export() -> list[int]:
        async with AsyncStagegate(service.url, "secret") as registry:
            return [event.sequence async for event in registry.export_audit_events(**asked)]

    return asyncio.run(export())


@pytest.mark.parametrize("export", [exported, exported_with_asyncio])
def test_an_export_goes_on_and_ends_where_it_is_asked_to(service: Script, export: Any) -> None:
    service.will(200, json.dumps(WIRE) + "\n", Content_Type="application/x-ndjson")
    assert export(service, model="m", after=6, through=9, include="evidence") == [7]
    assert service.seen[0].path == "/api/v1/audit-events/export?model=m&after=6&through=9&include=evidence"


@pytest.mark.parametrize("export", [exported, exported_with_asyncio])
def test_what_is_no_export_is_raised(service: Script, export: Any) -> None:
    service.will(200, "<h1>Sign in</h1>", Content_Type="text/html")
    with pytest.raises(UnexpectedAnswerError):
        export(service)
    service.will(200, "<h1>", Content_Type="application/x-ndjson")
    with pytest.raises(UnexpectedAnswerError):
        export(service)
    service.will_refuse(403, "FORBIDDEN")
    with pytest.raises(ForbiddenError):
        export(service)
