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
