from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.verdict import Verdict
from ..types import UNSET, Unset

T = TypeVar("T", bound="GateBlockerResponse")


@_attrs_define(repr=False)
class GateBlockerResponse(Shown):
    status: Verdict
    """ Outcome of judging a version by its gates. """
    reason_code: str
    """ Stable reason. """
    message: str
    """ The reason, for people. """
    remediation: str | Unset = UNSET
    """ What would help, when something would. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status = self.status.value

        reason_code = self.reason_code

        message = self.message

        remediation = self.remediation

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "reasonCode": reason_code,
                "message": message,
            }
        )
        if remediation is not UNSET:
            field_dict["remediation"] = remediation

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status = Verdict(d.pop("status"))

        reason_code = d.pop("reasonCode")

        message = d.pop("message")

        remediation = d.pop("remediation", UNSET)

        gate_blocker_response = cls(
            status=status,
            reason_code=reason_code,
            message=message,
            remediation=remediation,
        )

        gate_blocker_response.additional_properties = d
        return gate_blocker_response

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
