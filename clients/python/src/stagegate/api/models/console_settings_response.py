from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.sign_in_way import SignInWay

if TYPE_CHECKING:
    from ..models.sign_in_provider_response import SignInProviderResponse


T = TypeVar("T", bound="ConsoleSettingsResponse")


@_attrs_define(repr=False)
class ConsoleSettingsResponse(Shown):
    instance_name: str
    """ What this registry is called. """
    sign_in: list[SignInWay]
    """ The ways there are to sign in, the easiest first: `provider` is one of `providers`, `link` is printed by the
    start of the service,
    `token` is any that it issued. """
    providers: list[SignInProviderResponse]
    """ The identity providers by whom people sign in. """
    has_example: bool
    """ Whether the example can be loaded. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        instance_name = self.instance_name

        sign_in = []
        for sign_in_item_data in self.sign_in:
            sign_in_item = sign_in_item_data.value
            sign_in.append(sign_in_item)

        providers = []
        for providers_item_data in self.providers:
            providers_item = providers_item_data.to_dict()
            providers.append(providers_item)

        has_example = self.has_example

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "instanceName": instance_name,
                "signIn": sign_in,
                "providers": providers,
                "hasExample": has_example,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sign_in_provider_response import SignInProviderResponse  # noqa: PLC0415

        d = dict(src_dict)
        instance_name = d.pop("instanceName")

        sign_in = []
        _sign_in = d.pop("signIn")
        for sign_in_item_data in _sign_in:
            sign_in_item = SignInWay(sign_in_item_data)

            sign_in.append(sign_in_item)

        providers = []
        _providers = d.pop("providers")
        for providers_item_data in _providers:
            providers_item = SignInProviderResponse.from_dict(providers_item_data)

            providers.append(providers_item)

        has_example = d.pop("hasExample")

        console_settings_response = cls(
            instance_name=instance_name,
            sign_in=sign_in,
            providers=providers,
            has_example=has_example,
        )

        console_settings_response.additional_properties = d
        return console_settings_response

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
