"""Promotions, decisions and rollbacks in one call each, with and without asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from answers import report, transition, version
from conftest import Script

import stagegate._flows as flows
from stagegate import (
    ApprovalPendingError,
    ApprovalRejectedError,
    AsyncStagegate,
    ConflictError,
    GatesRefusedError,
    NoOpenRequestError,
    PromotionCancelledError,
    PromotionError,
    PromotionStaleError,
    Stagegate,
)

Ask = Callable[..., Any]
ID = "01939d3e-0000-7000-8000-000000000002"
REPORT_ID = "01939d3e-0000-7000-8000-000000000001"


@pytest.fixture(params=["without asyncio", "with asyncio"])
def ask(request: pytest.FixtureRequest, service: Script, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Calls a method of either client by its name."""
    monkeypatch.setattr(flows, "APPROVAL_POLL_SECONDS", 0.001)

    async def awaited(name: str, *args: Any, **kwargs: Any) -> Any:
        async with AsyncStagegate(service.url, "secret") as registry:
            return await getattr(registry, name)(*args, **kwargs)

    if request.param == "with asyncio":
        return lambda name, *args, **kwargs: asyncio.run(awaited(name, *args, **kwargs))
    return lambda name, *args, **kwargs: getattr(Stagegate(service.url, "secret"), name)(*args, **kwargs)


def requested(status: str, **more: Any) -> dict[str, Any]:
    return {**transition(status, gateReportId=REPORT_ID, **more), "gateReport": report("PASS")}


def settled(status: str, **more: Any) -> dict[str, Any]:
    return transition(status, gateReportId=REPORT_ID, **more)


def test_a_promotion_that_is_applied_says_so_and_carries_its_report(service: Script, ask: Ask) -> None:
    service.will(201, requested("applied"))
    outcome = ask("promote", "census-income", 4, reason="better", expected_incumbent=None)
    assert repr(outcome).startswith("applied: promote census-income 4")
    assert (outcome.applied, outcome.pending, outcome.report.verdict, outcome.stage) == (
        True,
        False,
        "PASS",
        "Production",
    )
    assert service.seen[0].json == {"toStage": "Production", "reason": "better", "expectedIncumbent": None}


def test_one_that_awaits_approval_is_pending_unless_it_is_waited_for(service: Script, ask: Ask) -> None:
    service.will(202, requested("awaiting_approval"))
    outcome = ask("promote", "census-income", 4, "Staging")
    assert repr(outcome).startswith("awaiting_approval: ")
    assert outcome.pending
    assert service.seen[0].json == {"toStage": "Staging"}


def test_waiting_ends_with_the_approval(service: Script, ask: Ask) -> None:
    service.will(202, requested("awaiting_approval")).will(200, settled("awaiting_approval")).will(
        200, settled("applied")
    )
    service.will(200, report("PASS"))
    outcome = ask("promote", "census-income", 4, wait=True)
    assert outcome.applied
    assert outcome.report.verdict == "PASS"
    assert [seen.path for seen in service.seen[1:]] == [
        f"/api/v1/transitions/{ID}",
        f"/api/v1/transitions/{ID}",
        f"/api/v1/gate-reports/{REPORT_ID}",
    ]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("rejected", ApprovalRejectedError),
        ("cancelled", PromotionCancelledError),
        ("stale", PromotionStaleError),
        ("learned_later", PromotionError),
    ],
)
def test_waiting_that_ends_otherwise_raises_with_the_outcome(
    service: Script, ask: Ask, status: str, kind: type[PromotionError]
) -> None:
    service.will(202, requested("awaiting_approval")).will(200, settled(status)).will(200, report("PASS"))
    with pytest.raises(kind, match=f"^{status}: promote census-income 4") as caught:
        ask("promote", "census-income", 4, wait=True)
    assert type(caught.value) is kind
    assert caught.value.outcome.status == status


def test_a_promotion_that_the_gates_refuse_at_its_approval_carries_that_report(service: Script, ask: Ask) -> None:
    refused = settled("refused", code="GATES_REFUSED", detail="f1 fell.")
    service.will(202, requested("awaiting_approval")).will(200, refused).will(200, report("FAIL"))
    with pytest.raises(GatesRefusedError, match="^422 GATES_REFUSED: f1 fell.$") as caught:
        ask("promote", "census-income", 4, wait=True)
    assert caught.value.report.verdict == "FAIL"


def test_waiting_has_an_end_and_can_be_taken_up_again(service: Script, ask: Ask) -> None:
    service.will(202, requested("awaiting_approval"))
    with pytest.raises(ApprovalPendingError) as caught:
        ask("promote", "census-income", 4, wait=True, timeout=0)
    assert caught.value.outcome.pending
    service.will_refuse(409, "TRANSITION_OPEN", {"transition": settled("awaiting_approval")})
    service.will(200, report("PASS")).will(200, settled("applied")).will(200, report("PASS"))
    assert ask("promote", "census-income", 4, wait=True).applied


def test_a_request_for_another_stage_is_not_taken_for_this_one(service: Script, ask: Ask) -> None:
    service.will_refuse(409, "TRANSITION_OPEN", {"transition": settled("awaiting_approval")})
    with pytest.raises(ConflictError):
        ask("promote", "census-income", 4, "Staging", wait=True)


@pytest.mark.parametrize(("verb", "status"), [("approve", "applied"), ("reject", "rejected")])
def test_a_decision_finds_the_request_by_model_and_version(service: Script, ask: Ask, verb: str, status: str) -> None:
    page = {"items": [settled("awaiting_approval")], "nextCursor": None}
    service.will(200, page).will(201, settled(status)).will(200, report("PASS"))
    outcome = ask(verb, "census-income", 4, comment="so be it")
    assert outcome.status == status
    assert service.seen[0].path.endswith("/models/census-income/transitions?status=awaiting_approval&version=4")
    assert service.seen[1].path == f"/api/v1/transitions/{ID}/approvals"
    assert service.seen[1].json == {"decision": verb, "comment": "so be it"}


def test_a_decision_takes_the_request_itself_or_its_id(service: Script, ask: Ask) -> None:
    service.will(202, requested("awaiting_approval"))
    asked = ask("promote", "census-income", 4)
    for request in (asked, asked.transition, ID):
        service.will(201, transition("awaiting_approval"))
        assert ask("approve", request).pending
    with pytest.raises(ValueError, match="census-income is no id of a request; of a model, name the version"):
        ask("approve", "census-income")


def test_a_decision_on_nothing_says_so(service: Script, ask: Ask) -> None:
    service.will(200, {"items": [], "nextCursor": None})
    with pytest.raises(NoOpenRequestError, match="No request for census-income 4 awaits approval"):
        ask("approve", "census-income", 4)


def test_an_approval_that_comes_too_late_is_no_success(service: Script, ask: Ask) -> None:
    service.will(201, transition("stale", "Version 5 is in Production."))
    with pytest.raises(PromotionStaleError, match="Version 5 is in Production"):
        ask("approve", ID)


def test_rollback_archive_and_quarantine_are_one_call_each(service: Script, ask: Ask) -> None:
    service.will(201, {**transition("applied"), "gateReport": None}).will(
        201, {**transition("applied"), "gateReport": None}
    )
    service.will(200, {**version(), "quarantined": True})
    assert ask("rollback", "census-income", "It fails", to_version=2).applied
    assert ask("archive", "census-income", 3, "It is old").applied
    assert ask("quarantine", "census-income", 4, "It leaks").quarantined
    assert [(seen.path.rpartition("/")[2], seen.json) for seen in service.seen] == [
        ("rollback", {"reason": "It fails", "toVersion": 2}),
        ("transitions", {"toStage": "Archived", "reason": "It is old"}),
        ("quarantine", {"reason": "It leaks"}),
    ]
