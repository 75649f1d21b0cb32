"""Counts what was sent, keeps the run from revoking the token it lives by, and its sequences from ending early."""

import atexit
import json
import os
import uuid
from collections import Counter

import schemathesis
from schemathesis.engine import Status
from schemathesis.engine.run.stateful import _executor

calls = Counter()


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.path_parameters.get("id") == os.environ["FUZZ_TOKEN_ID"]:
        case.path_parameters["id"] = str(uuid.uuid4())


@schemathesis.hook
def after_call(context, case, response):
    phase = case.meta.phase.name.value if case.meta else "other"
    expected = case.method.upper() == case.operation.method.upper()
    operation = case.operation.definition.raw["operationId"] if expected else "other method"
    calls[phase, operation, response.status_code] += 1


@atexit.register
def write_calls():
    rows = [{"phase": phase, "operation": operation, "status": status, "calls": number}
            for (phase, operation, status), number in calls.items()]
    with open(os.environ["FUZZ_CALLS"], "w", encoding="utf-8") as file:
        json.dump(rows, file)


classify_flaky = _executor._classify_flaky


def classify_flaky_as_retry(*, ctx, engine, state):
    """A registry answers a repeated sequence otherwise than the first; begin again, with the next seed, where Schemathesis gives up."""
    status, retry, events = classify_flaky(ctx=ctx, engine=engine, state=state)
    goes_on = status == Status.SUCCESS and not events and ctx.completed_scenarios < int(os.environ["FUZZ_SCENARIOS"])
    return status, retry or goes_on, events


_executor._classify_flaky = classify_flaky_as_retry
