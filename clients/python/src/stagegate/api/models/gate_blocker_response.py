from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

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
    code: str | Unset = UNSET
    """ The same reason, of what stands in the way of the move and not of the verdict; absent in a stored report.
    """
    roles: list[str] | Unset = UNSET
    """ Of that, roles of which one is needed to clear it. """
    until: datetime.datetime | None | Unset = UNSET
    """ Of that, when it ends by itself; null where it does not, or no end is in sight. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status = self.status.value

        reason_code = self.reason_code

        message = self.message

        remediation = self.remediation

        code = self.code

        roles: list[str] | Unset = UNSET
        if not isinstance(self.roles, Unset):
            roles = self.roles

        until: None | str | Unset
        if isinstance(self.until, Unset):
            until = UNSET
        elif isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()

        else:
            until = self.until

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
        if code is not UNSET:
            field_dict["code"] = code
        if roles is not UNSET:
            field_dict["roles"] = roles
        if until is not UNSET:
            field_dict["until"] = until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status = Verdict(d.pop("status"))

        reason_code = d.pop("reasonCode")

        message = d.pop("message")

        remediation = d.pop("remediation", UNSET)

        code = d.pop("code", UNSET)

        roles = cast(list[str], d.pop("roles", UNSET))

        def _parse_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        until = _parse_until(d.pop("until", UNSET))

        gate_blocker_response = cls(
            status=status,
            reason_code=reason_code,
            message=message,
            remediation=remediation,
            code=code,
            roles=roles,
            until=until,
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
