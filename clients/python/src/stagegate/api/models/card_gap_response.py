from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.card_gap_end_response import CardGapEndResponse


T = TypeVar("T", bound="CardGapResponse")


@_attrs_define(repr=False)
class CardGapResponse(Shown):
    metric: str
    """ The metric. """
    feature: str
    """ The feature. """
    gap: float
    """ Highest minus lowest, in units of the metric. """
    lowest: CardGapEndResponse
    highest: CardGapEndResponse
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        metric = self.metric

        feature = self.feature

        gap = self.gap

        lowest = self.lowest.to_dict()

        highest = self.highest.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "metric": metric,
                "feature": feature,
                "gap": gap,
                "lowest": lowest,
                "highest": highest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.card_gap_end_response import CardGapEndResponse  # noqa: PLC0415

        d = dict(src_dict)
        metric = d.pop("metric")

        feature = d.pop("feature")

        gap = d.pop("gap")

        lowest = CardGapEndResponse.from_dict(d.pop("lowest"))

        highest = CardGapEndResponse.from_dict(d.pop("highest"))

        card_gap_response = cls(
            metric=metric,
            feature=feature,
            gap=gap,
            lowest=lowest,
            highest=highest,
        )

        card_gap_response.additional_properties = d
        return card_gap_response

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
