from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="CardAttestationResponse")


@_attrs_define(repr=False)
class CardAttestationResponse(Shown):
    transition_id: UUID
    """ Id of the transition. """
    gate_report_id: None | UUID
    """ Id of the gate report. """
    report_digest: None | str
    """ Digest of the gate report, which `replayGateReport` computes again. """
    policy_digest: None | str
    """ Digest of the policy that judged. """
    evidence_digest: None | str
    """ Digest over the evaluations that were judged by. """
    artifact_digest: None | str
    """ Digest of the artifact that was promoted. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        transition_id = str(self.transition_id)

        gate_report_id: None | str
        if isinstance(self.gate_report_id, UUID):
            gate_report_id = str(self.gate_report_id)
        else:
            gate_report_id = self.gate_report_id

        report_digest: None | str
        report_digest = self.report_digest

        policy_digest: None | str
        policy_digest = self.policy_digest

        evidence_digest: None | str
        evidence_digest = self.evidence_digest

        artifact_digest: None | str
        artifact_digest = self.artifact_digest

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "transitionId": transition_id,
                "gateReportId": gate_report_id,
                "reportDigest": report_digest,
                "policyDigest": policy_digest,
                "evidenceDigest": evidence_digest,
                "artifactDigest": artifact_digest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        transition_id = UUID(d.pop("transitionId"))

        def _parse_gate_report_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                gate_report_id_type_0 = UUID(data)

                return gate_report_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        gate_report_id = _parse_gate_report_id(d.pop("gateReportId"))

        def _parse_report_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        report_digest = _parse_report_digest(d.pop("reportDigest"))

        def _parse_policy_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        policy_digest = _parse_policy_digest(d.pop("policyDigest"))

        def _parse_evidence_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        evidence_digest = _parse_evidence_digest(d.pop("evidenceDigest"))

        def _parse_artifact_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        artifact_digest = _parse_artifact_digest(d.pop("artifactDigest"))

        card_attestation_response = cls(
            transition_id=transition_id,
            gate_report_id=gate_report_id,
            report_digest=report_digest,
            policy_digest=policy_digest,
            evidence_digest=evidence_digest,
            artifact_digest=artifact_digest,
        )

        card_attestation_response.additional_properties = d
        return card_attestation_response

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
