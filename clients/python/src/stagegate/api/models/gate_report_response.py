from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._pictured import PicturedReport
from ..models.gated_stage import GatedStage
from ..models.verdict import Verdict
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.evidence_used_response import EvidenceUsedResponse
    from ..models.gate_blocker_response import GateBlockerResponse
    from ..models.gate_rule_response import GateRuleResponse
    from ..models.gate_warning_response import GateWarningResponse
    from ..models.re_evaluation_response import ReEvaluationResponse


T = TypeVar("T", bound="GateReportResponse")


@_attrs_define(repr=False)
class GateReportResponse(PicturedReport):
    id: None | UUID
    """ Identifier of the stored report; null for a check, which stores nothing. """
    challenger: int
    """ The version that was judged. """
    incumbent: int | None
    """ The Production version it was compared with; null when there was none. """
    to_stage: GatedStage
    """ A stage that gates can stand before. """
    verdict: Verdict
    """ Outcome of judging a version by its gates. """
    policy_revision: int | None
    """ Revision of the policy; null for the built-in one. """
    policy_digest: str
    """ Digest of the policy. """
    digest: str
    """ Digest over all that was judged; the same inputs give the same digest. """
    model: str
    """ Name of the model. """
    challenger_artifact_digest: None | str
    """ Digest of the challenger's artifact. """
    incumbent_artifact_digest: None | str
    """ Digest of the incumbent's artifact. """
    gated: bool
    """ False when nothing was demanded, so that the verdict says nothing of quality. """
    first_promotion: bool
    """ Whether there was no incumbent, so that comparing rules were skipped. """
    message: str
    """ The verdict in a sentence. """
    judged_at: datetime.datetime
    """ When it was judged. """
    blockers: list[GateBlockerResponse]
    """ What stands in the way besides rules. """
    warnings: list[GateWarningResponse]
    """ What was noticed and does not block. """
    rules: list[GateRuleResponse]
    """ Every rule's outcome, worst first. """
    evidence_used: list[EvidenceUsedResponse]
    """ The evaluations the judgement rests on. """
    waived: bool | Unset = UNSET
    """ Whether nothing stands in the way but rules that are waived, so that an inconclusive verdict lets the
    version through; absent where nobody waives any. """
    re_evaluations: list[ReEvaluationResponse] | Unset = UNSET
    """ Evidence that was lacking and that kept predictions can give, or that is still being measured; absent when
    there is none. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id: None | str
        if isinstance(self.id, UUID):
            id = str(self.id)
        else:
            id = self.id

        challenger = self.challenger

        incumbent: int | None
        incumbent = self.incumbent

        to_stage = self.to_stage.value

        verdict = self.verdict.value

        policy_revision: int | None
        policy_revision = self.policy_revision

        policy_digest = self.policy_digest

        digest = self.digest

        model = self.model

        challenger_artifact_digest: None | str
        challenger_artifact_digest = self.challenger_artifact_digest

        incumbent_artifact_digest: None | str
        incumbent_artifact_digest = self.incumbent_artifact_digest

        gated = self.gated

        first_promotion = self.first_promotion

        message = self.message

        judged_at = self.judged_at.isoformat()

        blockers = []
        for blockers_item_data in self.blockers:
            blockers_item = blockers_item_data.to_dict()
            blockers.append(blockers_item)

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        rules = []
        for rules_item_data in self.rules:
            rules_item = rules_item_data.to_dict()
            rules.append(rules_item)

        evidence_used = []
        for evidence_used_item_data in self.evidence_used:
            evidence_used_item = evidence_used_item_data.to_dict()
            evidence_used.append(evidence_used_item)

        waived = self.waived

        re_evaluations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.re_evaluations, Unset):
            re_evaluations = []
            for re_evaluations_item_data in self.re_evaluations:
                re_evaluations_item = re_evaluations_item_data.to_dict()
                re_evaluations.append(re_evaluations_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "challenger": challenger,
                "incumbent": incumbent,
                "toStage": to_stage,
                "verdict": verdict,
                "policyRevision": policy_revision,
                "policyDigest": policy_digest,
                "digest": digest,
                "model": model,
                "challengerArtifactDigest": challenger_artifact_digest,
                "incumbentArtifactDigest": incumbent_artifact_digest,
                "gated": gated,
                "firstPromotion": first_promotion,
                "message": message,
                "judgedAt": judged_at,
                "blockers": blockers,
                "warnings": warnings,
                "rules": rules,
                "evidenceUsed": evidence_used,
            }
        )
        if waived is not UNSET:
            field_dict["waived"] = waived
        if re_evaluations is not UNSET:
            field_dict["reEvaluations"] = re_evaluations

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evidence_used_response import EvidenceUsedResponse  # noqa: PLC0415
        from ..models.gate_blocker_response import GateBlockerResponse  # noqa: PLC0415
        from ..models.gate_rule_response import GateRuleResponse  # noqa: PLC0415
        from ..models.gate_warning_response import GateWarningResponse  # noqa: PLC0415
        from ..models.re_evaluation_response import ReEvaluationResponse  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                id_type_0 = UUID(data)

                return id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        id = _parse_id(d.pop("id"))

        challenger = d.pop("challenger")

        def _parse_incumbent(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        incumbent = _parse_incumbent(d.pop("incumbent"))

        to_stage = GatedStage(d.pop("toStage"))

        verdict = Verdict(d.pop("verdict"))

        def _parse_policy_revision(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        policy_revision = _parse_policy_revision(d.pop("policyRevision"))

        policy_digest = d.pop("policyDigest")

        digest = d.pop("digest")

        model = d.pop("model")

        def _parse_challenger_artifact_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        challenger_artifact_digest = _parse_challenger_artifact_digest(d.pop("challengerArtifactDigest"))

        def _parse_incumbent_artifact_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        incumbent_artifact_digest = _parse_incumbent_artifact_digest(d.pop("incumbentArtifactDigest"))

        gated = d.pop("gated")

        first_promotion = d.pop("firstPromotion")

        message = d.pop("message")

        judged_at = datetime.datetime.fromisoformat(d.pop("judgedAt").replace("Z", "+00:00"))

        blockers = []
        _blockers = d.pop("blockers")
        for blockers_item_data in _blockers:
            blockers_item = GateBlockerResponse.from_dict(blockers_item_data)

            blockers.append(blockers_item)

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = GateWarningResponse.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        rules = []
        _rules = d.pop("rules")
        for rules_item_data in _rules:
            rules_item = GateRuleResponse.from_dict(rules_item_data)

            rules.append(rules_item)

        evidence_used = []
        _evidence_used = d.pop("evidenceUsed")
        for evidence_used_item_data in _evidence_used:
            evidence_used_item = EvidenceUsedResponse.from_dict(evidence_used_item_data)

            evidence_used.append(evidence_used_item)

        waived = d.pop("waived", UNSET)

        _re_evaluations = d.pop("reEvaluations", UNSET)
        re_evaluations: list[ReEvaluationResponse] | Unset = UNSET
        if _re_evaluations is not UNSET:
            re_evaluations = []
            for re_evaluations_item_data in _re_evaluations:
                re_evaluations_item = ReEvaluationResponse.from_dict(re_evaluations_item_data)

                re_evaluations.append(re_evaluations_item)

        gate_report_response = cls(
            id=id,
            challenger=challenger,
            incumbent=incumbent,
            to_stage=to_stage,
            verdict=verdict,
            policy_revision=policy_revision,
            policy_digest=policy_digest,
            digest=digest,
            model=model,
            challenger_artifact_digest=challenger_artifact_digest,
            incumbent_artifact_digest=incumbent_artifact_digest,
            gated=gated,
            first_promotion=first_promotion,
            message=message,
            judged_at=judged_at,
            blockers=blockers,
            warnings=warnings,
            rules=rules,
            evidence_used=evidence_used,
            waived=waived,
            re_evaluations=re_evaluations,
        )

        gate_report_response.additional_properties = d
        return gate_report_response

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
