from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.gated_stage import GatedStage
from ..types import UNSET, Unset

T = TypeVar("T", bound="BreakGlassRequest")


@_attrs_define(repr=False)
class BreakGlassRequest(Shown):
    to_stage: GatedStage
    """ A stage that gates can stand before. """
    reason: str
    """ What the emergency is; the policy may ask for more than a few words. """
    ticket: str | Unset = UNSET
    """ Where the emergency is dealt with, such as the number of an incident; needed unless the policy does without.
    """
    expected_incumbent: int | None | Unset = UNSET
    """ The version the caller believes to be in Production, null for none; another one there is answered with 409.
    """

    def to_dict(self) -> dict[str, Any]:
        to_stage = self.to_stage.value

        reason = self.reason

        ticket = self.ticket

        expected_incumbent: int | None | Unset
        if isinstance(self.expected_incumbent, Unset):
            expected_incumbent = UNSET
        else:
            expected_incumbent = self.expected_incumbent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "toStage": to_stage,
                "reason": reason,
            }
        )
        if ticket is not UNSET:
            field_dict["ticket"] = ticket
        if expected_incumbent is not UNSET:
            field_dict["expectedIncumbent"] = expected_incumbent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        to_stage = GatedStage(d.pop("toStage"))

        reason = d.pop("reason")

        ticket = d.pop("ticket", UNSET)

        def _parse_expected_incumbent(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        expected_incumbent = _parse_expected_incumbent(d.pop("expectedIncumbent", UNSET))

        break_glass_request = cls(
            to_stage=to_stage,
            reason=reason,
            ticket=ticket,
            expected_incumbent=expected_incumbent,
        )

        return break_glass_request
