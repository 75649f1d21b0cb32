from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.gate_policy_document import GatePolicyDocument


T = TypeVar("T", bound="StartBackTestRequest")


@_attrs_define(repr=False)
class StartBackTestRequest(Shown):
    policy: GatePolicyDocument
    """ A gate policy; stage fields at the top level mean Production. """
    model: str | Unset = UNSET
    """ The model to judge, the draft standing for its own policy; without it all models, the draft standing for the
    registry's default. """

    def to_dict(self) -> dict[str, Any]:
        policy = self.policy.to_dict()

        model = self.model

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "policy": policy,
            }
        )
        if model is not UNSET:
            field_dict["model"] = model

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.gate_policy_document import GatePolicyDocument  # noqa: PLC0415

        d = dict(src_dict)
        policy = GatePolicyDocument.from_dict(d.pop("policy"))

        model = d.pop("model", UNSET)

        start_back_test_request = cls(
            policy=policy,
            model=model,
        )

        return start_back_test_request
