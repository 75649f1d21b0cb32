from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.limit_kind import LimitKind

T = TypeVar("T", bound="MeasureLimitResponse")


@_attrs_define(repr=False)
class MeasureLimitResponse(Shown):
    kind: LimitKind
    """ What a limit is set to. """
    at: float
    """ The limit, in units of the metric: the smallest change with better as positive, or the smallest or largest
    value. """
    reached: float
    """ What is held against it, in units of the metric: the change or the value, or the bound of it that decides.
    """
    room: float
    """ How far that is within the limit, in units of the metric; less than 0 beyond it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        at = self.at

        reached = self.reached

        room = self.room

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "at": at,
                "reached": reached,
                "room": room,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = LimitKind(d.pop("kind"))

        at = d.pop("at")

        reached = d.pop("reached")

        room = d.pop("room")

        measure_limit_response = cls(
            kind=kind,
            at=at,
            reached=reached,
            room=room,
        )

        measure_limit_response.additional_properties = d
        return measure_limit_response

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
