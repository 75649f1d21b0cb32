from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.prediction_job_status import PredictionJobStatus

if TYPE_CHECKING:
    from ..models.back_tested_live_response import BackTestedLiveResponse
    from ..models.back_tested_promotions_response import BackTestedPromotionsResponse
    from ..models.live_judgement_response import LiveJudgementResponse


T = TypeVar("T", bound="BackTestJobResponse")


@_attrs_define(repr=False)
class BackTestJobResponse(Shown):
    id: UUID
    """ Identifier of the back-test. """
    status: PredictionJobStatus
    """ Where a prediction job stands. """
    created_at: datetime.datetime
    """ When it was asked for. """
    finished_at: datetime.datetime | None
    """ When it ended. """
    error: None | str
    """ Why it failed; null unless it did. """
    promotions: BackTestedPromotionsResponse
    live: BackTestedLiveResponse
    items: list[LiveJudgementResponse]
    """ The first 1000 live versions whose verdict changes or is unknown. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        status = self.status.value

        created_at = self.created_at.isoformat()

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()

        else:
            finished_at = self.finished_at

        error: None | str
        error = self.error

        promotions = self.promotions.to_dict()

        live = self.live.to_dict()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "status": status,
                "createdAt": created_at,
                "finishedAt": finished_at,
                "error": error,
                "promotions": promotions,
                "live": live,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.back_tested_live_response import BackTestedLiveResponse  # noqa: PLC0415
        from ..models.back_tested_promotions_response import BackTestedPromotionsResponse  # noqa: PLC0415
        from ..models.live_judgement_response import LiveJudgementResponse  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        status = PredictionJobStatus(d.pop("status"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finishedAt"))

        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))

        promotions = BackTestedPromotionsResponse.from_dict(d.pop("promotions"))

        live = BackTestedLiveResponse.from_dict(d.pop("live"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = LiveJudgementResponse.from_dict(items_item_data)

            items.append(items_item)

        back_test_job_response = cls(
            id=id,
            status=status,
            created_at=created_at,
            finished_at=finished_at,
            error=error,
            promotions=promotions,
            live=live,
            items=items,
        )

        back_test_job_response.additional_properties = d
        return back_test_job_response

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
