from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

T = TypeVar("T", bound="StartSessionRequest")


@_attrs_define(repr=False)
class StartSessionRequest(Shown):
    code: str | Unset = UNSET
    """ The code of a sign-in link; either this or `token`. """
    token: str | Unset = UNSET
    """ A token that the service issued; either this or `code`. The browser need not keep it. """

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        token = self.token

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if code is not UNSET:
            field_dict["code"] = code
        if token is not UNSET:
            field_dict["token"] = token

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code", UNSET)

        token = d.pop("token", UNSET)

        start_session_request = cls(
            code=code,
            token=token,
        )

        return start_session_request
