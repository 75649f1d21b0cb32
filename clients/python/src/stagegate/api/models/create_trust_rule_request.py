from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_trust_rule_request_claims import CreateTrustRuleRequestClaims


T = TypeVar("T", bound="CreateTrustRuleRequest")


@_attrs_define(repr=False)
class CreateTrustRuleRequest(Shown):
    issuer: str
    """ The claim `iss` of the tokens, such as `https://token.actions.githubusercontent.com`, or the name of an
    issuer that is configured. """
    audience: str
    """ The audience that the tokens must be made for. """
    claims: CreateTrustRuleRequestClaims
    """ What the claims of a token must be: the very text, or one in which each `*` stands for any characters. At
    least one has to say who
    asks, such as `repository_id`, `project_id` or `sub`; ids are better than names, which somebody else may take.
    """
    roles: list[str]
    """ What the tokens may do that are given; built-in ones or your own; they add up. They are of machines, and so
    approve nothing. """
    name: str | Unset = UNSET
    """ What the rule is for, for the list of rules. """
    model: str | Unset = UNSET
    """ The one model that they may know of; renaming it changes nothing. """
    model_prefix: str | Unset = UNSET
    """ The beginning of the names of the models that they may know of; not together with `model`. """
    expires_in_seconds: int | Unset = UNSET
    """ How long they live; 15 minutes unless given, at most an hour. """

    def to_dict(self) -> dict[str, Any]:
        issuer = self.issuer

        audience = self.audience

        claims = self.claims.to_dict()

        roles = self.roles

        name = self.name

        model = self.model

        model_prefix = self.model_prefix

        expires_in_seconds = self.expires_in_seconds

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "issuer": issuer,
                "audience": audience,
                "claims": claims,
                "roles": roles,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if model is not UNSET:
            field_dict["model"] = model
        if model_prefix is not UNSET:
            field_dict["modelPrefix"] = model_prefix
        if expires_in_seconds is not UNSET:
            field_dict["expiresInSeconds"] = expires_in_seconds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_trust_rule_request_claims import CreateTrustRuleRequestClaims  # noqa: PLC0415

        d = dict(src_dict)
        issuer = d.pop("issuer")

        audience = d.pop("audience")

        claims = CreateTrustRuleRequestClaims.from_dict(d.pop("claims"))

        roles = cast(list[str], d.pop("roles"))

        name = d.pop("name", UNSET)

        model = d.pop("model", UNSET)

        model_prefix = d.pop("modelPrefix", UNSET)

        expires_in_seconds = d.pop("expiresInSeconds", UNSET)

        create_trust_rule_request = cls(
            issuer=issuer,
            audience=audience,
            claims=claims,
            roles=roles,
            name=name,
            model=model,
            model_prefix=model_prefix,
            expires_in_seconds=expires_in_seconds,
        )

        return create_trust_rule_request
