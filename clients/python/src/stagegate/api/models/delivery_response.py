from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.webhook_delivery_status import WebhookDeliveryStatus

T = TypeVar("T", bound="DeliveryResponse")


@_attrs_define(repr=False)
class DeliveryResponse(Shown):
    id: UUID
    """ The delivery's id; receivers see it in the header `webhook-id`, behind `msg_`. """
    status: WebhookDeliveryStatus
    """ Where a delivery of a webhook stands. """
    attempts: int
    """ How often it was tried since it was last asked for. """
    response_status: int | None
    """ Status of the last answer; null when there was none. """
    event_id: str
    """ The id of the event. """
    type_: str
    """ The type of the event. """
    created_at: datetime.datetime
    """ When it came to be. """
    last_attempt_at: datetime.datetime | None
    """ When it was last tried; null before that. """
    next_attempt_at: datetime.datetime | None
    """ When it may be tried next, once those before it in the same model are through; null when it is not to be
    tried. """
    error: None | str
    """ What went wrong the last time; null when nothing did. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        status = self.status.value

        attempts = self.attempts

        response_status: int | None
        response_status = self.response_status

        event_id = self.event_id

        type_ = self.type_

        created_at = self.created_at.isoformat()

        last_attempt_at: None | str
        if isinstance(self.last_attempt_at, datetime.datetime):
            last_attempt_at = self.last_attempt_at.isoformat()

        else:
            last_attempt_at = self.last_attempt_at

        next_attempt_at: None | str
        if isinstance(self.next_attempt_at, datetime.datetime):
            next_attempt_at = self.next_attempt_at.isoformat()

        else:
            next_attempt_at = self.next_attempt_at

        error: None | str
        error = self.error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "status": status,
                "attempts": attempts,
                "responseStatus": response_status,
                "eventId": event_id,
                "type": type_,
                "createdAt": created_at,
                "lastAttemptAt": last_attempt_at,
                "nextAttemptAt": next_attempt_at,
                "error": error,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        status = WebhookDeliveryStatus(d.pop("status"))

        attempts = d.pop("attempts")

        def _parse_response_status(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        response_status = _parse_response_status(d.pop("responseStatus"))

        event_id = d.pop("eventId")

        type_ = d.pop("type")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        def _parse_last_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_attempt_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return last_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_attempt_at = _parse_last_attempt_at(d.pop("lastAttemptAt"))

        def _parse_next_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_attempt_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return next_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_attempt_at = _parse_next_attempt_at(d.pop("nextAttemptAt"))

        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))

        delivery_response = cls(
            id=id,
            status=status,
            attempts=attempts,
            response_status=response_status,
            event_id=event_id,
            type_=type_,
            created_at=created_at,
            last_attempt_at=last_attempt_at,
            next_attempt_at=next_attempt_at,
            error=error,
        )

        delivery_response.additional_properties = d
        return delivery_response

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
