from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="SignatureLine")


@_attrs_define(repr=False)
class SignatureLine(Shown):
    sig: str
    """ The signature over the pre-authentication encoding of DSSE, as base64. """
    keyid: str | Unset = UNSET
    """ A hint at the key; it decides nothing. """

    def to_dict(self) -> dict[str, Any]:
        sig = self.sig

        keyid = self.keyid

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sig": sig,
            }
        )
        if keyid is not UNSET:
            field_dict["keyid"] = keyid

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sig = d.pop("sig")

        keyid = d.pop("keyid", UNSET)

        signature_line = cls(
            sig=sig,
            keyid=keyid,
        )

        return signature_line
