from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..models.stage import Stage
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.dataset_reference import DatasetReference
    from ..models.imported_version_request_metrics import ImportedVersionRequestMetrics
    from ..models.imported_version_request_params import ImportedVersionRequestParams
    from ..models.imported_version_request_signature import ImportedVersionRequestSignature
    from ..models.imported_version_request_tags import ImportedVersionRequestTags


T = TypeVar("T", bound="ImportedVersionRequest")


@_attrs_define(repr=False)
class ImportedVersionRequest(Shown):
    artifact_uri: str
    """ Where the artifact lies, such as s3://bucket/key. """
    version: int
    """ Its number there; numbers that are left out are never given. """
    stage: Stage
    """ Where a version stands. """
    created_at: datetime.datetime
    """ When it was registered there. """
    updated_at: datetime.datetime
    """ When it last changed there. """
    run_id: str | Unset = UNSET
    """ The training run this version came from. """
    artifact_digest: str | Unset = UNSET
    """ Digest of the artifact's bytes, `sha256:` and 64 hexadecimal digits. """
    dataset: DatasetReference | Unset = UNSET
    git_commit: str | Unset = UNSET
    """ The commit of the training code, 7 to 64 hexadecimal digits. """
    framework: str | Unset = UNSET
    """ Library the model was made with, and its version. """
    signature: ImportedVersionRequestSignature | Unset = UNSET
    """ Inputs and outputs of the model, as JSON. """
    params: ImportedVersionRequestParams | Unset = UNSET
    """ Training parameters, as JSON. """
    metrics: ImportedVersionRequestMetrics | Unset = UNSET
    """ Training metrics, name to finite number; for information, gates judge by evaluations. """
    description: str | Unset = UNSET
    """ What is special about this version, in Markdown. """
    tags: ImportedVersionRequestTags | Unset = UNSET
    """ Free labels, key to text. """
    source: str | Unset = UNSET
    """ Where MLflow was told that it lies, when that is not the artifact itself. """
    run_link: str | Unset = UNSET
    """ The page of its run. """
    logged_model_id: str | Unset = UNSET
    """ The logged model of MLflow that it was made of. """
    quarantine_reason: str | Unset = UNSET
    """ Why it is barred from promotion and rollback there; it is then barred here, and an import releases none. """
    created_by: str | Unset = UNSET
    """ Who registered it there. """

    def to_dict(self) -> dict[str, Any]:
        artifact_uri = self.artifact_uri

        version = self.version

        stage = self.stage.value

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        run_id = self.run_id

        artifact_digest = self.artifact_digest

        dataset: dict[str, Any] | Unset = UNSET
        if not isinstance(self.dataset, Unset):
            dataset = self.dataset.to_dict()

        git_commit = self.git_commit

        framework = self.framework

        signature: dict[str, Any] | Unset = UNSET
        if not isinstance(self.signature, Unset):
            signature = self.signature.to_dict()

        params: dict[str, Any] | Unset = UNSET
        if not isinstance(self.params, Unset):
            params = self.params.to_dict()

        metrics: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metrics, Unset):
            metrics = self.metrics.to_dict()

        description = self.description

        tags: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags.to_dict()

        source = self.source

        run_link = self.run_link

        logged_model_id = self.logged_model_id

        quarantine_reason = self.quarantine_reason

        created_by = self.created_by

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "artifactUri": artifact_uri,
                "version": version,
                "stage": stage,
                "createdAt": created_at,
                "updatedAt": updated_at,
            }
        )
        if run_id is not UNSET:
            field_dict["runId"] = run_id
        if artifact_digest is not UNSET:
            field_dict["artifactDigest"] = artifact_digest
        if dataset is not UNSET:
            field_dict["dataset"] = dataset
        if git_commit is not UNSET:
            field_dict["gitCommit"] = git_commit
        if framework is not UNSET:
            field_dict["framework"] = framework
        if signature is not UNSET:
            field_dict["signature"] = signature
        if params is not UNSET:
            field_dict["params"] = params
        if metrics is not UNSET:
            field_dict["metrics"] = metrics
        if description is not UNSET:
            field_dict["description"] = description
        if tags is not UNSET:
            field_dict["tags"] = tags
        if source is not UNSET:
            field_dict["source"] = source
        if run_link is not UNSET:
            field_dict["runLink"] = run_link
        if logged_model_id is not UNSET:
            field_dict["loggedModelId"] = logged_model_id
        if quarantine_reason is not UNSET:
            field_dict["quarantineReason"] = quarantine_reason
        if created_by is not UNSET:
            field_dict["createdBy"] = created_by

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dataset_reference import DatasetReference  # noqa: PLC0415
        from ..models.imported_version_request_metrics import ImportedVersionRequestMetrics  # noqa: PLC0415
        from ..models.imported_version_request_params import ImportedVersionRequestParams  # noqa: PLC0415
        from ..models.imported_version_request_signature import ImportedVersionRequestSignature  # noqa: PLC0415
        from ..models.imported_version_request_tags import ImportedVersionRequestTags  # noqa: PLC0415

        d = dict(src_dict)
        artifact_uri = d.pop("artifactUri")

        version = d.pop("version")

        stage = Stage(d.pop("stage"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt").replace("Z", "+00:00"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt").replace("Z", "+00:00"))

        run_id = d.pop("runId", UNSET)

        artifact_digest = d.pop("artifactDigest", UNSET)

        _dataset = d.pop("dataset", UNSET)
        dataset: DatasetReference | Unset
        if isinstance(_dataset, Unset):
            dataset = UNSET
        else:
            dataset = DatasetReference.from_dict(_dataset)

        git_commit = d.pop("gitCommit", UNSET)

        framework = d.pop("framework", UNSET)

        _signature = d.pop("signature", UNSET)
        signature: ImportedVersionRequestSignature | Unset
        if isinstance(_signature, Unset):
            signature = UNSET
        else:
            signature = ImportedVersionRequestSignature.from_dict(_signature)

        _params = d.pop("params", UNSET)
        params: ImportedVersionRequestParams | Unset
        if isinstance(_params, Unset):
            params = UNSET
        else:
            params = ImportedVersionRequestParams.from_dict(_params)

        _metrics = d.pop("metrics", UNSET)
        metrics: ImportedVersionRequestMetrics | Unset
        if isinstance(_metrics, Unset):
            metrics = UNSET
        else:
            metrics = ImportedVersionRequestMetrics.from_dict(_metrics)

        description = d.pop("description", UNSET)

        _tags = d.pop("tags", UNSET)
        tags: ImportedVersionRequestTags | Unset
        if isinstance(_tags, Unset):
            tags = UNSET
        else:
            tags = ImportedVersionRequestTags.from_dict(_tags)

        source = d.pop("source", UNSET)

        run_link = d.pop("runLink", UNSET)

        logged_model_id = d.pop("loggedModelId", UNSET)

        quarantine_reason = d.pop("quarantineReason", UNSET)

        created_by = d.pop("createdBy", UNSET)

        imported_version_request = cls(
            artifact_uri=artifact_uri,
            version=version,
            stage=stage,
            created_at=created_at,
            updated_at=updated_at,
            run_id=run_id,
            artifact_digest=artifact_digest,
            dataset=dataset,
            git_commit=git_commit,
            framework=framework,
            signature=signature,
            params=params,
            metrics=metrics,
            description=description,
            tags=tags,
            source=source,
            run_link=run_link,
            logged_model_id=logged_model_id,
            quarantine_reason=quarantine_reason,
            created_by=created_by,
        )

        return imported_version_request
