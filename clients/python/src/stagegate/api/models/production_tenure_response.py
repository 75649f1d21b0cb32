from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.transition_kind import TransitionKind

T = TypeVar("T", bound="ProductionTenureResponse")


@_attrs_define(repr=False)
class ProductionTenureResponse(Shown):
    version: int
    """ The version. """
    kind: None | TransitionKind
    """ How it came there: by a promotion or a rollback. """
    transition_id: None | UUID
    """ Id of the transition that put it there. """
    ended_kind: None | TransitionKind
    """ Kind of the move that took it away, of this version or of the one that displaced it; null while it is there.
    """
    ended_transition_id: None | UUID
    """ Id of the transition that took it away; null while it is there. """
    from_: datetime.datetime
    """ When it entered Production. """
    to: datetime.datetime | None
    """ When it left; null while it is there. """
    promoted_by: None | str
    """ Whose call put it there. """
    ended_by: None | str
    """ Whose call took it away; null while it is there. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        kind: None | str
        if isinstance(self.kind, TransitionKind):
            kind = self.kind.value
        else:
            kind = self.kind

        transition_id: None | str
        if isinstance(self.transition_id, UUID):
            transition_id = str(self.transition_id)
        else:
            transition_id = self.transition_id

        ended_kind: None | str
        if isinstance(self.ended_kind, TransitionKind):
            ended_kind = self.ended_kind.value
        else:
            ended_kind = self.ended_kind

        ended_transition_id: None | str
        if isinstance(self.ended_transition_id, UUID):
            ended_transition_id = str(self.ended_transition_id)
        else:
            ended_transition_id = self.ended_transition_id

        from_ = self.from_.isoformat()

        to: None | str
        if isinstance(self.to, datetime.datetime):
            to = self.to.isoformat()

        else:
            to = self.to

        promoted_by: None | str
        promoted_by = self.promoted_by

        ended_by: None | str
        ended_by = self.ended_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "kind": kind,
                "transitionId": transition_id,
                "endedKind": ended_kind,
                "endedTransitionId": ended_transition_id,
                "from": from_,
                "to": to,
                "promotedBy": promoted_by,
                "endedBy": ended_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

        def _parse_kind(data: object) -> None | TransitionKind:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = TransitionKind(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TransitionKind, data)

        kind = _parse_kind(d.pop("kind"))

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

        def _parse_ended_kind(data: object) -> None | TransitionKind:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_kind_type_0 = TransitionKind(data)

                return ended_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TransitionKind, data)

        ended_kind = _parse_ended_kind(d.pop("endedKind"))

        def _parse_ended_transition_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_transition_id_type_0 = UUID(data)

                return ended_transition_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        ended_transition_id = _parse_ended_transition_id(d.pop("endedTransitionId"))

        from_ = datetime.datetime.fromisoformat(d.pop("from").replace("Z", "+00:00"))

        def _parse_to(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                to_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        to = _parse_to(d.pop("to"))

        def _parse_promoted_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        promoted_by = _parse_promoted_by(d.pop("promotedBy"))

        def _parse_ended_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ended_by = _parse_ended_by(d.pop("endedBy"))

        production_tenure_response = cls(
            version=version,
            kind=kind,
            transition_id=transition_id,
            ended_kind=ended_kind,
            ended_transition_id=ended_transition_id,
            from_=from_,
            to=to,
            promoted_by=promoted_by,
            ended_by=ended_by,
        )

        production_tenure_response.additional_properties = d
        return production_tenure_response

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
