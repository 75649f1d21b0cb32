from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.transition_status import TransitionStatus
from ..models.verdict import Verdict

T = TypeVar("T", bound="CardCoveredResponse")


@_attrs_define(repr=False)
class CardCoveredResponse(Shown):
    transition_id: UUID
    """ Id of the transition. """
    verdict: None | Verdict
    """ What the gates said of it, which a waiver does not change. """
    status: TransitionStatus
    """ Where a transition stands. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        transition_id = str(self.transition_id)

        verdict: None | str
        if isinstance(self.verdict, Verdict):
            verdict = self.verdict.value
        else:
            verdict = self.verdict

        status = self.status.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "transitionId": transition_id,
                "verdict": verdict,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        transition_id = UUID(d.pop("transitionId"))

        def _parse_verdict(data: object) -> None | Verdict:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verdict_type_0 = Verdict(data)

                return verdict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Verdict, data)

        verdict = _parse_verdict(d.pop("verdict"))

        status = TransitionStatus(d.pop("status"))

        card_covered_response = cls(
            transition_id=transition_id,
            verdict=verdict,
            status=status,
        )

        card_covered_response.additional_properties = d
        return card_covered_response

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
