from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="StartVerificationRequest")


@_attrs_define(repr=False)
class StartVerificationRequest(Shown):
    from_: int | Unset = UNSET
    """ The sequence to begin with; events before it are taken as they are. All of the record unless given. """
    to: int | Unset = UNSET
    """ The sequence to end with; the newest unless given. """

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_

        to = self.to

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if from_ is not UNSET:
            field_dict["from"] = from_
        if to is not UNSET:
            field_dict["to"] = to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = d.pop("from", UNSET)

        to = d.pop("to", UNSET)

        start_verification_request = cls(
            from_=from_,
            to=to,
        )

        return start_verification_request
