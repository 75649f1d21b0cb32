from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.gated_stage import GatedStage
from ..types import UNSET, Unset

T = TypeVar("T", bound="GrantWaiverRequest")


@_attrs_define(repr=False)
class GrantWaiverRequest(Shown):
    to_stage: GatedStage
    """ A stage that gates can stand before. """
    rule_id: str
    """ The rule that shall not stand in the way; it must be one that blocks and is INCONCLUSIVE now. """
    reason: str
    """ Why the version may go on with so little evidence; the policy may ask for more characters. """
    expires_at: datetime.datetime | Unset = UNSET
    """ When the waiver ends, at most seven days from now, or fewer where the policy says so; the latest there is
    unless given. """

    def to_dict(self) -> dict[str, Any]:
        to_stage = self.to_stage.value

        rule_id = self.rule_id

        reason = self.reason

        expires_at: str | Unset = self.expires_at.isoformat() if not isinstance(self.expires_at, Unset) else UNSET

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "toStage": to_stage,
                "ruleId": rule_id,
                "reason": reason,
            }
        )
        if expires_at is not UNSET:
            field_dict["expiresAt"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        to_stage = GatedStage(d.pop("toStage"))

        rule_id = d.pop("ruleId")

        reason = d.pop("reason")

        _expires_at = d.pop("expiresAt", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at.replace("Z", "+00:00"))

        grant_waiver_request = cls(
            to_stage=to_stage,
            rule_id=rule_id,
            reason=reason,
            expires_at=expires_at,
        )

        return grant_waiver_request
