from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="InclusionProofResponse")


@_attrs_define(repr=False)
class InclusionProofResponse(Shown):
    sequence: int
    """ Sequence of the event. """
    hash_: str
    """ Its hash, whose 32 bytes are the leaf of the tree; hexadecimal. """
    index: int
    """ Place of the event among all, from 0 on. """
    size: int
    """ Size of the checkpoint that the path leads to. """
    path: list[str]
    """ Hashes from the leaf to the root in the order of RFC 6962, each as base64. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sequence = self.sequence

        hash_ = self.hash_

        index = self.index

        size = self.size

        path = self.path

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sequence": sequence,
                "hash": hash_,
                "index": index,
                "size": size,
                "path": path,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sequence = d.pop("sequence")

        hash_ = d.pop("hash")

        index = d.pop("index")

        size = d.pop("size")

        path = cast(list[str], d.pop("path"))

        inclusion_proof_response = cls(
            sequence=sequence,
            hash_=hash_,
            index=index,
            size=size,
            path=path,
        )

        inclusion_proof_response.additional_properties = d
        return inclusion_proof_response

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
