from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.summary_waiver_response import SummaryWaiverResponse


T = TypeVar("T", bound="ProductionResponse")


@_attrs_define(repr=False)
class ProductionResponse(Shown):
    model_id: UUID
    """ Id of the model, which stays through renames. """
    version: int
    """ The version. """
    transition_id: None | UUID
    """ Id of the transition that put it there. """
    model: str
    """ Name of the model, as it is now. """
    since: datetime.datetime
    """ Since when it had held Production. """
    until: datetime.datetime | None
    """ Until when it held it; null while it is there. """
    by: None | str
    """ Whose call put it there. """
    waivers: list[SummaryWaiverResponse] | Unset = UNSET
    """ The waivers by which an inconclusive verdict let it in; absent where none did. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        model_id = str(self.model_id)

        version = self.version

        transition_id: None | str
        if isinstance(self.transition_id, UUID):
            transition_id = str(self.transition_id)
        else:
            transition_id = self.transition_id

        model = self.model

        since = self.since.isoformat()

        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()

        else:
            until = self.until

        by: None | str
        by = self.by

        waivers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.waivers, Unset):
            waivers = []
            for waivers_item_data in self.waivers:
                waivers_item = waivers_item_data.to_dict()
                waivers.append(waivers_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "modelId": model_id,
                "version": version,
                "transitionId": transition_id,
                "model": model,
                "since": since,
                "until": until,
                "by": by,
            }
        )
        if waivers is not UNSET:
            field_dict["waivers"] = waivers

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.summary_waiver_response import SummaryWaiverResponse  # noqa: PLC0415

        d = dict(src_dict)
        model_id = UUID(d.pop("modelId"))

        version = d.pop("version")

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

        since = datetime.datetime.fromisoformat(d.pop("since").replace("Z", "+00:00"))

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

        def _parse_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        by = _parse_by(d.pop("by"))

        _waivers = d.pop("waivers", UNSET)
        waivers: list[SummaryWaiverResponse] | Unset = UNSET
        if _waivers is not UNSET:
            waivers = []
            for waivers_item_data in _waivers:
                waivers_item = SummaryWaiverResponse.from_dict(waivers_item_data)

                waivers.append(waivers_item)

        production_response = cls(
            model_id=model_id,
            version=version,
            transition_id=transition_id,
            model=model,
            since=since,
            until=until,
            by=by,
            waivers=waivers,
        )

        production_response.additional_properties = d
        return production_response

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
