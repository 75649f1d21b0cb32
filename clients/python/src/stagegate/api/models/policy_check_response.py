from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.checked_productions_response import CheckedProductionsResponse
    from ..models.checked_waiting_response import CheckedWaitingResponse
    from ..models.policy_advice_response import PolicyAdviceResponse
    from ..models.policy_check_response_effective_policy_type_0 import PolicyCheckResponseEffectivePolicyType0
    from ..models.policy_conflict_response import PolicyConflictResponse


T = TypeVar("T", bound="PolicyCheckResponse")


@_attrs_define(repr=False)
class PolicyCheckResponse(Shown):
    effective_policy: None | PolicyCheckResponseEffectivePolicyType0
    """ The draft with presets and short forms written out, composed with the other scope; null when it cannot be
    read. """
    effective_digest: None | str
    """ Digest of the effective policy; null likewise. """
    valid: bool
    """ Whether the draft could be set now. """
    faults: list[PolicyConflictResponse]
    """ Everything that is wrong with it, each with its place; empty when it is valid. """
    advice: list[PolicyAdviceResponse]
    """ What it demands that evidence can hardly meet. """
    waiting: CheckedWaitingResponse | None
    """ Requests that await approval; null when the draft is not valid. """
    production: CheckedProductionsResponse | None
    """ Versions in Production; null when the draft is not valid. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.checked_productions_response import CheckedProductionsResponse  # noqa: PLC0415
        from ..models.checked_waiting_response import CheckedWaitingResponse  # noqa: PLC0415
        from ..models.policy_check_response_effective_policy_type_0 import PolicyCheckResponseEffectivePolicyType0  # noqa: PLC0415

        effective_policy: dict[str, Any] | None
        if isinstance(self.effective_policy, PolicyCheckResponseEffectivePolicyType0):
            effective_policy = self.effective_policy.to_dict()
        else:
            effective_policy = self.effective_policy

        effective_digest: None | str
        effective_digest = self.effective_digest

        valid = self.valid

        faults = []
        for faults_item_data in self.faults:
            faults_item = faults_item_data.to_dict()
            faults.append(faults_item)

        advice = []
        for advice_item_data in self.advice:
            advice_item = advice_item_data.to_dict()
            advice.append(advice_item)

        waiting: dict[str, Any] | None
        if isinstance(self.waiting, CheckedWaitingResponse):
            waiting = self.waiting.to_dict()
        else:
            waiting = self.waiting

        production: dict[str, Any] | None
        if isinstance(self.production, CheckedProductionsResponse):
            production = self.production.to_dict()
        else:
            production = self.production

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "effectivePolicy": effective_policy,
                "effectiveDigest": effective_digest,
                "valid": valid,
                "faults": faults,
                "advice": advice,
                "waiting": waiting,
                "production": production,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.checked_productions_response import CheckedProductionsResponse  # noqa: PLC0415
        from ..models.checked_waiting_response import CheckedWaitingResponse  # noqa: PLC0415
        from ..models.policy_advice_response import PolicyAdviceResponse  # noqa: PLC0415
        from ..models.policy_check_response_effective_policy_type_0 import PolicyCheckResponseEffectivePolicyType0  # noqa: PLC0415
        from ..models.policy_conflict_response import PolicyConflictResponse  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_effective_policy(data: object) -> None | PolicyCheckResponseEffectivePolicyType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                effective_policy_type_0 = PolicyCheckResponseEffectivePolicyType0.from_dict(data)

                return effective_policy_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PolicyCheckResponseEffectivePolicyType0, data)

        effective_policy = _parse_effective_policy(d.pop("effectivePolicy"))

        def _parse_effective_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        effective_digest = _parse_effective_digest(d.pop("effectiveDigest"))

        valid = d.pop("valid")

        faults = []
        _faults = d.pop("faults")
        for faults_item_data in _faults:
            faults_item = PolicyConflictResponse.from_dict(faults_item_data)

            faults.append(faults_item)

        advice = []
        _advice = d.pop("advice")
        for advice_item_data in _advice:
            advice_item = PolicyAdviceResponse.from_dict(advice_item_data)

            advice.append(advice_item)

        def _parse_waiting(data: object) -> CheckedWaitingResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                waiting_type_0 = CheckedWaitingResponse.from_dict(data)

                return waiting_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CheckedWaitingResponse | None, data)

        waiting = _parse_waiting(d.pop("waiting"))

        def _parse_production(data: object) -> CheckedProductionsResponse | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                production_type_0 = CheckedProductionsResponse.from_dict(data)

                return production_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CheckedProductionsResponse | None, data)

        production = _parse_production(d.pop("production"))

        policy_check_response = cls(
            effective_policy=effective_policy,
            effective_digest=effective_digest,
            valid=valid,
            faults=faults,
            advice=advice,
            waiting=waiting,
            production=production,
        )

        policy_check_response.additional_properties = d
        return policy_check_response

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
