from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="DatasetReference")


@_attrs_define(repr=False)
class DatasetReference(Shown):
    name: str
    """ Name of the dataset. """
    version: str
    """ Version of the dataset. """
    digest: str | Unset = UNSET
    """ Digest of the dataset's content, `sha256:` and 64 hexadecimal digits. """

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        version = self.version

        digest = self.digest

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "version": version,
            }
        )
        if digest is not UNSET:
            field_dict["digest"] = digest

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        version = d.pop("version")

        digest = d.pop("digest", UNSET)

        dataset_reference = cls(
            name=name,
            version=version,
            digest=digest,
        )

        return dataset_reference
