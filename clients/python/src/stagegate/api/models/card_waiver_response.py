from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.gated_stage import GatedStage
from ..models.waiver_state import WaiverState

if TYPE_CHECKING:
    from ..models.card_covered_response import CardCoveredResponse


T = TypeVar("T", bound="CardWaiverResponse")


@_attrs_define(repr=False)
class CardWaiverResponse(Shown):
    id: UUID
    """ Identifier of the waiver. """
    version: int
    """ The version it is for. """
    to_stage: GatedStage
    """ A stage that gates can stand before. """
    evidence_digest: str
    """ Digest of the evidence it is bound to; on other evidence it does not count. """
    policy_digest: str
    """ Digest of the policy it is bound to; under another it does not count. """
    state: WaiverState
    """ Where a waiver stands. """
    covered: list[CardCoveredResponse]
    """ The transitions whose verdicts it was counted for, among those of the card; empty when there is none. """
    model: str
    """ Name of the model. """
    rule_id: str
    """ The rule that is waived. """
    reason: str
    """ Why. """
    granted_by: str
    """ Who granted it. """
    granted_at: datetime.datetime
    """ When. """
    expires_at: datetime.datetime
    """ When it ends; at that instant it holds no more. """
    revoked_at: datetime.datetime | None
    """ When it was revoked; null unless it was. """
    revoked_by: None | str
    """ Who revoked it; null likewise. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        version = self.version

        to_stage = self.to_stage.value

        evidence_digest = self.evidence_digest

        policy_digest = self.policy_digest

        state = self.state.value

        covered = []
        for covered_item_data in self.covered:
            covered_item = covered_item_data.to_dict()
            covered.append(covered_item)

        model = self.model

        rule_id = self.rule_id

        reason = self.reason

        granted_by = self.granted_by

        granted_at = self.granted_at.isoformat()

        expires_at = self.expires_at.isoformat()

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()

        else:
            revoked_at = self.revoked_at

        revoked_by: None | str
        revoked_by = self.revoked_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "toStage": to_stage,
                "evidenceDigest": evidence_digest,
                "policyDigest": policy_digest,
                "state": state,
                "covered": covered,
                "model": model,
                "ruleId": rule_id,
                "reason": reason,
                "grantedBy": granted_by,
                "grantedAt": granted_at,
                "expiresAt": expires_at,
                "revokedAt": revoked_at,
                "revokedBy": revoked_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.card_covered_response import CardCoveredResponse  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        version = d.pop("version")

        to_stage = GatedStage(d.pop("toStage"))

        evidence_digest = d.pop("evidenceDigest")

        policy_digest = d.pop("policyDigest")

        state = WaiverState(d.pop("state"))

        covered = []
        _covered = d.pop("covered")
        for covered_item_data in _covered:
            covered_item = CardCoveredResponse.from_dict(covered_item_data)

            covered.append(covered_item)

        model = d.pop("model")

        rule_id = d.pop("ruleId")

        reason = d.pop("reason")

        granted_by = d.pop("grantedBy")

        granted_at = datetime.datetime.fromisoformat(d.pop("grantedAt").replace("Z", "+00:00"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt").replace("Z", "+00:00"))

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revokedAt"))

        def _parse_revoked_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        revoked_by = _parse_revoked_by(d.pop("revokedBy"))

        card_waiver_response = cls(
            id=id,
            version=version,
            to_stage=to_stage,
            evidence_digest=evidence_digest,
            policy_digest=policy_digest,
            state=state,
            covered=covered,
            model=model,
            rule_id=rule_id,
            reason=reason,
            granted_by=granted_by,
            granted_at=granted_at,
            expires_at=expires_at,
            revoked_at=revoked_at,
            revoked_by=revoked_by,
        )

        card_waiver_response.additional_properties = d
        return card_waiver_response

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
