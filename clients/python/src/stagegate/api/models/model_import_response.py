from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="ModelImportResponse")


@_attrs_define(repr=False)
class ModelImportResponse(Shown):
    source: str
    """ Address of the other registry. """
    created_at: datetime.datetime
    """ When it was created there. """
    created_by: None | str
    """ Who made it there; null where that is not known. """
    updated_at: datetime.datetime
    """ When it last changed there. """
    imported_at: datetime.datetime
    """ When it was last taken over. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        source = self.source

        created_at = self.created_at.isoformat()

        created_by: None | str
        created_by = self.created_by

        updated_at = self.updated_at.isoformat()

        imported_at = self.imported_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "source": source,
                "createdAt": created_at,
                "createdBy": created_by,
                "updatedAt": updated_at,
                "importedAt": imported_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        source = d.pop("source")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        def _parse_created_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        created_by = _parse_created_by(d.pop("createdBy"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt").replace("Z", "+00:00"))

        imported_at = datetime.datetime.fromisoformat(d.pop("importedAt").replace("Z", "+00:00"))

        model_import_response = cls(
            source=source,
            created_at=created_at,
            created_by=created_by,
            updated_at=updated_at,
            imported_at=imported_at,
        )

        model_import_response.additional_properties = d
        return model_import_response

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
