"""The census-income story: two promotions, a version the gates refuse, and a rollback.

STAGEGATE_URL=http://127.0.0.1:3000 STAGEGATE_TOKEN=… STAGEGATE_REVIEWER_TOKEN=… python examples/promote.py
"""

from __future__ import annotations

import os
import time

from census import MEASURED_BY, body, predictions

from stagegate import ConflictError, GatesRefusedError, Stagegate, StaleError, each, tagged
from stagegate.api.models import (
    ApprovalDecision,
    CheckGatesRequest,
    DecideTransitionRequest,
    GatedStage,
    MeasureStatus,
    RequestTransitionRequest,
    RollbackRequest,
    Stage,
)


def load(registry: Stagegate, model: str) -> None:
    """Registers the model, its policy, and three versions with their evaluations."""
    created = {**body("model.json"), "name": model}
    registry.create_model(created)
    try:
        registry.create_model(created)
    except ConflictError as conflict:
        print(f"a second model of one name: {conflict.code}")
    registry.set_gate_policy(model, body("policy.json"))
    for file in ("v1.json", "v2.json", "v3.json"):
        version = registry.register_version(model, body("versions", file)).version
        registry.submit_evaluation(model, version, body("evaluations", file))


def promote(registry: Stagegate, reviewer: Stagegate, model: str, version: int) -> None:
    """Takes a version to Staging and, with the reviewer's approval, to Production."""
    report = registry.check_gates(model, version, CheckGatesRequest(to_stage=GatedStage.PRODUCTION))
    registry.request_transition(model, version, RequestTransitionRequest(to_stage=Stage.STAGING))
    asked = registry.request_transition(model, version, RequestTransitionRequest(to_stage=Stage.PRODUCTION))
    decision = DecideTransitionRequest(ApprovalDecision.APPROVE, comment="The report convinces me.")
    decided = reviewer.decide_transition(asked.id, decision)
    print(f"version {version}: the gates say {report.verdict}, the promotion is {decided.status}")


def be_refused(registry: Stagegate, model: str, version: int) -> None:
    """Asks for a promotion that the gates refuse, and shows why."""
    registry.request_transition(model, version, {"toStage": "Staging"})
    try:
        registry.request_transition(model, version, {"toStage": "Production"})
    except GatesRefusedError as refusal:
        measures = [measure for rule in refusal.report.rules for measure in rule.measures]
        for measure in measures:
            if measure.status == MeasureStatus.FAIL:
                print(f"version {version} is refused: {measure.message}")
    else:
        raise AssertionError("The gates let the version through.")


def main() -> None:
    model = f"census-income-py-{time.time_ns()}"
    reviewer_token = os.environ["STAGEGATE_REVIEWER_TOKEN"]
    with Stagegate() as registry, Stagegate(token=reviewer_token) as reviewer:
        load(registry, model)
        for version in (1, 2):
            promote(registry, reviewer, model, version)
        be_refused(registry, model, 3)

        job = registry.upload_predictions(model, 3, predictions(3), MEASURED_BY)
        measured = registry.wait_for_evaluation(job)
        print(f"from the predictions of version 3 came {len(measured.metrics)} metrics")

        back = registry.rollback_model(model, RollbackRequest(reason="Complaints about version 2"))
        serving = registry.get_stage(model, Stage.PRODUCTION).version
        print(f"rolled back to version {back.version}; in Production is version {serving}")

        _, etag = tagged(registry.get_model, model)
        registry.update_model(model, {"owner": "risk"}, if_match=etag)
        try:
            registry.update_model(model, {"owner": "sales"}, if_match=etag)
        except StaleError as stale:
            print(f"a change on old ground: {stale.code}")

        for event in each(registry.list_audit_events, model=model, action="transition.refused"):
            print(f"the record says that {event.actor} was refused version {event.version}")
        pages = [event.action for event in each(registry.list_audit_events, model=model, limit=10)]
        stream = [event.action for event in registry.export_audit_events(model=model)]
        assert len(pages) > 10 and sorted(pages) == sorted(stream), "The pages and the stream tell different stories."


if __name__ == "__main__":
    main()
