from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.tenure_change_response import TenureChangeResponse


T = TypeVar("T", bound="HistoryTenureResponse")


@_attrs_define(repr=False)
class HistoryTenureResponse(Shown):
    version: int
    """ The version. """
    started_at: datetime.datetime
    """ When it entered Production. """
    ended_at: datetime.datetime | None
    """ When it left; null while it is there. """
    began: None | TenureChangeResponse
    """ How it came there. """
    ended: None | TenureChangeResponse
    """ How it left; null while it is there. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.tenure_change_response import TenureChangeResponse  # noqa: PLC0415

        version = self.version

        started_at = self.started_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()

        else:
            ended_at = self.ended_at

        began: dict[str, Any] | None
        if isinstance(self.began, TenureChangeResponse):
            began = self.began.to_dict()
        else:
            began = self.began

        ended: dict[str, Any] | None
        if isinstance(self.ended, TenureChangeResponse):
            ended = self.ended.to_dict()
        else:
            ended = self.ended

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "startedAt": started_at,
                "endedAt": ended_at,
                "began": began,
                "ended": ended,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tenure_change_response import TenureChangeResponse  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

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

        def _parse_began(data: object) -> None | TenureChangeResponse:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                began_type_0 = TenureChangeResponse.from_dict(data)

                return began_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TenureChangeResponse, data)

        began = _parse_began(d.pop("began"))

        def _parse_ended(data: object) -> None | TenureChangeResponse:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ended_type_0 = TenureChangeResponse.from_dict(data)

                return ended_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TenureChangeResponse, data)

        ended = _parse_ended(d.pop("ended"))

        history_tenure_response = cls(
            version=version,
            started_at=started_at,
            ended_at=ended_at,
            began=began,
            ended=ended,
        )

        history_tenure_response.additional_properties = d
        return history_tenure_response

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
