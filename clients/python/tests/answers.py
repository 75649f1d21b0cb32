"""Answers of the service, as short as the types allow."""

from __future__ import annotations

from typing import Any


def model(name: str = "census-income") -> dict[str, Any]:
    return {
        "name": name,
        "description": "",
        "owner": None,
        "tags": {},
        "aliases": {},
        "latestVersion": None,
        "productionVersion": None,
        "production": None,
        "awaiting": 0,
        "conditions": [],
        "createdAt": "2026-11-20T10:00:00.000Z",
        "createdBy": "ci",
        "updatedAt": "2026-11-20T10:00:00.000Z",
    }


def report(verdict: str = "FAIL") -> dict[str, Any]:
    digest = "sha256:" + "0" * 64
    return {
        "id": "01939d3e-0000-7000-8000-000000000001",
        "model": "census-income",
        "challenger": 3,
        "incumbent": 2,
        "toStage": "Production",
        "verdict": verdict,
        "policyRevision": 1,
        "policyDigest": digest,
        "digest": digest,
        "challengerArtifactDigest": None,
        "incumbentArtifactDigest": None,
        "gated": True,
        "firstPromotion": False,
        "message": "f1 on sex=Female lost 6.2 points.",
        "judgedAt": "2026-11-20T10:00:00.000Z",
        "blockers": [],
        "warnings": [],
        "rules": [],
        "evidenceUsed": [],
    }


def measure(sex: str, delta: float, metric: str = "f1") -> dict[str, Any]:
    values = {"challenger": 0.7 + delta, "incumbent": 0.7, "delta": delta, "improvement": delta}
    return {
        "slice": {"sex": sex},
        "status": "FAIL",
        "metric": metric,
        "reasonCode": "REGRESSION",
        "message": "It fell.",
        "observed": {**values, "lower": delta - 0.01, "upper": delta + 0.01, "count": 5421},
        "required": {"margin": 0.02},
        "basis": "paired",
        "evaluations": {"challenger": None, "incumbent": None},
    }


def version(number: int = 4) -> dict[str, Any]:
    unknown = ("artifactDigest", "runId", "gitCommit", "framework", "signature", "quarantineReason")
    promotion: dict[str, Any] = {
        "promotedAt": None,
        "promotedBy": None,
        "promotionRequestedBy": None,
        "promotionApprovedBy": [],
    }
    return {
        **dict.fromkeys(unknown),
        **promotion,
        "version": number,
        "model": "census-income",
        "stage": "None",
        "stageEnteredAt": "2026-11-20T10:00:00.000Z",
        "artifactUri": f"s3://m/{number}",
        "dataset": {"name": "adult-train", "version": "1"},
        "params": {},
        "metrics": {},
        "description": "",
        "tags": {"team": '<script>alert("x")</script>'},
        "aliases": [],
        "quarantined": False,
        "createdAt": "2026-11-20T10:00:00.000Z",
        "createdBy": "ci",
        "updatedAt": "2026-11-20T10:00:00.000Z",
    }


def transition(status: str, detail: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        **{"id": "01939d3e-0000-7000-8000-000000000002", "model": "census-income", "version": 4},
        **{
            "gateReportId": None,
            "displacedVersion": None,
            "expiresAt": None,
            "override": None,
            "fromStage": "Staging",
            "toStage": "Production",
        },
        **{"kind": "promote", "status": status, "requestedBy": "ci", "requestedAt": "2026-11-20T10:00:00.000Z"},
        **{"reason": None, "approvals": [], "appliedAt": None, "settledAt": None, "settledBy": None},
        **{"code": None, "detail": detail, "summary": None, "demand": None},
        **{"mayDecide": {"allowed": False, "code": None, "reason": None}, **more},
    }


def evaluation(id: str = "01939d3e-0000-7000-8000-000000000003") -> dict[str, Any]:
    metrics = [
        {"name": "f1", "value": 0.7, "count": 9},
        {"name": "f1", "slice": {"sex": "F", "over_50": True}, "value": 0.6, "count": 4},
    ]
    unknown = ("predictionDigest", "evaluator", "environment", "labelDefinition", "sliceDefinition")
    return {
        **dict.fromkeys(unknown),
        **{"id": id, "version": 4, "model": "census-income", "digest": "sha256:" + "0" * 64},
        **{"dataset": {"name": "adult", "version": "1"}, "metricCount": 2, "pairedCount": 0, "metrics": metrics},
        **{"paired": [], "evaluatedAt": "2026-11-20T10:00:00.000Z", "createdAt": "2026-11-20T10:00:00.000Z"},
        "createdBy": "ci",
    }


def job(status: str, evaluation_id: str | None = None) -> dict[str, Any]:
    return {
        **{"id": "01939d3e-0000-7000-8000-000000000004", "version": 4, "status": status, "task": "binary"},
        **{"rowsRead": 0, "rowsTotal": None, "evaluationId": evaluation_id, "attempts": 1, "model": "census-income"},
        **{
            "step": None,
            "dataset": {"name": "adult", "version": "1"},
            "source": {"kind": "upload", "bytes": 1, "digest": None, "name": "p.csv", "format": "csv"},
            "error": None,
        },
        **{"warnings": [], "createdAt": "2026-11-20T10:00:00.000Z", "createdBy": "ci"},
        **{"startedAt": None, "finishedAt": None},
    }
