from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="RollbackRequest")


@_attrs_define(repr=False)
class RollbackRequest(Shown):
    reason: str
    """ Why the version in Production has to go. """
    to_version: int | Unset = UNSET
    """ The version to put back; without it, the last good one before the version in Production. """
    expected_incumbent: int | None | Unset = UNSET
    """ The version the caller believes to be in Production, null for none; another one there is answered with 409.
    """

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        to_version = self.to_version

        expected_incumbent: int | None | Unset
        if isinstance(self.expected_incumbent, Unset):
            expected_incumbent = UNSET
        else:
            expected_incumbent = self.expected_incumbent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )
        if to_version is not UNSET:
            field_dict["toVersion"] = to_version
        if expected_incumbent is not UNSET:
            field_dict["expectedIncumbent"] = expected_incumbent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = d.pop("reason")

        to_version = d.pop("toVersion", UNSET)

        def _parse_expected_incumbent(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        expected_incumbent = _parse_expected_incumbent(d.pop("expectedIncumbent", UNSET))

        rollback_request = cls(
            reason=reason,
            to_version=to_version,
            expected_incumbent=expected_incumbent,
        )

        return rollback_request
