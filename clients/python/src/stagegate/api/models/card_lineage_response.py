from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown

if TYPE_CHECKING:
    from ..models.dataset_reference import DatasetReference


T = TypeVar("T", bound="CardLineageResponse")


@_attrs_define(repr=False)
class CardLineageResponse(Shown):
    artifact_digest: None | str
    """ Digest of the artifact's bytes. """
    run_id: None | str
    """ The training run. """
    git_commit: None | str
    """ The commit of the training code. """
    framework: None | str
    """ Library the model was made with, and its version. """
    artifact_uri: str
    """ Where the artifact lies. """
    dataset: DatasetReference | None
    """ The dataset the version was trained on. """
    registered_at: datetime.datetime
    """ When it was registered. """
    registered_by: str
    """ Who registered it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.dataset_reference import DatasetReference  # noqa: PLC0415

        artifact_digest: None | str
        artifact_digest = self.artifact_digest

        run_id: None | str
        run_id = self.run_id

        git_commit: None | str
        git_commit = self.git_commit

        framework: None | str
        framework = self.framework

        artifact_uri = self.artifact_uri

        dataset: dict[str, Any] | None
        if isinstance(self.dataset, DatasetReference):
            dataset = self.dataset.to_dict()
        else:
            dataset = self.dataset

        registered_at = self.registered_at.isoformat()

        registered_by = self.registered_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "artifactDigest": artifact_digest,
                "runId": run_id,
                "gitCommit": git_commit,
                "framework": framework,
                "artifactUri": artifact_uri,
                "dataset": dataset,
                "registeredAt": registered_at,
                "registeredBy": registered_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dataset_reference import DatasetReference  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_artifact_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        artifact_digest = _parse_artifact_digest(d.pop("artifactDigest"))

        def _parse_run_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        run_id = _parse_run_id(d.pop("runId"))

        def _parse_git_commit(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        git_commit = _parse_git_commit(d.pop("gitCommit"))

        def _parse_framework(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        framework = _parse_framework(d.pop("framework"))

        artifact_uri = d.pop("artifactUri")

        def _parse_dataset(data: object) -> DatasetReference | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                dataset_type_0 = DatasetReference.from_dict(data)

                return dataset_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DatasetReference | None, data)

        dataset = _parse_dataset(d.pop("dataset"))

        registered_at = datetime.datetime.fromisoformat(d.pop("registeredAt").replace("Z", "+00:00"))

        registered_by = d.pop("registeredBy")

        card_lineage_response = cls(
            artifact_digest=artifact_digest,
            run_id=run_id,
            git_commit=git_commit,
            framework=framework,
            artifact_uri=artifact_uri,
            dataset=dataset,
            registered_at=registered_at,
            registered_by=registered_by,
        )

        card_lineage_response.additional_properties = d
        return card_lineage_response

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
