from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.problem_place import ProblemPlace
from ..types import UNSET, Unset

T = TypeVar("T", bound="ProblemErrorResponse")


@_attrs_define(repr=False)
class ProblemErrorResponse(Shown):
    in_: ProblemPlace
    """ Part of a request. """
    pointer: str
    """ JSON Pointer (RFC 6901) to the faulty value. """
    detail: str
    """ What the value must be. """
    code: str | Unset = UNSET
    """ Stable name of the broken rule. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        in_ = self.in_.value

        pointer = self.pointer

        detail = self.detail

        code = self.code

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "in": in_,
                "pointer": pointer,
                "detail": detail,
            }
        )
        if code is not UNSET:
            field_dict["code"] = code

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        in_ = ProblemPlace(d.pop("in"))

        pointer = d.pop("pointer")

        detail = d.pop("detail")

        code = d.pop("code", UNSET)

        problem_error_response = cls(
            in_=in_,
            pointer=pointer,
            detail=detail,
            code=code,
        )

        problem_error_response.additional_properties = d
        return problem_error_response

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
