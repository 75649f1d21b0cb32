from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.register_dataset_request_inventory import RegisterDatasetRequestInventory


T = TypeVar("T", bound="RegisterDatasetRequest")


@_attrs_define(repr=False)
class RegisterDatasetRequest(Shown):
    name: str
    """ Name of the dataset. """
    version: str
    """ Version of the dataset. """
    row_count: int
    """ Number of rows. """
    inventory: RegisterDatasetRequestInventory
    """ Feature to value to number of rows, as in `{"sex": {"Female": 5421, "Male": 10860}}`; `__null__` counts rows
    without a value. """
    split: str | Unset = UNSET
    """ Part of the dataset, such as test. """
    digest: str | Unset = UNSET
    """ Digest of the content, `sha256:` and 64 hexadecimal digits. """
    description: str | Unset = UNSET
    """ What the dataset is. """

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        version = self.version

        row_count = self.row_count

        inventory = self.inventory.to_dict()

        split = self.split

        digest = self.digest

        description = self.description

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "version": version,
                "rowCount": row_count,
                "inventory": inventory,
            }
        )
        if split is not UNSET:
            field_dict["split"] = split
        if digest is not UNSET:
            field_dict["digest"] = digest
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.register_dataset_request_inventory import RegisterDatasetRequestInventory  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        version = d.pop("version")

        row_count = d.pop("rowCount")

        inventory = RegisterDatasetRequestInventory.from_dict(d.pop("inventory"))

        split = d.pop("split", UNSET)

        digest = d.pop("digest", UNSET)

        description = d.pop("description", UNSET)

        register_dataset_request = cls(
            name=name,
            version=version,
            row_count=row_count,
            inventory=inventory,
            split=split,
            digest=digest,
            description=description,
        )

        return register_dataset_request
