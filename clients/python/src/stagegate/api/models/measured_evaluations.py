from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="MeasuredEvaluations")


@_attrs_define(repr=False)
class MeasuredEvaluations(Shown):
    challenger: None | UUID
    """ Evaluation of the challenger; null when there was none. """
    incumbent: None | UUID
    """ Evaluation of the incumbent; null when there was none. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        challenger: None | str
        if isinstance(self.challenger, UUID):
            challenger = str(self.challenger)
        else:
            challenger = self.challenger

        incumbent: None | str
        if isinstance(self.incumbent, UUID):
            incumbent = str(self.incumbent)
        else:
            incumbent = self.incumbent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "challenger": challenger,
                "incumbent": incumbent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_challenger(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                challenger_type_0 = UUID(data)

                return challenger_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        challenger = _parse_challenger(d.pop("challenger"))

        def _parse_incumbent(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                incumbent_type_0 = UUID(data)

                return incumbent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        incumbent = _parse_incumbent(d.pop("incumbent"))

        measured_evaluations = cls(
            challenger=challenger,
            incumbent=incumbent,
        )

        measured_evaluations.additional_properties = d
        return measured_evaluations

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
