from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.broken_chain_response import BrokenChainResponse


T = TypeVar("T", bound="AuditVerificationResponse")


@_attrs_define
class AuditVerificationResponse:
    events: int
    """ How many events were verified. """
    first_broken: int | None
    """ Sequence of the first event that does not fit; null when all do. """
    broken_chains: int
    """ How many chains are broken. """
    valid: bool
    """ Whether every chain is whole. """
    reason: None | str
    """ What is wrong with it; null when nothing is. """
    broken: list[BrokenChainResponse]
    """ The broken chains, each with the first event that does not fit, in the order of these; at most 100. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        events = self.events

        first_broken: int | None
        first_broken = self.first_broken

        broken_chains = self.broken_chains

        valid = self.valid

        reason: None | str
        reason = self.reason

        broken = []
        for broken_item_data in self.broken:
            broken_item = broken_item_data.to_dict()
            broken.append(broken_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "events": events,
                "firstBroken": first_broken,
                "brokenChains": broken_chains,
                "valid": valid,
                "reason": reason,
                "broken": broken,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.broken_chain_response import BrokenChainResponse  # noqa: PLC0415

        d = dict(src_dict)
        events = d.pop("events")

        def _parse_first_broken(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        first_broken = _parse_first_broken(d.pop("firstBroken"))

        broken_chains = d.pop("brokenChains")

        valid = d.pop("valid")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        broken = []
        _broken = d.pop("broken")
        for broken_item_data in _broken:
            broken_item = BrokenChainResponse.from_dict(broken_item_data)

            broken.append(broken_item)

        audit_verification_response = cls(
            events=events,
            first_broken=first_broken,
            broken_chains=broken_chains,
            valid=valid,
            reason=reason,
            broken=broken,
        )

        audit_verification_response.additional_properties = d
        return audit_verification_response

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
