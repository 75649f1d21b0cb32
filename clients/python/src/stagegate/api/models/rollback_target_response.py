from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.stage import Stage

if TYPE_CHECKING:
    from ..models.production_tenure_response import ProductionTenureResponse


T = TypeVar("T", bound="RollbackTargetResponse")


@_attrs_define(repr=False)
class RollbackTargetResponse(Shown):
    version: int
    """ The version. """
    stage: Stage
    """ Where a version stands. """
    quarantined: bool
    """ Whether it is quarantined, and so cannot be put back. """
    quarantine_reason: None | str
    """ Why it is quarantined; null when it is not. """
    last_tenure: None | ProductionTenureResponse
    """ Its last tenure of Production; null when it never held it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.production_tenure_response import ProductionTenureResponse  # noqa: PLC0415

        version = self.version

        stage = self.stage.value

        quarantined = self.quarantined

        quarantine_reason: None | str
        quarantine_reason = self.quarantine_reason

        last_tenure: dict[str, Any] | None
        if isinstance(self.last_tenure, ProductionTenureResponse):
            last_tenure = self.last_tenure.to_dict()
        else:
            last_tenure = self.last_tenure

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "stage": stage,
                "quarantined": quarantined,
                "quarantineReason": quarantine_reason,
                "lastTenure": last_tenure,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.production_tenure_response import ProductionTenureResponse  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        stage = Stage(d.pop("stage"))

        quarantined = d.pop("quarantined")

        def _parse_quarantine_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        quarantine_reason = _parse_quarantine_reason(d.pop("quarantineReason"))

        def _parse_last_tenure(data: object) -> None | ProductionTenureResponse:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                last_tenure_type_0 = ProductionTenureResponse.from_dict(data)

                return last_tenure_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProductionTenureResponse, data)

        last_tenure = _parse_last_tenure(d.pop("lastTenure"))

        rollback_target_response = cls(
            version=version,
            stage=stage,
            quarantined=quarantined,
            quarantine_reason=quarantine_reason,
            last_tenure=last_tenure,
        )

        rollback_target_response.additional_properties = d
        return rollback_target_response

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
