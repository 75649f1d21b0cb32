from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.gated_stage import GatedStage

T = TypeVar("T", bound="CheckGatesRequest")


@_attrs_define(repr=False)
class CheckGatesRequest(Shown):
    to_stage: GatedStage
    """ A stage that gates can stand before. """

    def to_dict(self) -> dict[str, Any]:
        to_stage = self.to_stage.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "toStage": to_stage,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        to_stage = GatedStage(d.pop("toStage"))

        check_gates_request = cls(
            to_stage=to_stage,
        )

        return check_gates_request
