from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.policy_scope import PolicyScope

if TYPE_CHECKING:
    from ..models.effective_gate_policy_response_effective_policy import EffectiveGatePolicyResponseEffectivePolicy
    from ..models.effective_gate_policy_response_policy import EffectiveGatePolicyResponsePolicy
    from ..models.gate_policy_document import GatePolicyDocument
    from ..models.policy_advice_response import PolicyAdviceResponse
    from ..models.policy_conflict_response import PolicyConflictResponse
    from ..models.policy_reference_response import PolicyReferenceResponse


T = TypeVar("T", bound="EffectiveGatePolicyResponse")


@_attrs_define(repr=False)
class EffectiveGatePolicyResponse(Shown):
    scope: PolicyScope
    """ Where a policy comes from. """
    revision: int | None
    """ Number of the revision, counted per scope from 1; null for the built-in policy. """
    digest: str
    """ Digest over the canonical form of this revision; the order of rules does not change it. """
    document: GatePolicyDocument | None
    """ The document as it was sent; null for the built-in policy. """
    effective_digest: str
    """ Digest of the effective policy, which gate reports name. """
    effective_policy: EffectiveGatePolicyResponseEffectivePolicy
    """ The policy that holds: the registry's default and the model's own, composed; gates judge by this. """
    composed_of: list[PolicyReferenceResponse]
    """ The revisions it is composed of. """
    advice: list[PolicyAdviceResponse]
    """ What the effective policy demands that evidence can hardly meet; nothing is refused for it. """
    conflicts: list[PolicyConflictResponse]
    """ Where the model's policy asks for less than a default that was set later; while there are any, nothing
    passes. """
    policy: EffectiveGatePolicyResponsePolicy
    """ The same with presets and short forms written out. """
    created_at: datetime.datetime | None
    """ When the revision was made; null for the built-in policy. """
    created_by: None | str
    """ Who made it; null for the built-in policy. """
    comment: None | str
    """ Why it was made, in its author's words; null when nothing was said. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.gate_policy_document import GatePolicyDocument  # noqa: PLC0415

        scope = self.scope.value

        revision: int | None
        revision = self.revision

        digest = self.digest

        document: dict[str, Any] | None
        if isinstance(self.document, GatePolicyDocument):
            document = self.document.to_dict()
        else:
            document = self.document

        effective_digest = self.effective_digest

        effective_policy = self.effective_policy.to_dict()

        composed_of = []
        for composed_of_item_data in self.composed_of:
            composed_of_item = composed_of_item_data.to_dict()
            composed_of.append(composed_of_item)

        advice = []
        for advice_item_data in self.advice:
            advice_item = advice_item_data.to_dict()
            advice.append(advice_item)

        conflicts = []
        for conflicts_item_data in self.conflicts:
            conflicts_item = conflicts_item_data.to_dict()
            conflicts.append(conflicts_item)

        policy = self.policy.to_dict()

        created_at: None | str
        if isinstance(self.created_at, datetime.datetime):
            created_at = self.created_at.isoformat()

        else:
            created_at = self.created_at

        created_by: None | str
        created_by = self.created_by

        comment: None | str
        comment = self.comment

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "scope": scope,
                "revision": revision,
                "digest": digest,
                "document": document,
                "effectiveDigest": effective_digest,
                "effectivePolicy": effective_policy,
                "composedOf": composed_of,
                "advice": advice,
                "conflicts": conflicts,
                "policy": policy,
                "createdAt": created_at,
                "createdBy": created_by,
                "comment": comment,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.effective_gate_policy_response_effective_policy import EffectiveGatePolicyResponseEffectivePolicy  # noqa: PLC0415
        from ..models.effective_gate_policy_response_policy import EffectiveGatePolicyResponsePolicy  # noqa: PLC0415
        from ..models.gate_policy_document import GatePolicyDocument  # noqa: PLC0415
        from ..models.policy_advice_response import PolicyAdviceResponse  # noqa: PLC0415
        from ..models.policy_conflict_response import PolicyConflictResponse  # noqa: PLC0415
        from ..models.policy_reference_response import PolicyReferenceResponse  # noqa: PLC0415

        d = dict(src_dict)
        scope = PolicyScope(d.pop("scope"))

        def _parse_revision(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        revision = _parse_revision(d.pop("revision"))

        digest = d.pop("digest")

        def _parse_document(data: object) -> GatePolicyDocument | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                document_type_0 = GatePolicyDocument.from_dict(data)

                return document_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GatePolicyDocument | None, data)

        document = _parse_document(d.pop("document"))

        effective_digest = d.pop("effectiveDigest")

        effective_policy = EffectiveGatePolicyResponseEffectivePolicy.from_dict(d.pop("effectivePolicy"))

        composed_of = []
        _composed_of = d.pop("composedOf")
        for composed_of_item_data in _composed_of:
            composed_of_item = PolicyReferenceResponse.from_dict(composed_of_item_data)

            composed_of.append(composed_of_item)

        advice = []
        _advice = d.pop("advice")
        for advice_item_data in _advice:
            advice_item = PolicyAdviceResponse.from_dict(advice_item_data)

            advice.append(advice_item)

        conflicts = []
        _conflicts = d.pop("conflicts")
        for conflicts_item_data in _conflicts:
            conflicts_item = PolicyConflictResponse.from_dict(conflicts_item_data)

            conflicts.append(conflicts_item)

        policy = EffectiveGatePolicyResponsePolicy.from_dict(d.pop("policy"))

        def _parse_created_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                created_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return created_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        created_at = _parse_created_at(d.pop("createdAt"))

        def _parse_created_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        created_by = _parse_created_by(d.pop("createdBy"))

        def _parse_comment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        comment = _parse_comment(d.pop("comment"))

        effective_gate_policy_response = cls(
            scope=scope,
            revision=revision,
            digest=digest,
            document=document,
            effective_digest=effective_digest,
            effective_policy=effective_policy,
            composed_of=composed_of,
            advice=advice,
            conflicts=conflicts,
            policy=policy,
            created_at=created_at,
            created_by=created_by,
            comment=comment,
        )

        effective_gate_policy_response.additional_properties = d
        return effective_gate_policy_response

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
