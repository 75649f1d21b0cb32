from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.event_data_response import EventDataResponse


T = TypeVar("T", bound="EventResponse")


@_attrs_define(repr=False)
class EventResponse(Shown):
    specversion: str
    """ The version of CloudEvents. """
    time: datetime.datetime
    """ When it was recorded. """
    datacontenttype: str
    """ The form of `data`. """
    sequence: int
    """ Its place among the events of its model: 1, 2, 3 and so on without a gap; what concerns no model is counted
    apart. """
    id: str
    """ Names the event together with `source`: its sequence in the audit record. A cursor of the feed, too. """
    source: str
    """ Which registry it comes from. """
    type_: str
    """ What happened. """
    subject: str
    """ Path of the resource that it happened to, under its name of that day. """
    dataschema: str
    """ Where the JSON Schema of `data` is read. """
    partitionkey: str
    """ Events with the same are told in their order: the model's id, or `registry`. """
    data: EventDataResponse
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        specversion = self.specversion

        time = self.time.isoformat()

        datacontenttype = self.datacontenttype

        sequence = self.sequence

        id = self.id

        source = self.source

        type_ = self.type_

        subject = self.subject

        dataschema = self.dataschema

        partitionkey = self.partitionkey

        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "specversion": specversion,
                "time": time,
                "datacontenttype": datacontenttype,
                "sequence": sequence,
                "id": id,
                "source": source,
                "type": type_,
                "subject": subject,
                "dataschema": dataschema,
                "partitionkey": partitionkey,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_data_response import EventDataResponse  # noqa: PLC0415

        d = dict(src_dict)
        specversion = d.pop("specversion")

        time = datetime.datetime.fromisoformat(d.pop("time").replace("Z", "+00:00"))

        datacontenttype = d.pop("datacontenttype")

        sequence = d.pop("sequence")

        id = d.pop("id")

        source = d.pop("source")

        type_ = d.pop("type")

        subject = d.pop("subject")

        dataschema = d.pop("dataschema")

        partitionkey = d.pop("partitionkey")

        data = EventDataResponse.from_dict(d.pop("data"))

        event_response = cls(
            specversion=specversion,
            time=time,
            datacontenttype=datacontenttype,
            sequence=sequence,
            id=id,
            source=source,
            type_=type_,
            subject=subject,
            dataschema=dataschema,
            partitionkey=partitionkey,
            data=data,
        )

        event_response.additional_properties = d
        return event_response

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
