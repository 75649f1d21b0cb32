from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="AuditSegmentResponse")


@_attrs_define(repr=False)
class AuditSegmentResponse(Shown):
    segment: int
    """ Its number, from 1 on; segments follow each other without a gap. """
    first: int
    """ Sequence of its first event. """
    last: int
    """ Sequence of its last event. """
    events: int
    """ How many events it holds. """
    size: int
    """ How many events the record has up to its end. """
    digest: str
    """ What a verification of the record up to its last event answers as `digest`. """
    file_digest: str
    """ SHA-256 of its file without the seal, which is the last line. """
    file_name: str
    """ The name that its file was written under. """
    first_at: datetime.datetime
    """ When its first event was written. """
    last_at: datetime.datetime
    """ When its last event was written. """
    seal: str
    """ The seal: a C2SP signed note that names place, size and digest of the file. """
    key_id: str
    """ Id of the key that signed the seal, as `/.well-known/stagegate-keys.json` lists it. """
    archived_at: datetime.datetime
    """ When it was archived. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        first = self.first

        last = self.last

        events = self.events

        size = self.size

        digest = self.digest

        file_digest = self.file_digest

        file_name = self.file_name

        first_at = self.first_at.isoformat()

        last_at = self.last_at.isoformat()

        seal = self.seal

        key_id = self.key_id

        archived_at = self.archived_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "segment": segment,
                "first": first,
                "last": last,
                "events": events,
                "size": size,
                "digest": digest,
                "fileDigest": file_digest,
                "fileName": file_name,
                "firstAt": first_at,
                "lastAt": last_at,
                "seal": seal,
                "keyId": key_id,
                "archivedAt": archived_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        segment = d.pop("segment")

        first = d.pop("first")

        last = d.pop("last")

        events = d.pop("events")

        size = d.pop("size")

        digest = d.pop("digest")

        file_digest = d.pop("fileDigest")

        file_name = d.pop("fileName")

        first_at = datetime.datetime.fromisoformat(d.pop("firstAt").replace("Z", "+00:00"))

        last_at = datetime.datetime.fromisoformat(d.pop("lastAt").replace("Z", "+00:00"))

        seal = d.pop("seal")

        key_id = d.pop("keyId")

        archived_at = datetime.datetime.fromisoformat(d.pop("archivedAt").replace("Z", "+00:00"))

        audit_segment_response = cls(
            segment=segment,
            first=first,
            last=last,
            events=events,
            size=size,
            digest=digest,
            file_digest=file_digest,
            file_name=file_name,
            first_at=first_at,
            last_at=last_at,
            seal=seal,
            key_id=key_id,
            archived_at=archived_at,
        )

        audit_segment_response.additional_properties = d
        return audit_segment_response

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
