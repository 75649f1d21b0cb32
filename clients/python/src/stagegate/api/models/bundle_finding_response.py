from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.signer_response import SignerResponse


T = TypeVar("T", bound="BundleFindingResponse")


@_attrs_define(repr=False)
class BundleFindingResponse(Shown):
    signer: None | SignerResponse
    """ Who signed; null when the bundle shows nobody. """
    fault: None | str
    """ Why it shows nobody, as the end of a sentence; null when it does. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.signer_response import SignerResponse  # noqa: PLC0415

        signer: dict[str, Any] | None
        if isinstance(self.signer, SignerResponse):
            signer = self.signer.to_dict()
        else:
            signer = self.signer

        fault: None | str
        fault = self.fault

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "signer": signer,
                "fault": fault,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.signer_response import SignerResponse  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_signer(data: object) -> None | SignerResponse:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                signer_type_0 = SignerResponse.from_dict(data)

                return signer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SignerResponse, data)

        signer = _parse_signer(d.pop("signer"))

        def _parse_fault(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        fault = _parse_fault(d.pop("fault"))

        bundle_finding_response = cls(
            signer=signer,
            fault=fault,
        )

        bundle_finding_response.additional_properties = d
        return bundle_finding_response

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
