from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.webhook_format import WebhookFormat

T = TypeVar("T", bound="CreatedWebhookResponse")


@_attrs_define(repr=False)
class CreatedWebhookResponse(Shown):
    id: UUID
    """ The webhook's id. """
    format_: WebhookFormat
    """ What a webhook sends. """
    secret: str
    """ `whsec_` and the key in Base64, by which signatures of the version `v1` (HMAC-SHA256) are verified; shown
    this once. """
    url: str
    """ Where deliveries are sent. """
    types: list[str]
    """ The types of events it is told of; `*` is every one. """
    model: None | str
    """ Only of the model of this name; null for every one. """
    model_prefix: None | str
    """ Only of models whose name begins so; null for every name. """
    enabled: bool
    """ Whether anything is sent. """
    disabled_at: datetime.datetime | None
    """ When that ended; null while it is enabled. """
    disabled_reason: None | str
    """ Why nothing is sent; null while it is enabled, or when nobody said. """
    public_key: None | str
    """ `whpk_` and the public key in Base64, by which signatures of the version `v1a` (Ed25519) are verified; null
    when the service cannot read its secrets any more. """
    former_secret_until: datetime.datetime | None
    """ Until when the former secret signs as well; null when none does. """
    created_at: datetime.datetime
    """ When it was made. """
    created_by: str
    """ Who made it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        format_ = self.format_.value

        secret = self.secret

        url = self.url

        types = self.types

        model: None | str
        model = self.model

        model_prefix: None | str
        model_prefix = self.model_prefix

        enabled = self.enabled

        disabled_at: None | str
        if isinstance(self.disabled_at, datetime.datetime):
            disabled_at = self.disabled_at.isoformat()

        else:
            disabled_at = self.disabled_at

        disabled_reason: None | str
        disabled_reason = self.disabled_reason

        public_key: None | str
        public_key = self.public_key

        former_secret_until: None | str
        if isinstance(self.former_secret_until, datetime.datetime):
            former_secret_until = self.former_secret_until.isoformat()

        else:
            former_secret_until = self.former_secret_until

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "format": format_,
                "secret": secret,
                "url": url,
                "types": types,
                "model": model,
                "modelPrefix": model_prefix,
                "enabled": enabled,
                "disabledAt": disabled_at,
                "disabledReason": disabled_reason,
                "publicKey": public_key,
                "formerSecretUntil": former_secret_until,
                "createdAt": created_at,
                "createdBy": created_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        format_ = WebhookFormat(d.pop("format"))

        secret = d.pop("secret")

        url = d.pop("url")

        types = cast(list[str], d.pop("types"))

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

        enabled = d.pop("enabled")

        def _parse_disabled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disabled_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return disabled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        disabled_at = _parse_disabled_at(d.pop("disabledAt"))

        def _parse_disabled_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        disabled_reason = _parse_disabled_reason(d.pop("disabledReason"))

        def _parse_public_key(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        public_key = _parse_public_key(d.pop("publicKey"))

        def _parse_former_secret_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                former_secret_until_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return former_secret_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        former_secret_until = _parse_former_secret_until(d.pop("formerSecretUntil"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        created_by = d.pop("createdBy")

        created_webhook_response = cls(
            id=id,
            format_=format_,
            secret=secret,
            url=url,
            types=types,
            model=model,
            model_prefix=model_prefix,
            enabled=enabled,
            disabled_at=disabled_at,
            disabled_reason=disabled_reason,
            public_key=public_key,
            former_secret_until=former_secret_until,
            created_at=created_at,
            created_by=created_by,
        )

        created_webhook_response.additional_properties = d
        return created_webhook_response

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
