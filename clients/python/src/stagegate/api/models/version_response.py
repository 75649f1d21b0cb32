from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..._shown import Shown
from ..models.stage import Stage
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.dataset_reference import DatasetReference
    from ..models.version_import_response import VersionImportResponse
    from ..models.version_response_metrics import VersionResponseMetrics
    from ..models.version_response_params import VersionResponseParams
    from ..models.version_response_signature_type_0 import VersionResponseSignatureType0
    from ..models.version_response_tags import VersionResponseTags
    from ..models.version_run_response import VersionRunResponse


T = TypeVar("T", bound="VersionResponse")


@_attrs_define(repr=False)
class VersionResponse(Shown):
    version: int
    """ Number of the version: 1, 2, 3 and so on, never reused. """
    artifact_digest: None | str
    """ Digest of the artifact's bytes. """
    model: str
    """ Name of the model. """
    stage: Stage
    """ Where a version stands. """
    stage_entered_at: datetime.datetime
    """ When it came to stand there. """
    run_id: None | str
    """ The training run this version came from. """
    artifact_uri: str
    """ Where the artifact lies. """
    dataset: DatasetReference | None
    """ The dataset the version was trained on. """
    git_commit: None | str
    """ The commit of the training code. """
    framework: None | str
    """ Library the model was made with, and its version. """
    signature: None | VersionResponseSignatureType0
    """ Inputs and outputs of the model. """
    params: VersionResponseParams
    """ Training parameters. """
    metrics: VersionResponseMetrics
    """ Training metrics as the registrant reported them. """
    description: str
    """ What is special about this version. """
    tags: VersionResponseTags
    """ Free labels, key to text. """
    aliases: list[str]
    """ Aliases that point at this version, champion included. """
    quarantined: bool
    """ Whether the version is barred from promotion and rollback. """
    quarantine_reason: None | str
    """ Why it is barred; null when it is not. """
    created_at: datetime.datetime
    """ When it was registered. """
    created_by: str
    """ Who registered it. """
    updated_at: datetime.datetime
    """ When description, tags, quarantine or stage last changed. """
    promoted_at: datetime.datetime | None
    """ When it last entered Production; null if never. """
    promoted_by: None | str
    """ Whose call put it there: the last approver's, where approval was needed. """
    promotion_requested_by: None | str
    """ Who asked for it to be put there. """
    promotion_approved_by: list[str]
    """ Who approved it, in the order of their decisions; empty when nobody had to. """
    imported: VersionImportResponse | Unset = UNSET
    run: VersionRunResponse | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.dataset_reference import DatasetReference  # noqa: PLC0415
        from ..models.version_response_signature_type_0 import VersionResponseSignatureType0  # noqa: PLC0415

        version = self.version

        artifact_digest: None | str
        artifact_digest = self.artifact_digest

        model = self.model

        stage = self.stage.value

        stage_entered_at = self.stage_entered_at.isoformat()

        run_id: None | str
        run_id = self.run_id

        artifact_uri = self.artifact_uri

        dataset: dict[str, Any] | None
        if isinstance(self.dataset, DatasetReference):
            dataset = self.dataset.to_dict()
        else:
            dataset = self.dataset

        git_commit: None | str
        git_commit = self.git_commit

        framework: None | str
        framework = self.framework

        signature: dict[str, Any] | None
        if isinstance(self.signature, VersionResponseSignatureType0):
            signature = self.signature.to_dict()
        else:
            signature = self.signature

        params = self.params.to_dict()

        metrics = self.metrics.to_dict()

        description = self.description

        tags = self.tags.to_dict()

        aliases = self.aliases

        quarantined = self.quarantined

        quarantine_reason: None | str
        quarantine_reason = self.quarantine_reason

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        updated_at = self.updated_at.isoformat()

        promoted_at: None | str
        if isinstance(self.promoted_at, datetime.datetime):
            promoted_at = self.promoted_at.isoformat()

        else:
            promoted_at = self.promoted_at

        promoted_by: None | str
        promoted_by = self.promoted_by

        promotion_requested_by: None | str
        promotion_requested_by = self.promotion_requested_by

        promotion_approved_by = self.promotion_approved_by

        imported: dict[str, Any] | Unset = UNSET
        if not isinstance(self.imported, Unset):
            imported = self.imported.to_dict()

        run: dict[str, Any] | Unset = UNSET
        if not isinstance(self.run, Unset):
            run = self.run.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "artifactDigest": artifact_digest,
                "model": model,
                "stage": stage,
                "stageEnteredAt": stage_entered_at,
                "runId": run_id,
                "artifactUri": artifact_uri,
                "dataset": dataset,
                "gitCommit": git_commit,
                "framework": framework,
                "signature": signature,
                "params": params,
                "metrics": metrics,
                "description": description,
                "tags": tags,
                "aliases": aliases,
                "quarantined": quarantined,
                "quarantineReason": quarantine_reason,
                "createdAt": created_at,
                "createdBy": created_by,
                "updatedAt": updated_at,
                "promotedAt": promoted_at,
                "promotedBy": promoted_by,
                "promotionRequestedBy": promotion_requested_by,
                "promotionApprovedBy": promotion_approved_by,
            }
        )
        if imported is not UNSET:
            field_dict["imported"] = imported
        if run is not UNSET:
            field_dict["run"] = run

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dataset_reference import DatasetReference  # noqa: PLC0415
        from ..models.version_import_response import VersionImportResponse  # noqa: PLC0415
        from ..models.version_response_metrics import VersionResponseMetrics  # noqa: PLC0415
        from ..models.version_response_params import VersionResponseParams  # noqa: PLC0415
        from ..models.version_response_signature_type_0 import VersionResponseSignatureType0  # noqa: PLC0415
        from ..models.version_response_tags import VersionResponseTags  # noqa: PLC0415
        from ..models.version_run_response import VersionRunResponse  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        def _parse_artifact_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        artifact_digest = _parse_artifact_digest(d.pop("artifactDigest"))

        model = d.pop("model")

        stage = Stage(d.pop("stage"))

        stage_entered_at = datetime.datetime.fromisoformat(d.pop("stageEnteredAt").replace("Z", "+00:00"))

        def _parse_run_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        run_id = _parse_run_id(d.pop("runId"))

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

        def _parse_signature(data: object) -> None | VersionResponseSignatureType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                signature_type_0 = VersionResponseSignatureType0.from_dict(data)

                return signature_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | VersionResponseSignatureType0, data)

        signature = _parse_signature(d.pop("signature"))

        params = VersionResponseParams.from_dict(d.pop("params"))

        metrics = VersionResponseMetrics.from_dict(d.pop("metrics"))

        description = d.pop("description")

        tags = VersionResponseTags.from_dict(d.pop("tags"))

        aliases = cast(list[str], d.pop("aliases"))

        quarantined = d.pop("quarantined")

        def _parse_quarantine_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        quarantine_reason = _parse_quarantine_reason(d.pop("quarantineReason"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        created_by = d.pop("createdBy")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt").replace("Z", "+00:00"))

        def _parse_promoted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                promoted_at_type_0 = datetime.datetime.fromisoformat(data.replace("Z", "+00:00"))

                return promoted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        promoted_at = _parse_promoted_at(d.pop("promotedAt"))

        def _parse_promoted_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        promoted_by = _parse_promoted_by(d.pop("promotedBy"))

        def _parse_promotion_requested_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        promotion_requested_by = _parse_promotion_requested_by(d.pop("promotionRequestedBy"))

        promotion_approved_by = cast(list[str], d.pop("promotionApprovedBy"))

        _imported = d.pop("imported", UNSET)
        imported: VersionImportResponse | Unset
        if isinstance(_imported, Unset):
            imported = UNSET
        else:
            imported = VersionImportResponse.from_dict(_imported)

        _run = d.pop("run", UNSET)
        run: VersionRunResponse | Unset
        if isinstance(_run, Unset):
            run = UNSET
        else:
            run = VersionRunResponse.from_dict(_run)

        version_response = cls(
            version=version,
            artifact_digest=artifact_digest,
            model=model,
            stage=stage,
            stage_entered_at=stage_entered_at,
            run_id=run_id,
            artifact_uri=artifact_uri,
            dataset=dataset,
            git_commit=git_commit,
            framework=framework,
            signature=signature,
            params=params,
            metrics=metrics,
            description=description,
            tags=tags,
            aliases=aliases,
            quarantined=quarantined,
            quarantine_reason=quarantine_reason,
            created_at=created_at,
            created_by=created_by,
            updated_at=updated_at,
            promoted_at=promoted_at,
            promoted_by=promoted_by,
            promotion_requested_by=promotion_requested_by,
            promotion_approved_by=promotion_approved_by,
            imported=imported,
            run=run,
        )

        version_response.additional_properties = d
        return version_response

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
