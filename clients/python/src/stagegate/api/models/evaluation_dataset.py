from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="EvaluationDataset")


@_attrs_define(repr=False)
class EvaluationDataset(Shown):
    name: str
    """ Name of the dataset. """
    version: str
    """ Version of the dataset; evaluations on different versions are never compared. """
    digest: str | Unset = UNSET
    """ Digest of the dataset's content, `sha256:` and 64 hexadecimal digits. """
    split: str | Unset = UNSET
    """ Part of the dataset, such as test. """

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        version = self.version

        digest = self.digest

        split = self.split

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "version": version,
            }
        )
        if digest is not UNSET:
            field_dict["digest"] = digest
        if split is not UNSET:
            field_dict["split"] = split

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        version = d.pop("version")

        digest = d.pop("digest", UNSET)

        split = d.pop("split", UNSET)

        evaluation_dataset = cls(
            name=name,
            version=version,
            digest=digest,
            split=split,
        )

        return evaluation_dataset
