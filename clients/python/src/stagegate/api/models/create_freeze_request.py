from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.recurrence_request import RecurrenceRequest


T = TypeVar("T", bound="CreateFreezeRequest")


@_attrs_define(repr=False)
class CreateFreezeRequest(Shown):
    name: str
    """ What people call it. """
    reason: str
    """ Why. """
    start: str | Unset = UNSET
    """ Its first moment: RFC 3339 or, without an offset, by the clock of its time zone. With `end`, instead of
    `recurrence`. """
    end: str | Unset = UNSET
    """ The first moment after it, in the same form. """
    recurrence: RecurrenceRequest | Unset = UNSET
    time_zone: str | Unset = UNSET
    """ IANA time zone of its times, such as `Europe/Amsterdam`; UTC when absent. """
    models: list[str] | Unset = UNSET
    """ Names of the models that it holds back; all when absent. A rename changes nothing. """

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        reason = self.reason

        start = self.start

        end = self.end

        recurrence: dict[str, Any] | Unset = UNSET
        if not isinstance(self.recurrence, Unset):
            recurrence = self.recurrence.to_dict()

        time_zone = self.time_zone

        models: list[str] | Unset = UNSET
        if not isinstance(self.models, Unset):
            models = self.models

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "reason": reason,
            }
        )
        if start is not UNSET:
            field_dict["start"] = start
        if end is not UNSET:
            field_dict["end"] = end
        if recurrence is not UNSET:
            field_dict["recurrence"] = recurrence
        if time_zone is not UNSET:
            field_dict["timeZone"] = time_zone
        if models is not UNSET:
            field_dict["models"] = models

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.recurrence_request import RecurrenceRequest  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        reason = d.pop("reason")

        start = d.pop("start", UNSET)

        end = d.pop("end", UNSET)

        _recurrence = d.pop("recurrence", UNSET)
        recurrence: RecurrenceRequest | Unset
        if isinstance(_recurrence, Unset):
            recurrence = UNSET
        else:
            recurrence = RecurrenceRequest.from_dict(_recurrence)

        time_zone = d.pop("timeZone", UNSET)

        models = cast(list[str], d.pop("models", UNSET))

        create_freeze_request = cls(
            name=name,
            reason=reason,
            start=start,
            end=end,
            recurrence=recurrence,
            time_zone=time_zone,
            models=models,
        )

        return create_freeze_request
