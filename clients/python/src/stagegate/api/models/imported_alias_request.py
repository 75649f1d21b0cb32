from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown

T = TypeVar("T", bound="ImportedAliasRequest")


@_attrs_define(repr=False)
class ImportedAliasRequest(Shown):
    alias: str
    """ Name of the alias. """
    version: int
    """ The version it points at. """

    def to_dict(self) -> dict[str, Any]:
        alias = self.alias

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "alias": alias,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        alias = d.pop("alias")

        version = d.pop("version")

        imported_alias_request = cls(
            alias=alias,
            version=version,
        )

        return imported_alias_request
