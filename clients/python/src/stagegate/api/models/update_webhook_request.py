from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.webhook_format import WebhookFormat
from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateWebhookRequest")


@_attrs_define(repr=False)
class UpdateWebhookRequest(Shown):
    url: str | Unset = UNSET
    """ Another address. """
    types: list[str] | Unset = UNSET
    """ Other types of events. """
    model: None | str | Unset = UNSET
    """ Another model; null for every one. """
    model_prefix: None | str | Unset = UNSET
    """ Another beginning of names; null for every name. """
    format_: WebhookFormat | Unset = UNSET
    """ What a webhook sends. """
    enabled: bool | Unset = UNSET
    """ Whether anything is sent; what happens while nothing is sent is told when it is enabled again. """

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        types: list[str] | Unset = UNSET
        if not isinstance(self.types, Unset):
            types = self.types

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        model_prefix: None | str | Unset
        if isinstance(self.model_prefix, Unset):
            model_prefix = UNSET
        else:
            model_prefix = self.model_prefix

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value

        enabled = self.enabled

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if types is not UNSET:
            field_dict["types"] = types
        if model is not UNSET:
            field_dict["model"] = model
        if model_prefix is not UNSET:
            field_dict["modelPrefix"] = model_prefix
        if format_ is not UNSET:
            field_dict["format"] = format_
        if enabled is not UNSET:
            field_dict["enabled"] = enabled

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url", UNSET)

        types = cast(list[str], d.pop("types", UNSET))

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        def _parse_model_prefix(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model_prefix = _parse_model_prefix(d.pop("modelPrefix", UNSET))

        _format_ = d.pop("format", UNSET)
        format_: WebhookFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = WebhookFormat(_format_)

        enabled = d.pop("enabled", UNSET)

        update_webhook_request = cls(
            url=url,
            types=types,
            model=model,
            model_prefix=model_prefix,
            format_=format_,
            enabled=enabled,
        )

        return update_webhook_request
