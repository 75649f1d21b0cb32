from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

T = TypeVar("T", bound="BackTestedLiveResponse")


@_attrs_define(repr=False)
class BackTestedLiveResponse(Shown):
    total: int
    """ How many versions were in Production when the back-test began. """
    judged: int
    """ How many of them were judged so far, by the policy in force and by the draft. """
    changed: int
    """ How many of them the draft gives another verdict than the policy in force. """
    not_repeatable: int
    """ How many cannot be judged, since the record holds no judgement that brought them to Production. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        judged = self.judged

        changed = self.changed

        not_repeatable = self.not_repeatable

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "judged": judged,
                "changed": changed,
                "notRepeatable": not_repeatable,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total")

        judged = d.pop("judged")

        changed = d.pop("changed")

        not_repeatable = d.pop("notRepeatable")

        back_tested_live_response = cls(
            total=total,
            judged=judged,
            changed=changed,
            not_repeatable=not_repeatable,
        )

        back_tested_live_response.additional_properties = d
        return back_tested_live_response

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
