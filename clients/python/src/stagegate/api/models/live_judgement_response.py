from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.verdict import Verdict

T = TypeVar("T", bound="LiveJudgementResponse")


@_attrs_define(repr=False)
class LiveJudgementResponse(Shown):
    version: int
    """ The version in Production. """
    verdict: None | Verdict
    """ The verdict of the policy in force on the evidence it was promoted with; null when it is unknown. """
    draft_verdict: None | Verdict
    """ The verdict of the draft on the same evidence; null when it is unknown. """
    model: str
    """ Name of the model. """
    message: None | str
    """ The draft's verdict in a sentence; null when it is unknown. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        verdict: None | str
        if isinstance(self.verdict, Verdict):
            verdict = self.verdict.value
        else:
            verdict = self.verdict

        draft_verdict: None | str
        if isinstance(self.draft_verdict, Verdict):
            draft_verdict = self.draft_verdict.value
        else:
            draft_verdict = self.draft_verdict

        model = self.model

        message: None | str
        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "verdict": verdict,
                "draftVerdict": draft_verdict,
                "model": model,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

        def _parse_verdict(data: object) -> None | Verdict:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verdict_type_0 = Verdict(data)

                return verdict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Verdict, data)

        verdict = _parse_verdict(d.pop("verdict"))

        def _parse_draft_verdict(data: object) -> None | Verdict:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                draft_verdict_type_0 = Verdict(data)

                return draft_verdict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Verdict, data)

        draft_verdict = _parse_draft_verdict(d.pop("draftVerdict"))

        model = d.pop("model")

        def _parse_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        message = _parse_message(d.pop("message"))

        live_judgement_response = cls(
            version=version,
            verdict=verdict,
            draft_verdict=draft_verdict,
            model=model,
            message=message,
        )

        live_judgement_response.additional_properties = d
        return live_judgement_response

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
