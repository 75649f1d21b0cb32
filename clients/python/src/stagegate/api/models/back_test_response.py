from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.back_test_item_response import BackTestItemResponse
    from ..models.back_test_rule_response import BackTestRuleResponse
    from ..models.policy_advice_response import PolicyAdviceResponse


T = TypeVar("T", bound="BackTestResponse")


@_attrs_define(repr=False)
class BackTestResponse(Shown):
    policy_digest: str
    """ Digest of the draft policy. """
    promotions: int
    """ How many promotions were judged. """
    total: int
    """ How many promotions there are in the range, those beyond the limit included. """
    newly_refused: int
    """ How many of those that passed the draft would have refused. """
    newly_let_through: int
    """ How many of those that were refused the draft would have let through. """
    advice: list[PolicyAdviceResponse]
    """ What the draft demands that evidence can hardly meet. """
    rules: list[BackTestRuleResponse]
    """ What each rule of the draft said, over all promotions that were judged. """
    items: list[BackTestItemResponse]
    """ Every promotion, newest first. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        policy_digest = self.policy_digest

        promotions = self.promotions

        total = self.total

        newly_refused = self.newly_refused

        newly_let_through = self.newly_let_through

        advice = []
        for advice_item_data in self.advice:
            advice_item = advice_item_data.to_dict()
            advice.append(advice_item)

        rules = []
        for rules_item_data in self.rules:
            rules_item = rules_item_data.to_dict()
            rules.append(rules_item)

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "policyDigest": policy_digest,
                "promotions": promotions,
                "total": total,
                "newlyRefused": newly_refused,
                "newlyLetThrough": newly_let_through,
                "advice": advice,
                "rules": rules,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.back_test_item_response import BackTestItemResponse  # noqa: PLC0415
        from ..models.back_test_rule_response import BackTestRuleResponse  # noqa: PLC0415
        from ..models.policy_advice_response import PolicyAdviceResponse  # noqa: PLC0415

        d = dict(src_dict)
        policy_digest = d.pop("policyDigest")

        promotions = d.pop("promotions")

        total = d.pop("total")

        newly_refused = d.pop("newlyRefused")

        newly_let_through = d.pop("newlyLetThrough")

        advice = []
        _advice = d.pop("advice")
        for advice_item_data in _advice:
            advice_item = PolicyAdviceResponse.from_dict(advice_item_data)

            advice.append(advice_item)

        rules = []
        _rules = d.pop("rules")
        for rules_item_data in _rules:
            rules_item = BackTestRuleResponse.from_dict(rules_item_data)

            rules.append(rules_item)

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = BackTestItemResponse.from_dict(items_item_data)

            items.append(items_item)

        back_test_response = cls(
            policy_digest=policy_digest,
            promotions=promotions,
            total=total,
            newly_refused=newly_refused,
            newly_let_through=newly_let_through,
            advice=advice,
            rules=rules,
            items=items,
        )

        back_test_response.additional_properties = d
        return back_test_response

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
