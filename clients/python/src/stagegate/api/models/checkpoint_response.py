from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="CheckpointResponse")


@_attrs_define(repr=False)
class CheckpointResponse(Shown):
    size: int
    """ Number of events that it signs. """
    root_hash: str
    """ Root of the Merkle tree (RFC 6962) over the hashes of the events in the order of their sequence, as base64.
    """
    sequence: int
    """ Sequence of the last event that it signs; 0 when there is none. An export up to it holds what is signed. """
    key_id: str
    """ Id of the key that signed it. """
    origin: str
    """ Name of the log: the first line of the note. """
    signed_at: datetime.datetime
    """ When it was signed. """
    note: str
    """ The signed text, as `text/plain` has it: what a verifier reads. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        size = self.size

        root_hash = self.root_hash

        sequence = self.sequence

        key_id = self.key_id

        origin = self.origin

        signed_at = self.signed_at.isoformat()

        note = self.note

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "size": size,
                "rootHash": root_hash,
                "sequence": sequence,
                "keyId": key_id,
                "origin": origin,
                "signedAt": signed_at,
                "note": note,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        size = d.pop("size")

        root_hash = d.pop("rootHash")

        sequence = d.pop("sequence")

        key_id = d.pop("keyId")

        origin = d.pop("origin")

        signed_at = datetime.datetime.fromisoformat(d.pop("signedAt").replace("Z", "+00:00"))

        note = d.pop("note")

        checkpoint_response = cls(
            size=size,
            root_hash=root_hash,
            sequence=sequence,
            key_id=key_id,
            origin=origin,
            signed_at=signed_at,
            note=note,
        )

        checkpoint_response.additional_properties = d
        return checkpoint_response

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
