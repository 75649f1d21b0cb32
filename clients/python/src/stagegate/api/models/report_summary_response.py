from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.verdict import Verdict
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.summary_waiver_response import SummaryWaiverResponse
    from ..models.worst_measure_response import WorstMeasureResponse


T = TypeVar("T", bound="ReportSummaryResponse")


@_attrs_define(repr=False)
class ReportSummaryResponse(Shown):
    verdict: Verdict
    """ Outcome of judging a version by its gates. """
    report_digest: str
    """ Digest of the report. """
    message: str
    """ The verdict in a sentence. """
    worst: None | WorstMeasureResponse
    """ Of the measures of the worst status, that which comes closest to its limit or is furthest beyond; null where
    nothing was measured. """
    waivers: list[SummaryWaiverResponse] | Unset = UNSET
    """ The waivers by which an inconclusive verdict lets the version through; absent where none do. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.worst_measure_response import WorstMeasureResponse  # noqa: PLC0415

        verdict = self.verdict.value

        report_digest = self.report_digest

        message = self.message

        worst: dict[str, Any] | None
        if isinstance(self.worst, WorstMeasureResponse):
            worst = self.worst.to_dict()
        else:
            worst = self.worst

        waivers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.waivers, Unset):
            waivers = []
            for waivers_item_data in self.waivers:
                waivers_item = waivers_item_data.to_dict()
                waivers.append(waivers_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "verdict": verdict,
                "reportDigest": report_digest,
                "message": message,
                "worst": worst,
            }
        )
        if waivers is not UNSET:
            field_dict["waivers"] = waivers

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.summary_waiver_response import SummaryWaiverResponse  # noqa: PLC0415
        from ..models.worst_measure_response import WorstMeasureResponse  # noqa: PLC0415

        d = dict(src_dict)
        verdict = Verdict(d.pop("verdict"))

        report_digest = d.pop("reportDigest")

        message = d.pop("message")

        def _parse_worst(data: object) -> None | WorstMeasureResponse:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                worst_type_0 = WorstMeasureResponse.from_dict(data)

                return worst_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WorstMeasureResponse, data)

        worst = _parse_worst(d.pop("worst"))

        _waivers = d.pop("waivers", UNSET)
        waivers: list[SummaryWaiverResponse] | Unset = UNSET
        if _waivers is not UNSET:
            waivers = []
            for waivers_item_data in _waivers:
                waivers_item = SummaryWaiverResponse.from_dict(waivers_item_data)

                waivers.append(waivers_item)

        report_summary_response = cls(
            verdict=verdict,
            report_digest=report_digest,
            message=message,
            worst=worst,
            waivers=waivers,
        )

        report_summary_response.additional_properties = d
        return report_summary_response

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
