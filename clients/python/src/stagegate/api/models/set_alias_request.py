from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown

T = TypeVar("T", bound="SetAliasRequest")


@_attrs_define(repr=False)
class SetAliasRequest(Shown):
    version: int
    """ The version the alias shall point at. """

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

        set_alias_request = cls(
            version=version,
        )

        return set_alias_request
