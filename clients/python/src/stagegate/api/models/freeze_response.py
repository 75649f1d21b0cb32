from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.freeze_source import FreezeSource

if TYPE_CHECKING:
    from ..models.recurrence_response import RecurrenceResponse


T = TypeVar("T", bound="FreezeResponse")


@_attrs_define(repr=False)
class FreezeResponse(Shown):
    id: None | UUID
    """ Identifier of the freeze; null for one of a gate policy. """
    source: FreezeSource
    """ Where a freeze is set. """
    name: str
    """ What people call it. """
    reason: str
    """ Why. """
    start: datetime.datetime | None
    """ Its first moment; null when it recurs, and of a gate policy. """
    end: datetime.datetime | None
    """ The first moment after it; null likewise. """
    recurrence: None | RecurrenceResponse
    """ When it begins again and again; null when it comes once, and of a gate policy. """
    time_zone: str
    """ Time zone of its times. """
    models: list[str] | None
    """ Names of the models that it holds back; null for all. """
    holds: bool
    """ Whether it holds at the time asked for, or now. """
    until: datetime.datetime | None
    """ While it holds, when that ends; null otherwise, and when no end is in sight. """
    roles: list[str]
    """ Roles of which one is needed to end it. """
    created_at: datetime.datetime | None
    """ When it was set; null of a gate policy. """
    created_by: None | str
    """ Who set it; null of a gate policy. """
    ended_at: datetime.datetime | None
    """ When it was ended before its time; null when it was not. """
    ended_by: None | str
    """ Who ended it; null when nobody did. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.recurrence_response import RecurrenceResponse  # noqa: PLC0415

        id: None | str
        if isinstance(self.id, UUID):
            id = str(self.id)
        else:
            id = self.id

        source = self.source.value

        name = self.name

        reason = self.reason

        start: None | str
        if isinstance(self.start, datetime.datetime):
            start = self.start.isoformat()

        else:
            start = self.start

        end: None | str
        if isinstance(self.end, datetime.datetime):
            end = self.end.isoformat()

        else:
            end = self.end

        recurrence: dict[str, Any] | None
        if isinstance(self.recurrence, RecurrenceResponse):
            recurrence = self.recurrence.to_dict()
        else:
            recurrence = self.recurrence

        time_zone = self.time_zone

        models: list[str] | None
        if isinstance(self.models, list):
            models = self.models

        else:
            models = self.models

        holds = self.holds

        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()

        else:
            until = self.until

        roles = self.roles

        created_at: None | str
        if isinstance(self.created_at, datetime.datetime):
            created_at = self.created_at.isoformat()

        else:
            created_at = self.created_at

        created_by: None | str
        created_by = self.created_by

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()

        else:
            ended_at = self.ended_at

        ended_by: None | str
        ended_by = self.ended_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "source": source,
                "name": name,
                "reason": reason,
                "start": start,
                "end": end,
                "recurrence": recurrence,
                "timeZone": time_zone,
                "models": models,
                "holds": holds,
                "until": until,
                "roles": roles,
                "createdAt": created_at,
                "createdBy": created_by,
                "endedAt": ended_at,
                "endedBy": ended_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.recurrence_response import RecurrenceResponse  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                id_type_0 = UUID(data)

                return id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        id = _parse_id(d.pop("id"))

        source = FreezeSource(d.pop("source"))

        name = d.pop("name")

        reason = d.pop("reason")

        def _parse_start(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                start_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return start_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        start = _parse_start(d.pop("start"))

        def _parse_end(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return end_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        end = _parse_end(d.pop("end"))

        def _parse_recurrence(data: object) -> None | RecurrenceResponse:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                recurrence_type_0 = RecurrenceResponse.from_dict(data)

                return recurrence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RecurrenceResponse, data)

        recurrence = _parse_recurrence(d.pop("recurrence"))

        time_zone = d.pop("timeZone")

        def _parse_models(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                models_type_0 = cast(list[str], data)

                return models_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        models = _parse_models(d.pop("models"))

        holds = d.pop("holds")

        def _parse_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until = _parse_until(d.pop("until"))

        roles = cast(list[str], d.pop("roles"))

        def _parse_created_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                created_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return created_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        created_at = _parse_created_at(d.pop("createdAt"))

        def _parse_created_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        created_by = _parse_created_by(d.pop("createdBy"))

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

        def _parse_ended_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ended_by = _parse_ended_by(d.pop("endedBy"))

        freeze_response = cls(
            id=id,
            source=source,
            name=name,
            reason=reason,
            start=start,
            end=end,
            recurrence=recurrence,
            time_zone=time_zone,
            models=models,
            holds=holds,
            until=until,
            roles=roles,
            created_at=created_at,
            created_by=created_by,
            ended_at=ended_at,
            ended_by=ended_by,
        )

        freeze_response.additional_properties = d
        return freeze_response

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
