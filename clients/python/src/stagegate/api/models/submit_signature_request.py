from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.signature_line import SignatureLine


T = TypeVar("T", bound="SubmitSignatureRequest")


@_attrs_define(repr=False)
class SubmitSignatureRequest(Shown):
    payload_type: str
    """ Media type of the payload: `application/vnd.in-toto+json`. """
    payload: str
    """ An in-toto statement, of which one subject has the digest of the artifact as its `sha256`; as base64. """
    signatures: list[SignatureLine]
    """ Who signed it. """

    def to_dict(self) -> dict[str, Any]:
        payload_type = self.payload_type

        payload = self.payload

        signatures = []
        for signatures_item_data in self.signatures:
            signatures_item = signatures_item_data.to_dict()
            signatures.append(signatures_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "payloadType": payload_type,
                "payload": payload,
                "signatures": signatures,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.signature_line import SignatureLine  # noqa: PLC0415

        d = dict(src_dict)
        payload_type = d.pop("payloadType")

        payload = d.pop("payload")

        signatures = []
        _signatures = d.pop("signatures")
        for signatures_item_data in _signatures:
            signatures_item = SignatureLine.from_dict(signatures_item_data)

            signatures.append(signatures_item)

        submit_signature_request = cls(
            payload_type=payload_type,
            payload=payload,
            signatures=signatures,
        )

        return submit_signature_request
