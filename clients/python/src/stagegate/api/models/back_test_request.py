from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.gated_stage import GatedStage
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.gate_policy_document import GatePolicyDocument


T = TypeVar("T", bound="BackTestRequest")


@_attrs_define(repr=False)
class BackTestRequest(Shown):
    policy: GatePolicyDocument
    """ A gate policy; stage fields at the top level mean Production. """
    model: str | Unset = UNSET
    """ The model whose promotions to judge, the draft standing for its own policy; without it all models, the draft
    standing for the registry's default. """
    to_stage: GatedStage | Unset = UNSET
    """ A stage that gates can stand before. """
    limit: int | Unset = UNSET
    """ How many of the newest promotions to judge at most; 200 unless given. """
    from_: datetime.datetime | Unset = UNSET
    """ Only promotions asked for at or after this time. """
    to: datetime.datetime | Unset = UNSET
    """ Only promotions asked for before this time. """

    def to_dict(self) -> dict[str, Any]:
        policy = self.policy.to_dict()

        model = self.model

        to_stage: str | Unset = UNSET
        if not isinstance(self.to_stage, Unset):
            to_stage = self.to_stage.value

        limit = self.limit

        from_: str | Unset = self.from_.isoformat() if not isinstance(self.from_, Unset) else UNSET

        to: str | Unset = self.to.isoformat() if not isinstance(self.to, Unset) else UNSET

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "policy": policy,
            }
        )
        if model is not UNSET:
            field_dict["model"] = model
        if to_stage is not UNSET:
            field_dict["toStage"] = to_stage
        if limit is not UNSET:
            field_dict["limit"] = limit
        if from_ is not UNSET:
            field_dict["from"] = from_
        if to is not UNSET:
            field_dict["to"] = to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.gate_policy_document import GatePolicyDocument  # noqa: PLC0415

        d = dict(src_dict)
        policy = GatePolicyDocument.from_dict(d.pop("policy"))

        model = d.pop("model", UNSET)

        _to_stage = d.pop("toStage", UNSET)
        to_stage: GatedStage | Unset
        if isinstance(_to_stage, Unset):
            to_stage = UNSET
        else:
            to_stage = GatedStage(_to_stage)

        limit = d.pop("limit", UNSET)

        _from_ = d.pop("from", UNSET)
        from_: datetime.datetime | Unset
        if isinstance(_from_, Unset):
            from_ = UNSET
        else:
            from_ = datetime.datetime.fromisoformat(_from_.replace("Z", "+00:00"))

        _to = d.pop("to", UNSET)
        to: datetime.datetime | Unset
        if isinstance(_to, Unset):
            to = UNSET
        else:
            to = datetime.datetime.fromisoformat(_to.replace("Z", "+00:00"))

        back_test_request = cls(
            policy=policy,
            model=model,
            to_stage=to_stage,
            limit=limit,
            from_=from_,
            to=to,
        )

        return back_test_request
