from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.event_concern import EventConcern

T = TypeVar("T", bound="EventTypeResponse")


@_attrs_define(repr=False)
class EventTypeResponse(Shown):
    concerns: EventConcern
    """ What a type of event concerns. """
    type_: str
    """ The type, as events carry it. """
    action: str
    """ The action that the audit record has for it. """
    description: str
    """ What happened, in a sentence. """
    href: str
    """ Path of the JSON Schema of its `data`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        concerns = self.concerns.value

        type_ = self.type_

        action = self.action

        description = self.description

        href = self.href

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "concerns": concerns,
                "type": type_,
                "action": action,
                "description": description,
                "href": href,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        concerns = EventConcern(d.pop("concerns"))

        type_ = d.pop("type")

        action = d.pop("action")

        description = d.pop("description")

        href = d.pop("href")

        event_type_response = cls(
            concerns=concerns,
            type_=type_,
            action=action,
            description=description,
            href=href,
        )

        event_type_response.additional_properties = d
        return event_type_response

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
