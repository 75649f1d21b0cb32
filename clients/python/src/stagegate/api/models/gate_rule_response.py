from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.enforcement import Enforcement
from ..models.measure_status import MeasureStatus
from ..models.rule_kind import RuleKind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.gate_measure_response import GateMeasureResponse
    from ..models.gate_warning_response import GateWarningResponse
    from ..models.rule_waiver_response import RuleWaiverResponse


T = TypeVar("T", bound="GateRuleResponse")


@_attrs_define(repr=False)
class GateRuleResponse(Shown):
    enforcement: Enforcement
    """ What a rule that does not pass does. """
    status: MeasureStatus
    """ Outcome of a rule or a measure. """
    id: str
    """ Identifier of the rule in its policy. """
    kind: RuleKind
    """ Kind of a gate rule. """
    reason_code: str
    """ Stable reason of the status. """
    message: str
    """ The outcome, for people. """
    measures: list[GateMeasureResponse]
    """ Every measure, worst first. """
    description: str | Unset = UNSET
    """ What the policy says the rule is for. """
    remediation: str | Unset = UNSET
    """ What would help, when something would. """
    warnings: list[GateWarningResponse] | Unset = UNSET
    """ What the rule noticed besides its outcome. """
    waived_by: list[RuleWaiverResponse] | Unset = UNSET
    """ Who waives the rule, which stays inconclusive; absent where nobody does. """
    rules: list[GateRuleResponse] | Unset = UNSET
    """ The rules of a group. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        enforcement = self.enforcement.value

        status = self.status.value

        id = self.id

        kind = self.kind.value

        reason_code = self.reason_code

        message = self.message

        measures = []
        for measures_item_data in self.measures:
            measures_item = measures_item_data.to_dict()
            measures.append(measures_item)

        description = self.description

        remediation = self.remediation

        warnings: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.warnings, Unset):
            warnings = []
            for warnings_item_data in self.warnings:
                warnings_item = warnings_item_data.to_dict()
                warnings.append(warnings_item)

        waived_by: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.waived_by, Unset):
            waived_by = []
            for waived_by_item_data in self.waived_by:
                waived_by_item = waived_by_item_data.to_dict()
                waived_by.append(waived_by_item)

        rules: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.rules, Unset):
            rules = []
            for rules_item_data in self.rules:
                rules_item = rules_item_data.to_dict()
                rules.append(rules_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "enforcement": enforcement,
                "status": status,
                "id": id,
                "kind": kind,
                "reasonCode": reason_code,
                "message": message,
                "measures": measures,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if remediation is not UNSET:
            field_dict["remediation"] = remediation
        if warnings is not UNSET:
            field_dict["warnings"] = warnings
        if waived_by is not UNSET:
            field_dict["waivedBy"] = waived_by
        if rules is not UNSET:
            field_dict["rules"] = rules

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.gate_measure_response import GateMeasureResponse  # noqa: PLC0415
        from ..models.gate_warning_response import GateWarningResponse  # noqa: PLC0415
        from ..models.rule_waiver_response import RuleWaiverResponse  # noqa: PLC0415

        d = dict(src_dict)
        enforcement = Enforcement(d.pop("enforcement"))

        status = MeasureStatus(d.pop("status"))

        id = d.pop("id")

        kind = RuleKind(d.pop("kind"))

        reason_code = d.pop("reasonCode")

        message = d.pop("message")

        measures = []
        _measures = d.pop("measures")
        for measures_item_data in _measures:
            measures_item = GateMeasureResponse.from_dict(measures_item_data)

            measures.append(measures_item)

        description = d.pop("description", UNSET)

        remediation = d.pop("remediation", UNSET)

        _warnings = d.pop("warnings", UNSET)
        warnings: list[GateWarningResponse] | Unset = UNSET
        if _warnings is not UNSET:
            warnings = []
            for warnings_item_data in _warnings:
                warnings_item = GateWarningResponse.from_dict(warnings_item_data)

                warnings.append(warnings_item)

        _waived_by = d.pop("waivedBy", UNSET)
        waived_by: list[RuleWaiverResponse] | Unset = UNSET
        if _waived_by is not UNSET:
            waived_by = []
            for waived_by_item_data in _waived_by:
                waived_by_item = RuleWaiverResponse.from_dict(waived_by_item_data)

                waived_by.append(waived_by_item)

        _rules = d.pop("rules", UNSET)
        rules: list[GateRuleResponse] | Unset = UNSET
        if _rules is not UNSET:
            rules = []
            for rules_item_data in _rules:
                rules_item = GateRuleResponse.from_dict(rules_item_data)

                rules.append(rules_item)

        gate_rule_response = cls(
            enforcement=enforcement,
            status=status,
            id=id,
            kind=kind,
            reason_code=reason_code,
            message=message,
            measures=measures,
            description=description,
            remediation=remediation,
            warnings=warnings,
            waived_by=waived_by,
            rules=rules,
        )

        gate_rule_response.additional_properties = d
        return gate_rule_response

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
