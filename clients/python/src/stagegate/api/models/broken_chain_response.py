from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="BrokenChainResponse")


@_attrs_define(repr=False)
class BrokenChainResponse(Shown):
    sequence: int
    """ Sequence of the first event of the chain that does not fit; of its last known event when one is missing, and
    1 when all are. """
    chain: str
    """ The id of the model whose chain it is, or `registry`. """
    model: None | str
    """ The model's name on the day of the event; null when the chain is the registry's or no event of it is left.
    """
    reason: str
    """ What is wrong with it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sequence = self.sequence

        chain = self.chain

        model: None | str
        model = self.model

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sequence": sequence,
                "chain": chain,
                "model": model,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sequence = d.pop("sequence")

        chain = d.pop("chain")

        def _parse_model(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model = _parse_model(d.pop("model"))

        reason = d.pop("reason")

        broken_chain_response = cls(
            sequence=sequence,
            chain=chain,
            model=model,
            reason=reason,
        )

        broken_chain_response.additional_properties = d
        return broken_chain_response

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
