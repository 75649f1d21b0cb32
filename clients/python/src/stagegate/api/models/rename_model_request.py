from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown

T = TypeVar("T", bound="RenameModelRequest")


@_attrs_define(repr=False)
class RenameModelRequest(Shown):
    new_name: str
    """ The name the model gets; history, evidence and aliases follow it. """

    def to_dict(self) -> dict[str, Any]:
        new_name = self.new_name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "newName": new_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        new_name = d.pop("newName")

        rename_model_request = cls(
            new_name=new_name,
        )

        return rename_model_request
