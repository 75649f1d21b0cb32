from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.gated_stage import GatedStage
from ..types import UNSET, Unset

T = TypeVar("T", bound="PolicyAdviceResponse")


@_attrs_define(repr=False)
class PolicyAdviceResponse(Shown):
    stage: GatedStage
    """ A stage that gates can stand before. """
    rule_id: str
    """ The rule it is about; `freeze` for the freeze of the stage. """
    code: str
    """ What is advised on: `MARGIN_NEEDS_LARGER_SLICES`, `LIMIT_ON_GOOD_SIDE` or `FREEZE_NEVER_HOLDS`; further
    codes may come. """
    message: str
    """ What will happen, with the numbers. """
    remediation: str
    """ What to change. """
    rows: int | Unset = UNSET
    """ Of a margin, fewest rows of a slice on which it can be shown between two models that always agree. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        stage = self.stage.value

        rule_id = self.rule_id

        code = self.code

        message = self.message

        remediation = self.remediation

        rows = self.rows

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "stage": stage,
                "ruleId": rule_id,
                "code": code,
                "message": message,
                "remediation": remediation,
            }
        )
        if rows is not UNSET:
            field_dict["rows"] = rows

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        stage = GatedStage(d.pop("stage"))

        rule_id = d.pop("ruleId")

        code = d.pop("code")

        message = d.pop("message")

        remediation = d.pop("remediation")

        rows = d.pop("rows", UNSET)

        policy_advice_response = cls(
            stage=stage,
            rule_id=rule_id,
            code=code,
            message=message,
            remediation=remediation,
            rows=rows,
        )

        policy_advice_response.additional_properties = d
        return policy_advice_response

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
