from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="HoldResponse")


@_attrs_define(repr=False)
class HoldResponse(Shown):
    id: UUID
    """ Identifier of the hold. """
    transition_id: None | UUID
    """ The rollback that set it; null for one set by hand. """
    model: str
    """ Name of the model. """
    reason: str
    """ Why. """
    set_at: datetime.datetime
    """ When it was set. """
    set_by: str
    """ Who set it. """
    lifted_at: datetime.datetime | None
    """ When it was lifted; null while it holds. """
    lifted_by: None | str
    """ Who lifted it; null while it holds. """
    lift_reason: None | str
    """ Why it was lifted; null while it holds. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        transition_id: None | str
        if isinstance(self.transition_id, UUID):
            transition_id = str(self.transition_id)
        else:
            transition_id = self.transition_id

        model = self.model

        reason = self.reason

        set_at = self.set_at.isoformat()

        set_by = self.set_by

        lifted_at: None | str
        if isinstance(self.lifted_at, datetime.datetime):
            lifted_at = self.lifted_at.isoformat()

        else:
            lifted_at = self.lifted_at

        lifted_by: None | str
        lifted_by = self.lifted_by

        lift_reason: None | str
        lift_reason = self.lift_reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "transitionId": transition_id,
                "model": model,
                "reason": reason,
                "setAt": set_at,
                "setBy": set_by,
                "liftedAt": lifted_at,
                "liftedBy": lifted_by,
                "liftReason": lift_reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_transition_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                transition_id_type_0 = UUID(data)

                return transition_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        transition_id = _parse_transition_id(d.pop("transitionId"))

        model = d.pop("model")

        reason = d.pop("reason")

        set_at = datetime.datetime.fromisoformat(d.pop("setAt").replace("Z", "+00:00"))

        set_by = d.pop("setBy")

        def _parse_lifted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lifted_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return lifted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        lifted_at = _parse_lifted_at(d.pop("liftedAt"))

        def _parse_lifted_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        lifted_by = _parse_lifted_by(d.pop("liftedBy"))

        def _parse_lift_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        lift_reason = _parse_lift_reason(d.pop("liftReason"))

        hold_response = cls(
            id=id,
            transition_id=transition_id,
            model=model,
            reason=reason,
            set_at=set_at,
            set_by=set_by,
            lifted_at=lifted_at,
            lifted_by=lifted_by,
            lift_reason=lift_reason,
        )

        hold_response.additional_properties = d
        return hold_response

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
