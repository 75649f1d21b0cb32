from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="TenureResponse")


@_attrs_define(repr=False)
class TenureResponse(Shown):
    started_at: datetime.datetime
    """ When the version entered Production. """
    ended_at: datetime.datetime | None
    """ When it left Production; null while it is there. """
    clock_ahead_until: datetime.datetime | None
    """ Until when the times of the model are ahead of the database's clock, which was set back since: what is asked
    before it may be wrong. Null when they are not. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        started_at = self.started_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()

        else:
            ended_at = self.ended_at

        clock_ahead_until: None | str
        if isinstance(self.clock_ahead_until, datetime.datetime):
            clock_ahead_until = self.clock_ahead_until.isoformat()

        else:
            clock_ahead_until = self.clock_ahead_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "startedAt": started_at,
                "endedAt": ended_at,
                "clockAheadUntil": clock_ahead_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        started_at = datetime.datetime.fromisoformat(d.pop("startedAt").replace("Z", "+00:00"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("endedAt"))

        def _parse_clock_ahead_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                clock_ahead_until_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return clock_ahead_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        clock_ahead_until = _parse_clock_ahead_until(d.pop("clockAheadUntil"))

        tenure_response = cls(
            started_at=started_at,
            ended_at=ended_at,
            clock_ahead_until=clock_ahead_until,
        )

        tenure_response.additional_properties = d
        return tenure_response

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
