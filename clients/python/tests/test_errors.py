"""The kinds of problems, which are those of the client for TypeScript."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from answers import transition
from conftest import Script

import stagegate
from stagegate import ProblemError, Retries, Stagegate, StaleError

TABLE: dict[str, Any] = json.loads((Path(__file__).parents[2] / "errors.json").read_text())


def raised(service: Script, status: int, code: str, **more: Any) -> ProblemError:
    document = {"type": "t", "title": "t", "status": status, "detail": "d", "instance": "/", "code": code}
    service.will(status, {**document, "requestId": "r-1", **more}, Content_Type="application/problem+json")
    with pytest.raises(ProblemError) as caught:
        Stagegate(service.url, "secret", retries=Retries(most=0)).get_me()
    return caught.value


@pytest.mark.parametrize(("name", "parent"), TABLE["parents"].items())
def test_a_kind_is_one_of_its_parent(name: str, parent: str) -> None:
    assert getattr(stagegate, name).__bases__ == (getattr(stagegate, parent),)


@pytest.mark.parametrize(("status", "name"), TABLE["statuses"].items())
def test_a_status_is_a_kind(service: Script, status: str, name: str) -> None:
    assert type(raised(service, int(status), "OTHER")).__name__ == name


@pytest.mark.parametrize(("code", "told"), TABLE["codes"].items())
def test_a_code_is_a_kind_of_its_own(service: Script, code: str, told: dict[str, Any]) -> None:
    assert type(raised(service, told["status"], code)).__name__ == told["error"]


def test_a_conflict_over_a_transition_that_became_stale_is_stale(service: Script) -> None:
    assert isinstance(raised(service, 409, "OTHER", transition=transition("stale")), StaleError)
