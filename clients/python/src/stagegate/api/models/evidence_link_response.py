from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.evidence_kind import EvidenceKind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.evidence_link_response_parts import EvidenceLinkResponseParts


T = TypeVar("T", bound="EvidenceLinkResponse")


@_attrs_define(repr=False)
class EvidenceLinkResponse(Shown):
    kind: EvidenceKind
    """ What an audit event rests on. """
    id: str
    """ Its id; of a version its number, of a policy its revision. """
    href: str
    """ Path of the service; what is deleted or was renamed since is no longer there. """
    parts: EvidenceLinkResponseParts | Unset = UNSET
    """ What is stored of it, part by part; each is digested as canonical JSON in the details of the event. In an
    export that asks for it, of what the event tells the digests of. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        id = self.id

        href = self.href

        parts: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parts, Unset):
            parts = self.parts.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "id": id,
                "href": href,
            }
        )
        if parts is not UNSET:
            field_dict["parts"] = parts

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evidence_link_response_parts import EvidenceLinkResponseParts  # noqa: PLC0415

        d = dict(src_dict)
        kind = EvidenceKind(d.pop("kind"))

        id = d.pop("id")

        href = d.pop("href")

        _parts = d.pop("parts", UNSET)
        parts: EvidenceLinkResponseParts | Unset
        if isinstance(_parts, Unset):
            parts = UNSET
        else:
            parts = EvidenceLinkResponseParts.from_dict(_parts)

        evidence_link_response = cls(
            kind=kind,
            id=id,
            href=href,
            parts=parts,
        )

        evidence_link_response.additional_properties = d
        return evidence_link_response

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
