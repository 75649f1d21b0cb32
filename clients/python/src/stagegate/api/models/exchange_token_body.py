from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.exchange_token_body_grant_type import ExchangeTokenBodyGrantType
from ..types import UNSET, Unset

T = TypeVar("T", bound="ExchangeTokenBody")


@_attrs_define(repr=False)
class ExchangeTokenBody(Shown):
    grant_type: ExchangeTokenBodyGrantType
    """ The grant of RFC 8693. """
    subject_token: str
    """ The token of the other issuer, made for the audience of a trust rule. """
    subject_token_type: str
    """ What the token is, a JWT in any case: urn:ietf:params:oauth:token-type:jwt, urn:ietf:params:oauth:token-
    type:id_token, urn:ietf:params:oauth:token-type:access_token. """
    model: str | Unset = UNSET
    """ The model that the job works on: only trust rules that reach it count. No part of RFC 8693. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        grant_type = self.grant_type.value

        subject_token = self.subject_token

        subject_token_type = self.subject_token_type

        model = self.model

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "grant_type": grant_type,
                "subject_token": subject_token,
                "subject_token_type": subject_token_type,
            }
        )
        if model is not UNSET:
            field_dict["model"] = model

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        grant_type = ExchangeTokenBodyGrantType(d.pop("grant_type"))

        subject_token = d.pop("subject_token")

        subject_token_type = d.pop("subject_token_type")

        model = d.pop("model", UNSET)

        exchange_token_body = cls(
            grant_type=grant_type,
            subject_token=subject_token,
            subject_token_type=subject_token_type,
            model=model,
        )

        exchange_token_body.additional_properties = d
        return exchange_token_body

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
