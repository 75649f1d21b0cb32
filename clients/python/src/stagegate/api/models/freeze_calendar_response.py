from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.freeze_window_response import FreezeWindowResponse


T = TypeVar("T", bound="FreezeCalendarResponse")


@_attrs_define(repr=False)
class FreezeCalendarResponse(Shown):
    left_out: int
    """ How many windows were left out, because there are too many; 1000 for as many or more. """
    from_: datetime.datetime
    """ First moment of the calendar. """
    to: datetime.datetime
    """ First moment after it. """
    windows: list[FreezeWindowResponse]
    """ The first 1000 whiles in which a freeze holds, by their start. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        left_out = self.left_out

        from_ = self.from_.isoformat()

        to = self.to.isoformat()

        windows = []
        for windows_item_data in self.windows:
            windows_item = windows_item_data.to_dict()
            windows.append(windows_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "leftOut": left_out,
                "from": from_,
                "to": to,
                "windows": windows,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.freeze_window_response import FreezeWindowResponse  # noqa: PLC0415

        d = dict(src_dict)
        left_out = d.pop("leftOut")

        from_ = datetime.datetime.fromisoformat(d.pop("from").replace("Z", "+00:00"))

        to = datetime.datetime.fromisoformat(d.pop("to").replace("Z", "+00:00"))

        windows = []
        _windows = d.pop("windows")
        for windows_item_data in _windows:
            windows_item = FreezeWindowResponse.from_dict(windows_item_data)

            windows.append(windows_item)

        freeze_calendar_response = cls(
            left_out=left_out,
            from_=from_,
            to=to,
            windows=windows,
        )

        freeze_calendar_response.additional_properties = d
        return freeze_calendar_response

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
