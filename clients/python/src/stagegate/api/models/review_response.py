from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.review_status import ReviewStatus

T = TypeVar("T", bound="ReviewResponse")


@_attrs_define(repr=False)
class ReviewResponse(Shown):
    id: UUID
    """ Identifier of the review. """
    transition_id: UUID
    """ The transition that passed the gates. """
    version: int
    """ The version that passed them. """
    status: ReviewStatus
    """ Where a review stands. """
    model: str
    """ Name of the model. """
    opened_at: datetime.datetime
    """ When it was opened. """
    opened_by: str
    """ Who asked for the gates to be passed. """
    due_at: datetime.datetime
    """ When it should be closed; from then on it keeps the model from being promoted. """
    closed_at: datetime.datetime | None
    """ When it was closed; null while it is open. """
    closed_by: None | str
    """ Who closed it; null while it is open. """
    outcome: None | str
    """ What it came to; null while it is open. """
    comment: None | str
    """ What was said of it; null when nothing was. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        transition_id = str(self.transition_id)

        version = self.version

        status = self.status.value

        model = self.model

        opened_at = self.opened_at.isoformat()

        opened_by = self.opened_by

        due_at = self.due_at.isoformat()

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()

        else:
            closed_at = self.closed_at

        closed_by: None | str
        closed_by = self.closed_by

        outcome: None | str
        outcome = self.outcome

        comment: None | str
        comment = self.comment

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "transitionId": transition_id,
                "version": version,
                "status": status,
                "model": model,
                "openedAt": opened_at,
                "openedBy": opened_by,
                "dueAt": due_at,
                "closedAt": closed_at,
                "closedBy": closed_by,
                "outcome": outcome,
                "comment": comment,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        transition_id = UUID(d.pop("transitionId"))

        version = d.pop("version")

        status = ReviewStatus(d.pop("status"))

        model = d.pop("model")

        opened_at = datetime.datetime.fromisoformat(d.pop("openedAt").replace("Z", "+00:00"))

        opened_by = d.pop("openedBy")

        due_at = datetime.datetime.fromisoformat(d.pop("dueAt").replace("Z", "+00:00"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closedAt"))

        def _parse_closed_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        closed_by = _parse_closed_by(d.pop("closedBy"))

        def _parse_outcome(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        outcome = _parse_outcome(d.pop("outcome"))

        def _parse_comment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        comment = _parse_comment(d.pop("comment"))

        review_response = cls(
            id=id,
            transition_id=transition_id,
            version=version,
            status=status,
            model=model,
            opened_at=opened_at,
            opened_by=opened_by,
            due_at=due_at,
            closed_at=closed_at,
            closed_by=closed_by,
            outcome=outcome,
            comment=comment,
        )

        review_response.additional_properties = d
        return review_response

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
