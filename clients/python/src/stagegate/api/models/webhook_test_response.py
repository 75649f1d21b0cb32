from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="WebhookTestResponse")


@_attrs_define(repr=False)
class WebhookTestResponse(Shown):
    response_status: int | None
    """ Status of the receiver's answer; null when there was none. """
    duration_milliseconds: int
    """ How long the attempt took, in milliseconds. """
    delivered: bool
    """ Whether the receiver took it, by a status from 200 to 299. """
    error: None | str
    """ What went wrong; null when nothing did. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        response_status: int | None
        response_status = self.response_status

        duration_milliseconds = self.duration_milliseconds

        delivered = self.delivered

        error: None | str
        error = self.error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "responseStatus": response_status,
                "durationMilliseconds": duration_milliseconds,
                "delivered": delivered,
                "error": error,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_response_status(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        response_status = _parse_response_status(d.pop("responseStatus"))

        duration_milliseconds = d.pop("durationMilliseconds")

        delivered = d.pop("delivered")

        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))

        webhook_test_response = cls(
            response_status=response_status,
            duration_milliseconds=duration_milliseconds,
            delivered=delivered,
            error=error,
        )

        webhook_test_response.additional_properties = d
        return webhook_test_response

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
