from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.freeze_source import FreezeSource

T = TypeVar("T", bound="FreezeWindowResponse")


@_attrs_define(repr=False)
class FreezeWindowResponse(Shown):
    freeze_id: None | UUID
    """ Identifier of the freeze; null for one of a gate policy. """
    source: FreezeSource
    """ Where a freeze is set. """
    name: str
    """ What people call it. """
    reason: str
    """ Why. """
    models: list[str] | None
    """ Names of the models that it holds back; null for all. """
    start: datetime.datetime
    """ Its first moment. """
    end: datetime.datetime
    """ The first moment after it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        freeze_id: None | str
        if isinstance(self.freeze_id, UUID):
            freeze_id = str(self.freeze_id)
        else:
            freeze_id = self.freeze_id

        source = self.source.value

        name = self.name

        reason = self.reason

        models: list[str] | None
        if isinstance(self.models, list):
            models = self.models

        else:
            models = self.models

        start = self.start.isoformat()

        end = self.end.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "freezeId": freeze_id,
                "source": source,
                "name": name,
                "reason": reason,
                "models": models,
                "start": start,
                "end": end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_freeze_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                freeze_id_type_0 = UUID(data)

                return freeze_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        freeze_id = _parse_freeze_id(d.pop("freezeId"))

        source = FreezeSource(d.pop("source"))

        name = d.pop("name")

        reason = d.pop("reason")

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

        start = datetime.datetime.fromisoformat(d.pop("start").replace("Z", "+00:00"))

        end = datetime.datetime.fromisoformat(d.pop("end").replace("Z", "+00:00"))

        freeze_window_response = cls(
            freeze_id=freeze_id,
            source=source,
            name=name,
            reason=reason,
            models=models,
            start=start,
            end=end,
        )

        freeze_window_response.additional_properties = d
        return freeze_window_response

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
