from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.signature_line import SignatureLine
    from ..models.submit_signature_request_bundle import SubmitSignatureRequestBundle


T = TypeVar("T", bound="SubmitSignatureRequest")


@_attrs_define(repr=False)
class SubmitSignatureRequest(Shown):
    payload_type: str | Unset = UNSET
    """ Media type of the payload: `application/vnd.in-toto+json`. An envelope has this, payload and signatures; a
    bundle is sent without them. """
    payload: str | Unset = UNSET
    """ An in-toto statement, of which one subject has the digest of the artifact as its `sha256`; as base64. """
    signatures: list[SignatureLine] | Unset = UNSET
    """ Who signed it. """
    bundle: SubmitSignatureRequestBundle | Unset = UNSET
    """ A Sigstore bundle of the type `application/vnd.dev.sigstore.bundle.v0.3+json`, with a DSSE envelope and a
    certificate in it, instead of an envelope alone. """

    def to_dict(self) -> dict[str, Any]:
        payload_type = self.payload_type

        payload = self.payload

        signatures: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.signatures, Unset):
            signatures = []
            for signatures_item_data in self.signatures:
                signatures_item = signatures_item_data.to_dict()
                signatures.append(signatures_item)

        bundle: dict[str, Any] | Unset = UNSET
        if not isinstance(self.bundle, Unset):
            bundle = self.bundle.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if payload_type is not UNSET:
            field_dict["payloadType"] = payload_type
        if payload is not UNSET:
            field_dict["payload"] = payload
        if signatures is not UNSET:
            field_dict["signatures"] = signatures
        if bundle is not UNSET:
            field_dict["bundle"] = bundle

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.signature_line import SignatureLine  # noqa: PLC0415
        from ..models.submit_signature_request_bundle import SubmitSignatureRequestBundle  # noqa: PLC0415

        d = dict(src_dict)
        payload_type = d.pop("payloadType", UNSET)

        payload = d.pop("payload", UNSET)

        _signatures = d.pop("signatures", UNSET)
        signatures: list[SignatureLine] | Unset = UNSET
        if _signatures is not UNSET:
            signatures = []
            for signatures_item_data in _signatures:
                signatures_item = SignatureLine.from_dict(signatures_item_data)

                signatures.append(signatures_item)

        _bundle = d.pop("bundle", UNSET)
        bundle: SubmitSignatureRequestBundle | Unset
        if isinstance(_bundle, Unset):
            bundle = UNSET
        else:
            bundle = SubmitSignatureRequestBundle.from_dict(_bundle)

        submit_signature_request = cls(
            payload_type=payload_type,
            payload=payload,
            signatures=signatures,
            bundle=bundle,
        )

        return submit_signature_request
