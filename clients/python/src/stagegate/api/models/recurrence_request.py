from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown

T = TypeVar("T", bound="RecurrenceRequest")


@_attrs_define(repr=False)
class RecurrenceRequest(Shown):
    cron: str
    """ Minute, hour, day of month, month and day of week in the time zone of the freeze, such as `0 18 * * 5`. """
    duration: str
    """ How long it holds each time, in real time, as an ISO 8601 duration of weeks to seconds, such as `PT62H`. """

    def to_dict(self) -> dict[str, Any]:
        cron = self.cron

        duration = self.duration

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "cron": cron,
                "duration": duration,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cron = d.pop("cron")

        duration = d.pop("duration")

        recurrence_request = cls(
            cron=cron,
            duration=duration,
        )

        return recurrence_request
