from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.gate_policy_document import GatePolicyDocument


T = TypeVar("T", bound="CheckGatePolicyRequest")


@_attrs_define(repr=False)
class CheckGatePolicyRequest(Shown):
    policy: GatePolicyDocument
    """ A gate policy; stage fields at the top level mean Production. """

    def to_dict(self) -> dict[str, Any]:
        policy = self.policy.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "policy": policy,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.gate_policy_document import GatePolicyDocument  # noqa: PLC0415

        d = dict(src_dict)
        policy = GatePolicyDocument.from_dict(d.pop("policy"))

        check_gate_policy_request = cls(
            policy=policy,
        )

        return check_gate_policy_request
