from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.found_kind import FoundKind
from ..models.search_match import SearchMatch

T = TypeVar("T", bound="SearchHitResponse")


@_attrs_define(repr=False)
class SearchHitResponse(Shown):
    kind: FoundKind
    """ What a search found. """
    version: int | None
    """ The version it is or is about; null for a model. """
    id: None | UUID
    """ Id of the transition or the gate report; null for a model and a version. """
    matched: SearchMatch
    """ What it was found by. """
    model: str
    """ Name of the model it is or belongs to. """
    text: str
    """ The text it was found by, whole. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        version: int | None
        version = self.version

        id: None | str
        if isinstance(self.id, UUID):
            id = str(self.id)
        else:
            id = self.id

        matched = self.matched.value

        model = self.model

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "version": version,
                "id": id,
                "matched": matched,
                "model": model,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = FoundKind(d.pop("kind"))

        def _parse_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        version = _parse_version(d.pop("version"))

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

        matched = SearchMatch(d.pop("matched"))

        model = d.pop("model")

        text = d.pop("text")

        search_hit_response = cls(
            kind=kind,
            version=version,
            id=id,
            matched=matched,
            model=model,
            text=text,
        )

        search_hit_response.additional_properties = d
        return search_hit_response

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
