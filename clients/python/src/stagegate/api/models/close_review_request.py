from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="CloseReviewRequest")


@_attrs_define(repr=False)
class CloseReviewRequest(Shown):
    outcome: str
    """ What the review came to, in a few words, such as `justified`. """
    comment: str | Unset = UNSET
    """ What it rests on, and what follows from it. """

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome

        comment = self.comment

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
            }
        )
        if comment is not UNSET:
            field_dict["comment"] = comment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = d.pop("outcome")

        comment = d.pop("comment", UNSET)

        close_review_request = cls(
            outcome=outcome,
            comment=comment,
        )

        return close_review_request
