from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="SubmitSignatureRequestBundle")


@_attrs_define(repr=False)
class SubmitSignatureRequestBundle(Shown):
    """A Sigstore bundle of the type `application/vnd.dev.sigstore.bundle.v0.3+json`, with a DSSE envelope and a
    certificate in it, instead of an envelope alone.

    """

    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        submit_signature_request_bundle = cls()

        submit_signature_request_bundle.additional_properties = d
        return submit_signature_request_bundle

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
