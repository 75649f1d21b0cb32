from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.policy_scope import PolicyScope

if TYPE_CHECKING:
    from ..models.gate_policy_document import GatePolicyDocument
    from ..models.gate_policy_response_policy import GatePolicyResponsePolicy


T = TypeVar("T", bound="GatePolicyResponse")


@_attrs_define(repr=False)
class GatePolicyResponse(Shown):
    scope: PolicyScope
    """ Where a policy comes from. """
    revision: int | None
    """ Number of the revision, counted per scope from 1; null for the built-in policy. """
    digest: str
    """ Digest over the canonical form of this revision; the order of rules does not change it. """
    document: GatePolicyDocument | None
    """ The document as it was sent; null for the built-in policy. """
    policy: GatePolicyResponsePolicy
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
                "policy": policy,
                "createdAt": created_at,
                "createdBy": created_by,
                "comment": comment,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.gate_policy_document import GatePolicyDocument  # noqa: PLC0415
        from ..models.gate_policy_response_policy import GatePolicyResponsePolicy  # noqa: PLC0415

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

        policy = GatePolicyResponsePolicy.from_dict(d.pop("policy"))

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

        gate_policy_response = cls(
            scope=scope,
            revision=revision,
            digest=digest,
            document=document,
            policy=policy,
            created_at=created_at,
            created_by=created_by,
            comment=comment,
        )

        gate_policy_response.additional_properties = d
        return gate_policy_response

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
