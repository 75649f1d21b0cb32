from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.trust_rule_response_claims import TrustRuleResponseClaims


T = TypeVar("T", bound="TrustRuleResponse")


@_attrs_define(repr=False)
class TrustRuleResponse(Shown):
    id: UUID
    """ The rule's id. """
    expires_in_seconds: int
    """ How long they live. """
    name: None | str
    """ What the rule is for; null when nobody said. """
    issuer: str
    """ The claim `iss` of the tokens. """
    audience: str
    """ The audience that the tokens must be made for. """
    claims: TrustRuleResponseClaims
    """ What their claims must be. """
    roles: list[str]
    """ What the tokens may do that are given. """
    model: None | str
    """ The one model that they may know of, by the name it has now; null for any. """
    model_prefix: None | str
    """ The beginning of the names of the models that they may know of; null for any. """
    created_at: datetime.datetime
    """ When the rule was made. """
    created_by: str
    """ Who made it. """
    warnings: list[str]
    """ What to think of before relying on the rule. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        expires_in_seconds = self.expires_in_seconds

        name: None | str
        name = self.name

        issuer = self.issuer

        audience = self.audience

        claims = self.claims.to_dict()

        roles = self.roles

        model: None | str
        model = self.model

        model_prefix: None | str
        model_prefix = self.model_prefix

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        warnings = self.warnings

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "expiresInSeconds": expires_in_seconds,
                "name": name,
                "issuer": issuer,
                "audience": audience,
                "claims": claims,
                "roles": roles,
                "model": model,
                "modelPrefix": model_prefix,
                "createdAt": created_at,
                "createdBy": created_by,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.trust_rule_response_claims import TrustRuleResponseClaims  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        expires_in_seconds = d.pop("expiresInSeconds")

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        issuer = d.pop("issuer")

        audience = d.pop("audience")

        claims = TrustRuleResponseClaims.from_dict(d.pop("claims"))

        roles = cast(list[str], d.pop("roles"))

        def _parse_model(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model = _parse_model(d.pop("model"))

        def _parse_model_prefix(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model_prefix = _parse_model_prefix(d.pop("modelPrefix"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        created_by = d.pop("createdBy")

        warnings = cast(list[str], d.pop("warnings"))

        trust_rule_response = cls(
            id=id,
            expires_in_seconds=expires_in_seconds,
            name=name,
            issuer=issuer,
            audience=audience,
            claims=claims,
            roles=roles,
            model=model,
            model_prefix=model_prefix,
            created_at=created_at,
            created_by=created_by,
            warnings=warnings,
        )

        trust_rule_response.additional_properties = d
        return trust_rule_response

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
