from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.dataset_version_response_inventory import DatasetVersionResponseInventory


T = TypeVar("T", bound="DatasetVersionResponse")


@_attrs_define(repr=False)
class DatasetVersionResponse(Shown):
    id: UUID
    """ Identifier of the registered dataset version. """
    digest: None | str
    """ Digest of the content. """
    row_count: int
    """ Number of rows. """
    inventory: DatasetVersionResponseInventory
    """ Feature to value to number of rows. """
    name: str
    """ Name of the dataset. """
    version: str
    """ Version of the dataset. """
    split: None | str
    """ Part of the dataset. """
    description: str
    """ What the dataset is. """
    created_at: datetime.datetime
    """ When it was registered. """
    created_by: str
    """ Who registered it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        digest: None | str
        digest = self.digest

        row_count = self.row_count

        inventory = self.inventory.to_dict()

        name = self.name

        version = self.version

        split: None | str
        split = self.split

        description = self.description

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "digest": digest,
                "rowCount": row_count,
                "inventory": inventory,
                "name": name,
                "version": version,
                "split": split,
                "description": description,
                "createdAt": created_at,
                "createdBy": created_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dataset_version_response_inventory import DatasetVersionResponseInventory  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        digest = _parse_digest(d.pop("digest"))

        row_count = d.pop("rowCount")

        inventory = DatasetVersionResponseInventory.from_dict(d.pop("inventory"))

        name = d.pop("name")

        version = d.pop("version")

        def _parse_split(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        split = _parse_split(d.pop("split"))

        description = d.pop("description")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        created_by = d.pop("createdBy")

        dataset_version_response = cls(
            id=id,
            digest=digest,
            row_count=row_count,
            inventory=inventory,
            name=name,
            version=version,
            split=split,
            description=description,
            created_at=created_at,
            created_by=created_by,
        )

        dataset_version_response.additional_properties = d
        return dataset_version_response

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
