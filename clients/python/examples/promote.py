"""The census-income story: two promotions, a version the gates refuse, and a rollback.

STAGEGATE_URL=http://127.0.0.1:3000 STAGEGATE_TOKEN=… STAGEGATE_REVIEWER_TOKEN=… python examples/promote.py
"""

from __future__ import annotations

import os
import time

from census import MEASURED_BY, body, predictions

from stagegate import ConflictError, GatesRefusedError, Stagegate, StaleError, each, tagged


def load(registry: Stagegate, model: str) -> None:
    """Registers the model, its policy, and three versions with their evaluations."""
    created = {**body("model.json"), "name": model}
    registry.create_model(created)
    try:
        registry.create_model(created)
    except ConflictError as conflict:
        assert conflict.code == "MODEL_EXISTS"
    registry.set_gate_policy(model, body("policy.json"))
    for file in ("v1.json", "v2.json", "v3.json"):
        version = registry.register_version(model, body("versions", file)).version
        registry.submit_evaluation(model, version, body("evaluations", file))


def promote(registry: Stagegate, reviewer: Stagegate, model: str, version: int) -> None:
    """Takes a version to Staging and, with the reviewer's approval, to Production."""
    registry.promote(model, version, "Staging")
    asked = registry.promote(model, version)
    verdict = asked.report.verdict if asked.report else None
    outcome = reviewer.approve(asked, comment="The report convinces me.")
    print(f"version {version}: the gates say {verdict}, the promotion is {outcome.status}")


def be_refused(registry: Stagegate, model: str, version: int) -> None:
    """Asks for a promotion that the gates refuse, and shows why."""
    registry.promote(model, version, "Staging")
    try:
        registry.promote(model, version)
    except GatesRefusedError as refusal:
        for measure in (measure for rule in refusal.report.rules for measure in rule.measures):
            if measure.status == "FAIL":
                print(f"version {version} is refused: {measure.message}")
    else:
        raise AssertionError("The gates let the version through.")


def measure_again(registry: Stagegate, model: str, version: int) -> None:
    """Lets the service compute the metrics from the predictions of a version."""
    job = registry.upload_predictions(model, version, predictions(version), MEASURED_BY)
    measured = registry.wait_for_evaluation(job)
    women = {"sex": "Female"}
    (f1,) = (one for one in measured.metrics if one.name == "f1" and one.slice_ and one.slice_.to_dict() == women)
    rows = registry.get_prediction_job(job.id).rows_read
    print(f"measured again from {rows} predictions: f1 of women is {f1.value:.3f}")


def main() -> None:
    model = f"census-income-py-{time.time_ns()}"
    reviewer_token = os.environ["STAGEGATE_REVIEWER_TOKEN"]
    with Stagegate() as registry, Stagegate(token=reviewer_token) as reviewer:
        load(registry, model)
        for version in (1, 2):
            promote(registry, reviewer, model, version)
        be_refused(registry, model, 3)

        back = registry.rollback(model, "Complaints about version 2")
        assert registry.get_stage(model, "Production").version == back.version
        print(f"rolled back to version {back.version}")

        measure_again(registry, model, 3)

        _, etag = tagged(registry.get_model, model)
        registry.update_model(model, owner="risk", if_match=etag)
        try:
            registry.update_model(model, owner="sales", if_match=etag)
        except StaleError as stale:
            assert stale.code == "PRECONDITION_FAILED"
        else:
            raise AssertionError("A change was lost.")

        for event in each(registry.list_audit_events, model=model, action="transition.refused"):
            print(f"the record says that {event.actor} was refused version {event.version}")
        pages = [event.action for event in each(registry.list_audit_events, model=model, limit=10)]
        stream = [event.action for event in registry.export_audit_events(model=model)]
        assert len(pages) > 10 and sorted(pages) == sorted(stream), "The pages and the stream tell different stories."


if __name__ == "__main__":
    main()
