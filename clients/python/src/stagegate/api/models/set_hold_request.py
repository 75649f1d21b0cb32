from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown

T = TypeVar("T", bound="SetHoldRequest")


@_attrs_define(repr=False)
class SetHoldRequest(Shown):
    reason: str
    """ Why nothing of the model is to be promoted. """

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = d.pop("reason")

        set_hold_request = cls(
            reason=reason,
        )

        return set_hold_request
