from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

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
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        policy = self.policy.to_dict()

        model = self.model

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
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

        start_back_test_request.additional_properties = d
        return start_back_test_request

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
