from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.dataset_version_response_inventory_additional_property import (
        DatasetVersionResponseInventoryAdditionalProperty,
    )


T = TypeVar("T", bound="DatasetVersionResponseInventory")


@_attrs_define(repr=False)
class DatasetVersionResponseInventory(Shown):
    """Feature to value to number of rows."""

    additional_properties: dict[str, DatasetVersionResponseInventoryAdditionalProperty] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = prop.to_dict()

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dataset_version_response_inventory_additional_property import (
            DatasetVersionResponseInventoryAdditionalProperty,  # noqa: PLC0415
        )

        d = dict(src_dict)
        dataset_version_response_inventory = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = DatasetVersionResponseInventoryAdditionalProperty.from_dict(prop_dict)

            additional_properties[prop_name] = additional_property

        dataset_version_response_inventory.additional_properties = additional_properties
        return dataset_version_response_inventory

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> DatasetVersionResponseInventoryAdditionalProperty:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: DatasetVersionResponseInventoryAdditionalProperty) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
