from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.changed_scope import ChangedScope
from ..models.policy_change_status import PolicyChangeStatus

if TYPE_CHECKING:
    from ..models.approval_demand_response import ApprovalDemandResponse
    from ..models.gate_policy_document import GatePolicyDocument
    from ..models.may_decide_response import MayDecideResponse
    from ..models.policy_change_approval_response import PolicyChangeApprovalResponse


T = TypeVar("T", bound="PolicyChangeResponse")


@_attrs_define(repr=False)
class PolicyChangeResponse(Shown):
    id: UUID
    """ Identifier of the change. """
    scope: ChangedScope
    """ Whose policy a change is of. """
    status: PolicyChangeStatus
    """ Where a change of a gate policy stands. """
    document: GatePolicyDocument
    """ A gate policy; stage fields at the top level mean Production. """
    digest: str
    """ Digest of its canonical form. """
    revision: int | None
    """ The revision it became; null unless it was applied. """
    model: None | str
    """ Name of the model; null for the registry's default. """
    requested_by: str
    """ Who asked for it. """
    requested_at: datetime.datetime
    """ When. """
    comment: None | str
    """ Why, in the words of whoever asked; null when nothing was said. """
    expires_at: datetime.datetime | None
    """ When it ends unless it is decided before. """
    demand: ApprovalDemandResponse
    may_decide: MayDecideResponse
    approvals: list[PolicyChangeApprovalResponse]
    """ The decisions so far. """
    settled_at: datetime.datetime | None
    """ When it got its outcome; null while it awaits approval. """
    settled_by: None | str
    """ Whose call gave it its outcome; null likewise. """
    code: None | str
    """ Stable reason of an outcome other than applied. """
    detail: None | str
    """ The same for people. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        scope = self.scope.value

        status = self.status.value

        document = self.document.to_dict()

        digest = self.digest

        revision: int | None
        revision = self.revision

        model: None | str
        model = self.model

        requested_by = self.requested_by

        requested_at = self.requested_at.isoformat()

        comment: None | str
        comment = self.comment

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()

        else:
            expires_at = self.expires_at

        demand = self.demand.to_dict()

        may_decide = self.may_decide.to_dict()

        approvals = []
        for approvals_item_data in self.approvals:
            approvals_item = approvals_item_data.to_dict()
            approvals.append(approvals_item)

        settled_at: None | str
        if isinstance(self.settled_at, datetime.datetime):
            settled_at = self.settled_at.isoformat()

        else:
            settled_at = self.settled_at

        settled_by: None | str
        settled_by = self.settled_by

        code: None | str
        code = self.code

        detail: None | str
        detail = self.detail

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "scope": scope,
                "status": status,
                "document": document,
                "digest": digest,
                "revision": revision,
                "model": model,
                "requestedBy": requested_by,
                "requestedAt": requested_at,
                "comment": comment,
                "expiresAt": expires_at,
                "demand": demand,
                "mayDecide": may_decide,
                "approvals": approvals,
                "settledAt": settled_at,
                "settledBy": settled_by,
                "code": code,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.approval_demand_response import ApprovalDemandResponse  # noqa: PLC0415
        from ..models.gate_policy_document import GatePolicyDocument  # noqa: PLC0415
        from ..models.may_decide_response import MayDecideResponse  # noqa: PLC0415
        from ..models.policy_change_approval_response import PolicyChangeApprovalResponse  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        scope = ChangedScope(d.pop("scope"))

        status = PolicyChangeStatus(d.pop("status"))

        document = GatePolicyDocument.from_dict(d.pop("document"))

        digest = d.pop("digest")

        def _parse_revision(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        revision = _parse_revision(d.pop("revision"))

        def _parse_model(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model = _parse_model(d.pop("model"))

        requested_by = d.pop("requestedBy")

        requested_at = datetime.datetime.fromisoformat(d.pop("requestedAt").replace("Z", "+00:00"))

        def _parse_comment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        comment = _parse_comment(d.pop("comment"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expiresAt"))

        demand = ApprovalDemandResponse.from_dict(d.pop("demand"))

        may_decide = MayDecideResponse.from_dict(d.pop("mayDecide"))

        approvals = []
        _approvals = d.pop("approvals")
        for approvals_item_data in _approvals:
            approvals_item = PolicyChangeApprovalResponse.from_dict(approvals_item_data)

            approvals.append(approvals_item)

        def _parse_settled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                settled_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return settled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        settled_at = _parse_settled_at(d.pop("settledAt"))

        def _parse_settled_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        settled_by = _parse_settled_by(d.pop("settledBy"))

        def _parse_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        code = _parse_code(d.pop("code"))

        def _parse_detail(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        detail = _parse_detail(d.pop("detail"))

        policy_change_response = cls(
            id=id,
            scope=scope,
            status=status,
            document=document,
            digest=digest,
            revision=revision,
            model=model,
            requested_by=requested_by,
            requested_at=requested_at,
            comment=comment,
            expires_at=expires_at,
            demand=demand,
            may_decide=may_decide,
            approvals=approvals,
            settled_at=settled_at,
            settled_by=settled_by,
            code=code,
            detail=detail,
        )

        policy_change_response.additional_properties = d
        return policy_change_response

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
