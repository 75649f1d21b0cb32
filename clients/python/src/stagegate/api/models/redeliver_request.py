from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="RedeliverRequest")


@_attrs_define(repr=False)
class RedeliverRequest(Shown):
    from_: datetime.datetime
    """ Events at or after this time. """
    to: datetime.datetime | Unset = UNSET
    """ Events at or before this time; until now unless given. """

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        to: str | Unset = self.to.isoformat() if not isinstance(self.to, Unset) else UNSET

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from": from_,
            }
        )
        if to is not UNSET:
            field_dict["to"] = to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = datetime.datetime.fromisoformat(d.pop("from").replace("Z", "+00:00"))

        _to = d.pop("to", UNSET)
        to: datetime.datetime | Unset
        if isinstance(_to, Unset):
            to = UNSET
        else:
            to = datetime.datetime.fromisoformat(_to.replace("Z", "+00:00"))

        redeliver_request = cls(
            from_=from_,
            to=to,
        )

        return redeliver_request
