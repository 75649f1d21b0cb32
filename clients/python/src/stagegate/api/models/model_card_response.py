from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.stage import Stage

if TYPE_CHECKING:
    from ..models.card_attestation_response import CardAttestationResponse
    from ..models.card_decision_response import CardDecisionResponse
    from ..models.card_evaluation_response import CardEvaluationResponse
    from ..models.card_lineage_response import CardLineageResponse
    from ..models.card_purpose_response import CardPurposeResponse
    from ..models.card_waiver_response import CardWaiverResponse
    from ..models.production_tenure_response import ProductionTenureResponse


T = TypeVar("T", bound="ModelCardResponse")


@_attrs_define(repr=False)
class ModelCardResponse(Shown):
    version: int
    """ The version. """
    stage: Stage
    """ Where a version stands. """
    model: str
    """ Name of the model. """
    quarantine_reason: None | str
    """ Why it is quarantined; null when it is not. """
    purpose: CardPurposeResponse
    lineage: CardLineageResponse
    evaluations: list[CardEvaluationResponse]
    """ What it measured: the newest evaluation on each dataset, at most ten, the newest first. """
    decisions: list[CardDecisionResponse]
    """ The newest twenty changes of stage that were asked for, newest first. """
    waivers: list[CardWaiverResponse]
    """ Waivers of its inconclusive rules, the newest first, at most 20. """
    tenures: list[ProductionTenureResponse]
    """ Its newest twenty tenures of Production, newest first. """
    attestation: CardAttestationResponse | None
    """ What the last promotion to Production can be checked by; null when there was none. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.card_attestation_response import CardAttestationResponse  # noqa: PLC0415

        version = self.version

        stage = self.stage.value

        model = self.model

        quarantine_reason: None | str
        quarantine_reason = self.quarantine_reason

        purpose = self.purpose.to_dict()

        lineage = self.lineage.to_dict()

        evaluations = []
        for evaluations_item_data in self.evaluations:
            evaluations_item = evaluations_item_data.to_dict()
            evaluations.append(evaluations_item)

        decisions = []
        for decisions_item_data in self.decisions:
            decisions_item = decisions_item_data.to_dict()
            decisions.append(decisions_item)

        waivers = []
        for waivers_item_data in self.waivers:
            waivers_item = waivers_item_data.to_dict()
            waivers.append(waivers_item)

        tenures = []
        for tenures_item_data in self.tenures:
            tenures_item = tenures_item_data.to_dict()
            tenures.append(tenures_item)

        attestation: dict[str, Any] | None
        if isinstance(self.attestation, CardAttestationResponse):
            attestation = self.attestation.to_dict()
        else:
            attestation = self.attestation

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "stage": stage,
                "model": model,
                "quarantineReason": quarantine_reason,
                "purpose": purpose,
                "lineage": lineage,
                "evaluations": evaluations,
                "decisions": decisions,
                "waivers": waivers,
                "tenures": tenures,
                "attestation": attestation,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.card_attestation_response import CardAttestationResponse  # noqa: PLC0415
        from ..models.card_decision_response import CardDecisionResponse  # noqa: PLC0415
        from ..models.card_evaluation_response import CardEvaluationResponse  # noqa: PLC0415
        from ..models.card_lineage_response import CardLineageResponse  # noqa: PLC0415
        from ..models.card_purpose_response import CardPurposeResponse  # noqa: PLC0415
        from ..models.card_waiver_response import CardWaiverResponse  # noqa: PLC0415
        from ..models.production_tenure_response import ProductionTenureResponse  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        stage = Stage(d.pop("stage"))

        model = d.pop("model")

        def _parse_quarantine_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        quarantine_reason = _parse_quarantine_reason(d.pop("quarantineReason"))

        purpose = CardPurposeResponse.from_dict(d.pop("purpose"))

        lineage = CardLineageResponse.from_dict(d.pop("lineage"))

        evaluations = []
        _evaluations = d.pop("evaluations")
        for evaluations_item_data in _evaluations:
            evaluations_item = CardEvaluationResponse.from_dict(evaluations_item_data)

            evaluations.append(evaluations_item)

        decisions = []
        _decisions = d.pop("decisions")
        for decisions_item_data in _decisions:
            decisions_item = CardDecisionResponse.from_dict(decisions_item_data)

            decisions.append(decisions_item)

        waivers = []
        _waivers = d.pop("waivers")
        for waivers_item_data in _waivers:
            waivers_item = CardWaiverResponse.from_dict(waivers_item_data)

            waivers.append(waivers_item)

        tenures = []
        _tenures = d.pop("tenures")
        for tenures_item_data in _tenures:
            tenures_item = ProductionTenureResponse.from_dict(tenures_item_data)

            tenures.append(tenures_item)

        def _parse_attestation(data: object) -> CardAttestationResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attestation_type_0 = CardAttestationResponse.from_dict(data)

                return attestation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CardAttestationResponse | None, data)

        attestation = _parse_attestation(d.pop("attestation"))

        model_card_response = cls(
            version=version,
            stage=stage,
            model=model,
            quarantine_reason=quarantine_reason,
            purpose=purpose,
            lineage=lineage,
            evaluations=evaluations,
            decisions=decisions,
            waivers=waivers,
            tenures=tenures,
            attestation=attestation,
        )

        model_card_response.additional_properties = d
        return model_card_response

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
