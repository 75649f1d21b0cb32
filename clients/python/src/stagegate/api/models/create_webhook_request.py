from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.webhook_format import WebhookFormat
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateWebhookRequest")


@_attrs_define(repr=False)
class CreateWebhookRequest(Shown):
    url: str
    """ Where deliveries are sent: an http or https address without user, password and fragment, which is not
    followed when it redirects; or `mailto:` and one address, when the service has a mail server. """
    types: list[str]
    """ The types of events to be told of, such as `dev.stagegate.transition.applied.v1`; `*` is every type, those
    of later releases too. """
    model: str | Unset = UNSET
    """ Only events of the model that has this name now or had it at the time. """
    model_prefix: str | Unset = UNSET
    """ Only events of models whose name began with this on that day. """
    format_: WebhookFormat | Unset = UNSET
    """ What a webhook sends. """

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        types = self.types

        model = self.model

        model_prefix = self.model_prefix

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "url": url,
                "types": types,
            }
        )
        if model is not UNSET:
            field_dict["model"] = model
        if model_prefix is not UNSET:
            field_dict["modelPrefix"] = model_prefix
        if format_ is not UNSET:
            field_dict["format"] = format_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url")

        types = cast(list[str], d.pop("types"))

        model = d.pop("model", UNSET)

        model_prefix = d.pop("modelPrefix", UNSET)

        _format_ = d.pop("format", UNSET)
        format_: WebhookFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = WebhookFormat(_format_)

        create_webhook_request = cls(
            url=url,
            types=types,
            model=model,
            model_prefix=model_prefix,
            format_=format_,
        )

        return create_webhook_request
