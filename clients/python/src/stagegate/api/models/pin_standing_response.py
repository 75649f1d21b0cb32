from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.transition_pin import TransitionPin

T = TypeVar("T", bound="PinStandingResponse")


@_attrs_define(repr=False)
class PinStandingResponse(Shown):
    pin: TransitionPin
    """ What a transition is pinned to. """
    holds: bool
    """ Whether it is as it was; an incumbent that went and came back is not. """
    pinned: None | str
    """ Its value when the transition was asked for: a version number, a stage or a digest; null for none. """
    current: None | str
    """ Its value now. """
    changed_at: datetime.datetime | None
    """ When it last changed; null while it holds, and for what has no record of changes. """
    changed_by: None | str
    """ Who changed it last; null likewise. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pin = self.pin.value

        holds = self.holds

        pinned: None | str
        pinned = self.pinned

        current: None | str
        current = self.current

        changed_at: None | str
        if isinstance(self.changed_at, datetime.datetime):
            changed_at = self.changed_at.isoformat()

        else:
            changed_at = self.changed_at

        changed_by: None | str
        changed_by = self.changed_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pin": pin,
                "holds": holds,
                "pinned": pinned,
                "current": current,
                "changedAt": changed_at,
                "changedBy": changed_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pin = TransitionPin(d.pop("pin"))

        holds = d.pop("holds")

        def _parse_pinned(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        pinned = _parse_pinned(d.pop("pinned"))

        def _parse_current(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        current = _parse_current(d.pop("current"))

        def _parse_changed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                changed_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return changed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        changed_at = _parse_changed_at(d.pop("changedAt"))

        def _parse_changed_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        changed_by = _parse_changed_by(d.pop("changedBy"))

        pin_standing_response = cls(
            pin=pin,
            holds=holds,
            pinned=pinned,
            current=current,
            changed_at=changed_at,
            changed_by=changed_by,
        )

        pin_standing_response.additional_properties = d
        return pin_standing_response

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
