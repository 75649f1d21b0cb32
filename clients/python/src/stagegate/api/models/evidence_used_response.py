from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.compared_role import ComparedRole

if TYPE_CHECKING:
    from ..models.judged_dataset import JudgedDataset


T = TypeVar("T", bound="EvidenceUsedResponse")


@_attrs_define(repr=False)
class EvidenceUsedResponse(Shown):
    version: int
    """ The version it measured. """
    evaluation_id: UUID
    """ Id of the evaluation. """
    attempts: int
    """ Complete evaluations of the version on the same data, this one included. """
    role: ComparedRole
    """ Which of two compared versions. """
    dataset: JudgedDataset
    evaluated_at: datetime.datetime
    """ When it was measured. """
    digest: None | str
    """ Digest of the evaluation. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        evaluation_id = str(self.evaluation_id)

        attempts = self.attempts

        role = self.role.value

        dataset = self.dataset.to_dict()

        evaluated_at = self.evaluated_at.isoformat()

        digest: None | str
        digest = self.digest

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "evaluationId": evaluation_id,
                "attempts": attempts,
                "role": role,
                "dataset": dataset,
                "evaluatedAt": evaluated_at,
                "digest": digest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.judged_dataset import JudgedDataset  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        evaluation_id = UUID(d.pop("evaluationId"))

        attempts = d.pop("attempts")

        role = ComparedRole(d.pop("role"))

        dataset = JudgedDataset.from_dict(d.pop("dataset"))

        evaluated_at = datetime.datetime.fromisoformat(d.pop("evaluatedAt").replace("Z", "+00:00"))

        def _parse_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        digest = _parse_digest(d.pop("digest"))

        evidence_used_response = cls(
            version=version,
            evaluation_id=evaluation_id,
            attempts=attempts,
            role=role,
            dataset=dataset,
            evaluated_at=evaluated_at,
            digest=digest,
        )

        evidence_used_response.additional_properties = d
        return evidence_used_response

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
