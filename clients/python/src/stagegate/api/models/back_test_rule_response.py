from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="BackTestRuleResponse")


@_attrs_define(repr=False)
class BackTestRuleResponse(Shown):
    passed: int
    """ How often it passed. """
    failed: int
    """ How often it failed. """
    errors: int
    """ How often it could not be judged. """
    inconclusive: int
    """ How often there was too little data. """
    skipped: int
    """ How often there was nothing to judge. """
    rule_id: str
    """ Identifier of the rule in the draft. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        passed = self.passed

        failed = self.failed

        errors = self.errors

        inconclusive = self.inconclusive

        skipped = self.skipped

        rule_id = self.rule_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "passed": passed,
                "failed": failed,
                "errors": errors,
                "inconclusive": inconclusive,
                "skipped": skipped,
                "ruleId": rule_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        passed = d.pop("passed")

        failed = d.pop("failed")

        errors = d.pop("errors")

        inconclusive = d.pop("inconclusive")

        skipped = d.pop("skipped")

        rule_id = d.pop("ruleId")

        back_test_rule_response = cls(
            passed=passed,
            failed=failed,
            errors=errors,
            inconclusive=inconclusive,
            skipped=skipped,
            rule_id=rule_id,
        )

        back_test_rule_response.additional_properties = d
        return back_test_rule_response

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
