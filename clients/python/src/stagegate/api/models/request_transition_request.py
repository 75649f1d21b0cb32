from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.stage import Stage
from ..types import UNSET, Unset

T = TypeVar("T", bound="RequestTransitionRequest")


@_attrs_define(repr=False)
class RequestTransitionRequest(Shown):
    to_stage: Stage
    """ Where a version stands. """
    reason: str | Unset = UNSET
    """ Why; required to demote and to archive. """
    expected_incumbent: int | None | Unset = UNSET
    """ The version the caller believes to be in Production, null for none; another one there is answered with 409.
    """
    allow_empty_production: bool | Unset = UNSET
    """ Allows a move that leaves Production empty. """

    def to_dict(self) -> dict[str, Any]:
        to_stage = self.to_stage.value

        reason = self.reason

        expected_incumbent: int | None | Unset
        if isinstance(self.expected_incumbent, Unset):
            expected_incumbent = UNSET
        else:
            expected_incumbent = self.expected_incumbent

        allow_empty_production = self.allow_empty_production

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "toStage": to_stage,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason
        if expected_incumbent is not UNSET:
            field_dict["expectedIncumbent"] = expected_incumbent
        if allow_empty_production is not UNSET:
            field_dict["allowEmptyProduction"] = allow_empty_production

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        to_stage = Stage(d.pop("toStage"))

        reason = d.pop("reason", UNSET)

        def _parse_expected_incumbent(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        expected_incumbent = _parse_expected_incumbent(d.pop("expectedIncumbent", UNSET))

        allow_empty_production = d.pop("allowEmptyProduction", UNSET)

        request_transition_request = cls(
            to_stage=to_stage,
            reason=reason,
            expected_incumbent=expected_incumbent,
            allow_empty_production=allow_empty_production,
        )

        return request_transition_request
