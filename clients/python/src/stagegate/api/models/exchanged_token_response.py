from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="ExchangedTokenResponse")


@_attrs_define(repr=False)
class ExchangedTokenResponse(Shown):
    access_token: str
    """ The token, to be sent as a bearer token. """
    expires_in: int
    """ How long the token lives, in seconds. """
    issued_token_type: str
    """ Always `urn:ietf:params:oauth:token-type:access_token`. """
    token_type: str
    """ Always `Bearer`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        expires_in = self.expires_in

        issued_token_type = self.issued_token_type

        token_type = self.token_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "access_token": access_token,
                "expires_in": expires_in,
                "issued_token_type": issued_token_type,
                "token_type": token_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        access_token = d.pop("access_token")

        expires_in = d.pop("expires_in")

        issued_token_type = d.pop("issued_token_type")

        token_type = d.pop("token_type")

        exchanged_token_response = cls(
            access_token=access_token,
            expires_in=expires_in,
            issued_token_type=issued_token_type,
            token_type=token_type,
        )

        exchanged_token_response.additional_properties = d
        return exchanged_token_response

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
