"""A report of the gates for people: the verdict, and where it is none to go on with every reason, whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

FINE = ("PASS", "SKIPPED")


def told(report: Any) -> str:
    """The report in a line when all is well; else a line for each reason, with what would help below it."""
    if str(report.verdict) == "PASS":
        return str(report)
    against = f" against {report.incumbent}" if report.incumbent else ""
    heading = f"{report.verdict}: {report.model} {report.challenger}{against}, to {report.to_stage}."
    return "\n".join([heading, *_reasons(report)])


def _reasons(report: Any) -> Iterator[str]:
    for blocker in report.blockers:
        yield from _lines(str(blocker.reason_code), blocker)
    for rule in report.rules:
        if str(rule.status) in FINE:
            continue
        measures = [measure for measure in rule.measures if str(measure.status) not in FINE]
        for one in measures if len(measures) > 1 else [rule]:
            yield from _lines(rule.id, one)


def _lines(name: str, told: Any) -> Iterator[str]:
    yield f"  [{name}] {told.message}"
    if told.remediation:
        yield f"    {told.remediation}"
