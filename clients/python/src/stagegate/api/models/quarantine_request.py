from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown

T = TypeVar("T", bound="QuarantineRequest")


@_attrs_define(repr=False)
class QuarantineRequest(Shown):
    reason: str
    """ Why the version may not be promoted. """

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

        quarantine_request = cls(
            reason=reason,
        )

        return quarantine_request
