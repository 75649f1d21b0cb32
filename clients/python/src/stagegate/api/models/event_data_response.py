from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.event_data_response_details import EventDataResponseDetails


T = TypeVar("T", bound="EventDataResponse")


@_attrs_define(repr=False)
class EventDataResponse(Shown):
    model_id: None | UUID
    """ Id of the model, which it keeps under every name; null when no single model is concerned. """
    version: int | None
    """ The version concerned; null when none is. """
    action: str
    """ What was done, as the audit record names it. """
    actor: str
    """ Who did it. """
    model: None | str
    """ The model's name on that day; null when no single model is concerned. """
    request_id: str
    """ The request that did it. """
    details: EventDataResponseDetails
    """ What else belongs to the event; the schema of its type names the fields. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        model_id: None | str
        if isinstance(self.model_id, UUID):
            model_id = str(self.model_id)
        else:
            model_id = self.model_id

        version: int | None
        version = self.version

        action = self.action

        actor = self.actor

        model: None | str
        model = self.model

        request_id = self.request_id

        details = self.details.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "modelId": model_id,
                "version": version,
                "action": action,
                "actor": actor,
                "model": model,
                "requestId": request_id,
                "details": details,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_data_response_details import EventDataResponseDetails  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_model_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                model_id_type_0 = UUID(data)

                return model_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        model_id = _parse_model_id(d.pop("modelId"))

        def _parse_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        version = _parse_version(d.pop("version"))

        action = d.pop("action")

        actor = d.pop("actor")

        def _parse_model(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model = _parse_model(d.pop("model"))

        request_id = d.pop("requestId")

        details = EventDataResponseDetails.from_dict(d.pop("details"))

        event_data_response = cls(
            model_id=model_id,
            version=version,
            action=action,
            actor=actor,
            model=model,
            request_id=request_id,
            details=details,
        )

        event_data_response.additional_properties = d
        return event_data_response

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
