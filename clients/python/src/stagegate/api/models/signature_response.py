from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.bundle_finding_response import BundleFindingResponse
    from ..models.signature_line import SignatureLine
    from ..models.signature_response_bundle_type_0 import SignatureResponseBundleType0


T = TypeVar("T", bound="SignatureResponse")


@_attrs_define(repr=False)
class SignatureResponse(Shown):
    id: UUID
    """ Identifier of the signature. """
    version: int
    """ The version whose artifact is signed. """
    digest: str
    """ Digest of the bundle, or else of the envelope, as canonical JSON. """
    model: str
    """ Name of the model. """
    payload_type: str
    """ Media type of the payload. """
    payload: str
    """ The statement, as base64. """
    signatures: list[SignatureLine]
    """ Who signed it; whether a key is trusted is for policies to say. """
    bundle: None | SignatureResponseBundleType0
    """ The Sigstore bundle as it was sent; null for an envelope that came alone. """
    sigstore: BundleFindingResponse | None
    """ What the bundle shows by the root that is trusted now; null for an envelope that came alone. """
    created_at: datetime.datetime
    """ When it was sent. """
    created_by: str
    """ Who sent it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.bundle_finding_response import BundleFindingResponse  # noqa: PLC0415
        from ..models.signature_response_bundle_type_0 import SignatureResponseBundleType0  # noqa: PLC0415

        id = str(self.id)

        version = self.version

        digest = self.digest

        model = self.model

        payload_type = self.payload_type

        payload = self.payload

        signatures = []
        for signatures_item_data in self.signatures:
            signatures_item = signatures_item_data.to_dict()
            signatures.append(signatures_item)

        bundle: dict[str, Any] | None
        if isinstance(self.bundle, SignatureResponseBundleType0):
            bundle = self.bundle.to_dict()
        else:
            bundle = self.bundle

        sigstore: dict[str, Any] | None
        if isinstance(self.sigstore, BundleFindingResponse):
            sigstore = self.sigstore.to_dict()
        else:
            sigstore = self.sigstore

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "digest": digest,
                "model": model,
                "payloadType": payload_type,
                "payload": payload,
                "signatures": signatures,
                "bundle": bundle,
                "sigstore": sigstore,
                "createdAt": created_at,
                "createdBy": created_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bundle_finding_response import BundleFindingResponse  # noqa: PLC0415
        from ..models.signature_line import SignatureLine  # noqa: PLC0415
        from ..models.signature_response_bundle_type_0 import SignatureResponseBundleType0  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        version = d.pop("version")

        digest = d.pop("digest")

        model = d.pop("model")

        payload_type = d.pop("payloadType")

        payload = d.pop("payload")

        signatures = []
        _signatures = d.pop("signatures")
        for signatures_item_data in _signatures:
            signatures_item = SignatureLine.from_dict(signatures_item_data)

            signatures.append(signatures_item)

        def _parse_bundle(data: object) -> None | SignatureResponseBundleType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                bundle_type_0 = SignatureResponseBundleType0.from_dict(data)

                return bundle_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SignatureResponseBundleType0, data)

        bundle = _parse_bundle(d.pop("bundle"))

        def _parse_sigstore(data: object) -> BundleFindingResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sigstore_type_0 = BundleFindingResponse.from_dict(data)

                return sigstore_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BundleFindingResponse | None, data)

        sigstore = _parse_sigstore(d.pop("sigstore"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        created_by = d.pop("createdBy")

        signature_response = cls(
            id=id,
            version=version,
            digest=digest,
            model=model,
            payload_type=payload_type,
            payload=payload,
            signatures=signatures,
            bundle=bundle,
            sigstore=sigstore,
            created_at=created_at,
            created_by=created_by,
        )

        signature_response.additional_properties = d
        return signature_response

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
