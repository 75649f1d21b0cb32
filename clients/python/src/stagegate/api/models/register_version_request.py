from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..._shown import Shown
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.dataset_reference import DatasetReference
    from ..models.register_version_request_metrics import RegisterVersionRequestMetrics
    from ..models.register_version_request_params import RegisterVersionRequestParams
    from ..models.register_version_request_signature import RegisterVersionRequestSignature
    from ..models.register_version_request_tags import RegisterVersionRequestTags


T = TypeVar("T", bound="RegisterVersionRequest")


@_attrs_define(repr=False)
class RegisterVersionRequest(Shown):
    artifact_uri: str
    """ Where the artifact lies, such as s3://bucket/key. """
    run_id: str | Unset = UNSET
    """ The training run this version came from. """
    artifact_digest: str | Unset = UNSET
    """ Digest of the artifact's bytes, `sha256:` and 64 hexadecimal digits. """
    dataset: DatasetReference | Unset = UNSET
    git_commit: str | Unset = UNSET
    """ The commit of the training code, 7 to 64 hexadecimal digits. """
    framework: str | Unset = UNSET
    """ Library the model was made with, and its version. """
    signature: RegisterVersionRequestSignature | Unset = UNSET
    """ Inputs and outputs of the model, as JSON. """
    params: RegisterVersionRequestParams | Unset = UNSET
    """ Training parameters, as JSON. """
    metrics: RegisterVersionRequestMetrics | Unset = UNSET
    """ Training metrics, name to finite number; for information, gates judge by evaluations. """
    description: str | Unset = UNSET
    """ What is special about this version, in Markdown. """
    tags: RegisterVersionRequestTags | Unset = UNSET
    """ Free labels, key to text. """

    def to_dict(self) -> dict[str, Any]:
        artifact_uri = self.artifact_uri

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

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "artifactUri": artifact_uri,
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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dataset_reference import DatasetReference  # noqa: PLC0415
        from ..models.register_version_request_metrics import RegisterVersionRequestMetrics  # noqa: PLC0415
        from ..models.register_version_request_params import RegisterVersionRequestParams  # noqa: PLC0415
        from ..models.register_version_request_signature import RegisterVersionRequestSignature  # noqa: PLC0415
        from ..models.register_version_request_tags import RegisterVersionRequestTags  # noqa: PLC0415

        d = dict(src_dict)
        artifact_uri = d.pop("artifactUri")

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
        signature: RegisterVersionRequestSignature | Unset
        if isinstance(_signature, Unset):
            signature = UNSET
        else:
            signature = RegisterVersionRequestSignature.from_dict(_signature)

        _params = d.pop("params", UNSET)
        params: RegisterVersionRequestParams | Unset
        if isinstance(_params, Unset):
            params = UNSET
        else:
            params = RegisterVersionRequestParams.from_dict(_params)

        _metrics = d.pop("metrics", UNSET)
        metrics: RegisterVersionRequestMetrics | Unset
        if isinstance(_metrics, Unset):
            metrics = UNSET
        else:
            metrics = RegisterVersionRequestMetrics.from_dict(_metrics)

        description = d.pop("description", UNSET)

        _tags = d.pop("tags", UNSET)
        tags: RegisterVersionRequestTags | Unset
        if isinstance(_tags, Unset):
            tags = UNSET
        else:
            tags = RegisterVersionRequestTags.from_dict(_tags)

        register_version_request = cls(
            artifact_uri=artifact_uri,
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
        )

        return register_version_request
