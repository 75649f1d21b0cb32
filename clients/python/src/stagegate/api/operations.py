"""One method per operation of the API, for use without and with asyncio."""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from .._call import Call, no_content, segment, to_json
from .models.alias_response import AliasResponse
from .models.audit_event_page import AuditEventPage
from .models.audit_order import AuditOrder
from .models.audit_verification_response import AuditVerificationResponse
from .models.back_test_job_response import BackTestJobResponse
from .models.back_test_request import BackTestRequest
from .models.back_test_response import BackTestResponse
from .models.check_gates_request import CheckGatesRequest
from .models.comparison_response import ComparisonResponse
from .models.create_model_request import CreateModelRequest
from .models.dataset_version_page import DatasetVersionPage
from .models.dataset_version_response import DatasetVersionResponse
from .models.decide_transition_request import DecideTransitionRequest
from .models.effective_gate_policy_response import EffectiveGatePolicyResponse
from .models.evaluate_stored_predictions_request import EvaluateStoredPredictionsRequest
from .models.evaluation_page import EvaluationPage
from .models.evaluation_response import EvaluationResponse
from .models.evidence_inclusion import EvidenceInclusion
from .models.gate_policy_document import GatePolicyDocument
from .models.gate_policy_page import GatePolicyPage
from .models.gate_policy_response import GatePolicyResponse
from .models.gate_report_response import GateReportResponse
from .models.history_page import HistoryPage
from .models.issue_token_request import IssueTokenRequest
from .models.issued_token_response import IssuedTokenResponse
from .models.me_response import MeResponse
from .models.model_page import ModelPage
from .models.model_response import ModelResponse
from .models.prediction_job_page import PredictionJobPage
from .models.prediction_job_response import PredictionJobResponse
from .models.prediction_job_status import PredictionJobStatus
from .models.quarantine_request import QuarantineRequest
from .models.register_dataset_request import RegisterDatasetRequest
from .models.register_version_request import RegisterVersionRequest
from .models.release_request import ReleaseRequest
from .models.rename_model_request import RenameModelRequest
from .models.replayed_gate_report_response import ReplayedGateReportResponse
from .models.request_transition_request import RequestTransitionRequest
from .models.requested_transition_response import RequestedTransitionResponse
from .models.rollback_request import RollbackRequest
from .models.set_alias_request import SetAliasRequest
from .models.stage import Stage
from .models.staged_version_response import StagedVersionResponse
from .models.start_back_test_request import StartBackTestRequest
from .models.submit_evaluation_request import SubmitEvaluationRequest
from .models.submit_predictions_request import SubmitPredictionsRequest
from .models.token_page import TokenPage
from .models.transition_kind import TransitionKind
from .models.transition_page import TransitionPage
from .models.transition_response import TransitionResponse
from .models.transition_status import TransitionStatus
from .models.update_model_request import UpdateModelRequest
from .models.update_version_request import UpdateVersionRequest
from .models.verification_progress_response import VerificationProgressResponse
from .models.version_page import VersionPage
from .models.version_response import VersionResponse
from .types import UNSET, Unset

T = TypeVar("T")


def _list_audit_events(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    actor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    model: str | Unset = UNSET,
    model_id: UUID | Unset = UNSET,
    version: int | Unset = UNSET,
    request_id: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    sort: AuditOrder | Unset = UNSET,
) -> Call[AuditEventPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["actor"] = actor

    params["action"] = action

    params["model"] = model

    json_model_id: str | Unset = UNSET
    if not isinstance(model_id, Unset):
        json_model_id = str(model_id)
    params["modelId"] = json_model_id

    params["version"] = version

    params["requestId"] = request_id

    json_from_: str | Unset = from_.isoformat() if not isinstance(from_, Unset) else UNSET

    params["from"] = json_from_

    json_to: str | Unset = to.isoformat() if not isinstance(to, Unset) else UNSET

    params["to"] = json_to

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort.value

    params["sort"] = json_sort

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/audit-events",
        {
            200: AuditEventPage.from_dict,
        },
        params=params,
    )


def _verify_audit_events(
    *,
    from_: int | Unset = UNSET,
    to: int | Unset = UNSET,
) -> Call[AuditVerificationResponse]:

    params: dict[str, Any] = {}

    params["from"] = from_

    params["to"] = to

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/audit-events/verification",
        {
            200: AuditVerificationResponse.from_dict,
        },
        params=params,
    )


def _get_verification_progress() -> Call[VerificationProgressResponse]:

    return Call(
        "GET",
        "/api/v1/audit-events/verification/progress",
        {
            200: VerificationProgressResponse.from_dict,
        },
    )


def _list_datasets(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
    name: str | Unset = UNSET,
) -> Call[DatasetVersionPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["sort"] = sort

    params["name"] = name

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/datasets",
        {
            200: DatasetVersionPage.from_dict,
        },
        params=params,
    )


def _register_dataset(
    body: RegisterDatasetRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[DatasetVersionResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/datasets",
        {
            201: DatasetVersionResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _get_dataset(
    id: UUID,
) -> Call[DatasetVersionResponse]:

    return Call(
        "GET",
        "/api/v1/datasets/{id}".format(
            id=segment("id", id),
        ),
        {
            200: DatasetVersionResponse.from_dict,
        },
    )


def _get_evaluation(
    id: UUID,
) -> Call[EvaluationResponse]:

    return Call(
        "GET",
        "/api/v1/evaluations/{id}".format(
            id=segment("id", id),
        ),
        {
            200: EvaluationResponse.from_dict,
        },
    )


def _list_evaluations(
    model: str,
    version: int,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
    include: EvidenceInclusion | Unset = UNSET,
) -> Call[EvaluationPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["sort"] = sort

    json_include: str | Unset = UNSET
    if not isinstance(include, Unset):
        json_include = include.value

    params["include"] = json_include

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/models/{model}/versions/{version}/evaluations".format(
            model=segment("model", model),
            version=segment("version", version),
        ),
        {
            200: EvaluationPage.from_dict,
        },
        params=params,
    )


def _submit_evaluation(
    model: str,
    version: int,
    body: SubmitEvaluationRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[EvaluationResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/models/{model}/versions/{version}/evaluations".format(
            model=segment("model", model),
            version=segment("version", version),
        ),
        {
            201: EvaluationResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _get_default_gate_policy() -> Call[EffectiveGatePolicyResponse]:

    return Call(
        "GET",
        "/api/v1/gate-policy",
        {
            200: EffectiveGatePolicyResponse.from_dict,
        },
    )


def _set_default_gate_policy(
    body: GatePolicyDocument | Mapping[str, Any],
    *,
    if_match: str | Unset = UNSET,
) -> Call[EffectiveGatePolicyResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    return Call(
        "PUT",
        "/api/v1/gate-policy",
        {
            200: EffectiveGatePolicyResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _list_default_gate_policy_revisions(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
) -> Call[GatePolicyPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["sort"] = sort

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/gate-policy/revisions",
        {
            200: GatePolicyPage.from_dict,
        },
        params=params,
    )


def _get_default_gate_policy_revision(
    revision: int,
) -> Call[GatePolicyResponse]:

    return Call(
        "GET",
        "/api/v1/gate-policy/revisions/{revision}".format(
            revision=segment("revision", revision),
        ),
        {
            200: GatePolicyResponse.from_dict,
        },
    )


def _get_gate_policy(
    model: str,
) -> Call[EffectiveGatePolicyResponse]:

    return Call(
        "GET",
        "/api/v1/models/{model}/gate-policy".format(
            model=segment("model", model),
        ),
        {
            200: EffectiveGatePolicyResponse.from_dict,
        },
    )


def _set_gate_policy(
    model: str,
    body: GatePolicyDocument | Mapping[str, Any],
    *,
    if_match: str | Unset = UNSET,
) -> Call[EffectiveGatePolicyResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    return Call(
        "PUT",
        "/api/v1/models/{model}/gate-policy".format(
            model=segment("model", model),
        ),
        {
            200: EffectiveGatePolicyResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _list_gate_policy_revisions(
    model: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
) -> Call[GatePolicyPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["sort"] = sort

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/models/{model}/gate-policy/revisions".format(
            model=segment("model", model),
        ),
        {
            200: GatePolicyPage.from_dict,
        },
        params=params,
    )


def _get_gate_policy_revision(
    model: str,
    revision: int,
) -> Call[GatePolicyResponse]:

    return Call(
        "GET",
        "/api/v1/models/{model}/gate-policy/revisions/{revision}".format(
            model=segment("model", model),
            revision=segment("revision", revision),
        ),
        {
            200: GatePolicyResponse.from_dict,
        },
    )


def _start_back_test(
    body: StartBackTestRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[BackTestJobResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/gate-policy/back-test-jobs",
        {
            202: BackTestJobResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _get_back_test(
    id: UUID,
) -> Call[BackTestJobResponse]:

    return Call(
        "GET",
        "/api/v1/gate-policy/back-test-jobs/{id}".format(
            id=segment("id", id),
        ),
        {
            200: BackTestJobResponse.from_dict,
        },
    )


def _cancel_back_test(
    id: UUID,
) -> Call[None]:

    return Call(
        "DELETE",
        "/api/v1/gate-policy/back-test-jobs/{id}".format(
            id=segment("id", id),
        ),
        {
            204: no_content,
        },
    )


def _back_test_gate_policy(
    body: BackTestRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[BackTestResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/gate-policy/back-tests",
        {
            200: BackTestResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _get_gate_report(
    id: UUID,
) -> Call[GateReportResponse]:

    return Call(
        "GET",
        "/api/v1/gate-reports/{id}".format(
            id=segment("id", id),
        ),
        {
            200: GateReportResponse.from_dict,
        },
    )


def _replay_gate_report(
    id: UUID,
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[ReplayedGateReportResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/gate-reports/{id}/replay".format(
            id=segment("id", id),
        ),
        {
            200: ReplayedGateReportResponse.from_dict,
        },
        headers=headers,
    )


def _compare_versions(
    model: str,
    *,
    challenger: int,
    incumbent: int | Unset = UNSET,
    dataset: str | Unset = UNSET,
    metric: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Call[ComparisonResponse]:

    params: dict[str, Any] = {}

    params["challenger"] = challenger

    params["incumbent"] = incumbent

    params["dataset"] = dataset

    params["metric"] = metric

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/models/{model}/comparison".format(
            model=segment("model", model),
        ),
        {
            200: ComparisonResponse.from_dict,
        },
        params=params,
    )


def _check_gates(
    model: str,
    version: int,
    body: CheckGatesRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[GateReportResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/models/{model}/versions/{version}/gate-checks".format(
            model=segment("model", model),
            version=segment("version", version),
        ),
        {
            200: GateReportResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _get_me() -> Call[MeResponse]:

    return Call(
        "GET",
        "/api/v1/me",
        {
            200: MeResponse.from_dict,
        },
    )


def _list_tokens(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
    subject: str | Unset = UNSET,
) -> Call[TokenPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["sort"] = sort

    params["subject"] = subject

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/tokens",
        {
            200: TokenPage.from_dict,
        },
        params=params,
    )


def _issue_token(
    body: IssueTokenRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[IssuedTokenResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/tokens",
        {
            201: IssuedTokenResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _revoke_token(
    id: UUID,
) -> Call[None]:

    return Call(
        "DELETE",
        "/api/v1/tokens/{id}".format(
            id=segment("id", id),
        ),
        {
            204: no_content,
        },
    )


def _list_models(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
    stage: Stage | Unset = UNSET,
) -> Call[ModelPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["sort"] = sort

    json_stage: str | Unset = UNSET
    if not isinstance(stage, Unset):
        json_stage = stage.value

    params["stage"] = json_stage

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/models",
        {
            200: ModelPage.from_dict,
        },
        params=params,
    )


def _create_model(
    body: CreateModelRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[ModelResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/models",
        {
            201: ModelResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _get_model(
    model: str,
) -> Call[ModelResponse]:

    return Call(
        "GET",
        "/api/v1/models/{model}".format(
            model=segment("model", model),
        ),
        {
            200: ModelResponse.from_dict,
        },
    )


def _delete_model(
    model: str,
    *,
    if_match: str | Unset = UNSET,
) -> Call[None]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    return Call(
        "DELETE",
        "/api/v1/models/{model}".format(
            model=segment("model", model),
        ),
        {
            204: no_content,
        },
        headers=headers,
    )


def _update_model(
    model: str,
    body: UpdateModelRequest | Mapping[str, Any],
    *,
    if_match: str | Unset = UNSET,
) -> Call[ModelResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    return Call(
        "PATCH",
        "/api/v1/models/{model}".format(
            model=segment("model", model),
        ),
        {
            200: ModelResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _rename_model(
    model: str,
    body: RenameModelRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[ModelResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/models/{model}/rename".format(
            model=segment("model", model),
        ),
        {
            200: ModelResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _get_alias(
    model: str,
    alias: str,
) -> Call[AliasResponse]:

    return Call(
        "GET",
        "/api/v1/models/{model}/aliases/{alias}".format(
            model=segment("model", model),
            alias=segment("alias", alias),
        ),
        {
            200: AliasResponse.from_dict,
        },
    )


def _set_alias(
    model: str,
    alias: str,
    body: SetAliasRequest | Mapping[str, Any],
    *,
    if_match: str | Unset = UNSET,
) -> Call[AliasResponse | RequestedTransitionResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    return Call(
        "PUT",
        "/api/v1/models/{model}/aliases/{alias}".format(
            model=segment("model", model),
            alias=segment("alias", alias),
        ),
        {
            200: AliasResponse.from_dict,
            201: RequestedTransitionResponse.from_dict,
            202: RequestedTransitionResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _delete_alias(
    model: str,
    alias: str,
    *,
    if_match: str | Unset = UNSET,
) -> Call[None]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    return Call(
        "DELETE",
        "/api/v1/models/{model}/aliases/{alias}".format(
            model=segment("model", model),
            alias=segment("alias", alias),
        ),
        {
            204: no_content,
        },
        headers=headers,
    )


def _list_model_history(
    model: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
) -> Call[HistoryPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["sort"] = sort

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/models/{model}/history".format(
            model=segment("model", model),
        ),
        {
            200: HistoryPage.from_dict,
        },
        params=params,
    )


def _rollback_model(
    model: str,
    body: RollbackRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[RequestedTransitionResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/models/{model}/rollback".format(
            model=segment("model", model),
        ),
        {
            201: RequestedTransitionResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _list_model_transitions(
    model: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
    status: TransitionStatus | Unset = UNSET,
    kind: TransitionKind | Unset = UNSET,
    version: int | Unset = UNSET,
) -> Call[TransitionPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["sort"] = sort

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    params["version"] = version

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/models/{model}/transitions".format(
            model=segment("model", model),
        ),
        {
            200: TransitionPage.from_dict,
        },
        params=params,
    )


def _request_transition(
    model: str,
    version: int,
    body: RequestTransitionRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[RequestedTransitionResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/models/{model}/versions/{version}/transitions".format(
            model=segment("model", model),
            version=segment("version", version),
        ),
        {
            201: RequestedTransitionResponse.from_dict,
            202: RequestedTransitionResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _list_transitions(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
    status: TransitionStatus | Unset = UNSET,
    kind: TransitionKind | Unset = UNSET,
    version: int | Unset = UNSET,
) -> Call[TransitionPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["sort"] = sort

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    params["version"] = version

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/transitions",
        {
            200: TransitionPage.from_dict,
        },
        params=params,
    )


def _get_transition(
    id: UUID,
) -> Call[TransitionResponse]:

    return Call(
        "GET",
        "/api/v1/transitions/{id}".format(
            id=segment("id", id),
        ),
        {
            200: TransitionResponse.from_dict,
        },
    )


def _decide_transition(
    id: UUID,
    body: DecideTransitionRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[TransitionResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/transitions/{id}/approvals".format(
            id=segment("id", id),
        ),
        {
            201: TransitionResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _cancel_transition(
    id: UUID,
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[TransitionResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/transitions/{id}/cancel".format(
            id=segment("id", id),
        ),
        {
            200: TransitionResponse.from_dict,
        },
        headers=headers,
    )


def _get_stage(
    model: str,
    stage: Stage,
    *,
    at: datetime.datetime | Unset = UNSET,
) -> Call[StagedVersionResponse]:

    params: dict[str, Any] = {}

    json_at: str | Unset = at.isoformat() if not isinstance(at, Unset) else UNSET

    params["at"] = json_at

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/models/{model}/stages/{stage}".format(
            model=segment("model", model),
            stage=segment("stage", stage),
        ),
        {
            200: StagedVersionResponse.from_dict,
        },
        params=params,
    )


def _list_versions(
    model: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
    stage: Stage | Unset = UNSET,
) -> Call[VersionPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["sort"] = sort

    json_stage: str | Unset = UNSET
    if not isinstance(stage, Unset):
        json_stage = stage.value

    params["stage"] = json_stage

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/models/{model}/versions".format(
            model=segment("model", model),
        ),
        {
            200: VersionPage.from_dict,
        },
        params=params,
    )


def _register_version(
    model: str,
    body: RegisterVersionRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[VersionResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/models/{model}/versions".format(
            model=segment("model", model),
        ),
        {
            201: VersionResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _get_version(
    model: str,
    version: int,
) -> Call[VersionResponse]:

    return Call(
        "GET",
        "/api/v1/models/{model}/versions/{version}".format(
            model=segment("model", model),
            version=segment("version", version),
        ),
        {
            200: VersionResponse.from_dict,
        },
    )


def _delete_version(
    model: str,
    version: int,
    *,
    if_match: str | Unset = UNSET,
) -> Call[None]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    return Call(
        "DELETE",
        "/api/v1/models/{model}/versions/{version}".format(
            model=segment("model", model),
            version=segment("version", version),
        ),
        {
            204: no_content,
        },
        headers=headers,
    )


def _update_version(
    model: str,
    version: int,
    body: UpdateVersionRequest | Mapping[str, Any],
    *,
    if_match: str | Unset = UNSET,
) -> Call[VersionResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    return Call(
        "PATCH",
        "/api/v1/models/{model}/versions/{version}".format(
            model=segment("model", model),
            version=segment("version", version),
        ),
        {
            200: VersionResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _quarantine_version(
    model: str,
    version: int,
    body: QuarantineRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[VersionResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/models/{model}/versions/{version}/quarantine".format(
            model=segment("model", model),
            version=segment("version", version),
        ),
        {
            200: VersionResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _release_version(
    model: str,
    version: int,
    body: ReleaseRequest | Mapping[str, Any],
    *,
    if_match: str | Unset = UNSET,
) -> Call[VersionResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    return Call(
        "DELETE",
        "/api/v1/models/{model}/versions/{version}/quarantine".format(
            model=segment("model", model),
            version=segment("version", version),
        ),
        {
            200: VersionResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _submit_predictions(
    model: str,
    version: int,
    body: SubmitPredictionsRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[PredictionJobResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/models/{model}/versions/{version}/evaluations/from-predictions".format(
            model=segment("model", model),
            version=segment("version", version),
        ),
        {
            202: PredictionJobResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _evaluate_stored_predictions(
    model: str,
    version: int,
    body: EvaluateStoredPredictionsRequest | Mapping[str, Any],
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[PredictionJobResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/models/{model}/versions/{version}/evaluations/from-stored-predictions".format(
            model=segment("model", model),
            version=segment("version", version),
        ),
        {
            202: PredictionJobResponse.from_dict,
        },
        headers=headers,
        json=to_json(body),
    )


def _list_prediction_jobs(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    filter_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
    model: str | Unset = UNSET,
    version: int | Unset = UNSET,
    status: PredictionJobStatus | Unset = UNSET,
) -> Call[PredictionJobPage]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["filter"] = filter_

    params["sort"] = sort

    params["model"] = model

    params["version"] = version

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    return Call(
        "GET",
        "/api/v1/prediction-jobs",
        {
            200: PredictionJobPage.from_dict,
        },
        params=params,
    )


def _get_prediction_job(
    id: UUID,
) -> Call[PredictionJobResponse]:

    return Call(
        "GET",
        "/api/v1/prediction-jobs/{id}".format(
            id=segment("id", id),
        ),
        {
            200: PredictionJobResponse.from_dict,
        },
    )


def _cancel_prediction_job(
    id: UUID,
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[PredictionJobResponse]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    return Call(
        "POST",
        "/api/v1/prediction-jobs/{id}/cancel".format(
            id=segment("id", id),
        ),
        {
            200: PredictionJobResponse.from_dict,
        },
        headers=headers,
    )


class Operations(ABC):
    """The operations as methods that return when the answer is there."""

    @abstractmethod
    def _send(self, call: Call[T]) -> T: ...

    def list_audit_events(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        actor: str | Unset = UNSET,
        action: str | Unset = UNSET,
        model: str | Unset = UNSET,
        model_id: UUID | Unset = UNSET,
        version: int | Unset = UNSET,
        request_id: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        sort: AuditOrder | Unset = UNSET,
    ) -> AuditEventPage:
        """Lists audit events, newest first unless asked otherwise. Roles that may: viewer, contributor,
        approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is
        none."""
        return self._send(
            _list_audit_events(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                actor=actor,
                action=action,
                model=model,
                model_id=model_id,
                version=version,
                request_id=request_id,
                from_=from_,
                to=to,
                sort=sort,
            )
        )

    def verify_audit_events(
        self,
        *,
        from_: int | Unset = UNSET,
        to: int | Unset = UNSET,
    ) -> AuditVerificationResponse:
        """Verifies every chain of the record, and every object that its events tell of, and names the first of
        each that does not fit. Callers share one walk; an answer that takes long is preceded by blanks,
        which keep the connection open. Roles that may: viewer, contributor, approver, admin."""
        return self._send(
            _verify_audit_events(
                from_=from_,
                to=to,
            )
        )

    def get_verification_progress(
        self,
    ) -> VerificationProgressResponse:
        """Says how far the verification is that runs in the process that answers, whoever asked for it. Roles
        that may: viewer, contributor, approver, admin."""
        return self._send(_get_verification_progress())

    def list_datasets(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        name: str | Unset = UNSET,
    ) -> DatasetVersionPage:
        """Lists registered dataset versions, newest first. Roles that may: viewer, contributor, approver,
        admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none."""
        return self._send(
            _list_datasets(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                name=name,
            )
        )

    def register_dataset(
        self,
        body: RegisterDatasetRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> DatasetVersionResponse:
        """Registers a dataset version with its slice inventory, so that gates notice a slice that is missing
        from every evaluation. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent
        again without a second effect."""
        return self._send(
            _register_dataset(
                body,
                idempotency_key=idempotency_key,
            )
        )

    def get_dataset(
        self,
        id: UUID,
    ) -> DatasetVersionResponse:
        """Answers one registered dataset version. Roles that may: viewer, contributor, approver, admin."""
        return self._send(
            _get_dataset(
                id,
            )
        )

    def get_evaluation(
        self,
        id: UUID,
    ) -> EvaluationResponse:
        """Answers one evaluation with its metrics and paired evidence. Roles that may: viewer, contributor,
        approver, admin."""
        return self._send(
            _get_evaluation(
                id,
            )
        )

    def list_evaluations(
        self,
        model: str,
        version: int,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        include: EvidenceInclusion | Unset = UNSET,
    ) -> EvaluationPage:
        """Lists the evaluations of a version, newest first; a page of large ones holds fewer than `limit`.
        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or
        the header `Link`, until there is none."""
        return self._send(
            _list_evaluations(
                model,
                version,
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                include=include,
            )
        )

    def submit_evaluation(
        self,
        model: str,
        version: int,
        body: SubmitEvaluationRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> EvaluationResponse:
        """Submits what a version measured on a dataset version, overall and per slice; evidence is immutable.
        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second
        effect."""
        return self._send(
            _submit_evaluation(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    def get_default_gate_policy(
        self,
    ) -> EffectiveGatePolicyResponse:
        """Answers the registry's default policy, or the built-in one when none was set. Roles that may:
        viewer, contributor, approver, admin."""
        return self._send(_get_default_gate_policy())

    def set_default_gate_policy(
        self,
        body: GatePolicyDocument | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> EffectiveGatePolicyResponse:
        """Sets the registry's default policy, which holds for models without one of their own. Roles that may:
        admin."""
        return self._send(
            _set_default_gate_policy(
                body,
                if_match=if_match,
            )
        )

    def list_default_gate_policy_revisions(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
    ) -> GatePolicyPage:
        """Lists the revisions of the registry's default policy, newest first. Roles that may: viewer,
        contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until
        there is none."""
        return self._send(
            _list_default_gate_policy_revisions(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
            )
        )

    def get_default_gate_policy_revision(
        self,
        revision: int,
    ) -> GatePolicyResponse:
        """Answers one revision of the registry's default policy. Roles that may: viewer, contributor,
        approver, admin."""
        return self._send(
            _get_default_gate_policy_revision(
                revision,
            )
        )

    def get_gate_policy(
        self,
        model: str,
    ) -> EffectiveGatePolicyResponse:
        """Answers the policy that holds for a model: the registry's default and its own composed, or the
        built-in one. Roles that may: viewer, contributor, approver, admin."""
        return self._send(
            _get_gate_policy(
                model,
            )
        )

    def set_gate_policy(
        self,
        model: str,
        body: GatePolicyDocument | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> EffectiveGatePolicyResponse:
        """Sets the gate policy of a model: makes a new immutable revision. It may only tighten what the
        registry's default asks for. Roles that may: admin."""
        return self._send(
            _set_gate_policy(
                model,
                body,
                if_match=if_match,
            )
        )

    def list_gate_policy_revisions(
        self,
        model: str,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
    ) -> GatePolicyPage:
        """Lists the revisions of a model's own policy, newest first. Roles that may: viewer, contributor,
        approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is
        none."""
        return self._send(
            _list_gate_policy_revisions(
                model,
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
            )
        )

    def get_gate_policy_revision(
        self,
        model: str,
        revision: int,
    ) -> GatePolicyResponse:
        """Answers one revision of a model's own policy. Roles that may: viewer, contributor, approver, admin."""
        return self._send(
            _get_gate_policy_revision(
                model,
                revision,
            )
        )

    def start_back_test(
        self,
        body: StartBackTestRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> BackTestJobResponse:
        """Starts judging all recorded promotions to Production, and all that is live, by a draft policy;
        changes nothing. It runs apart from the request, one in the registry at a time. Roles that may:
        contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect."""
        return self._send(
            _start_back_test(
                body,
                idempotency_key=idempotency_key,
            )
        )

    def get_back_test(
        self,
        id: UUID,
    ) -> BackTestJobResponse:
        """Answers how far a back-test over everything is, or what it found. Roles that may: contributor,
        admin."""
        return self._send(
            _get_back_test(
                id,
            )
        )

    def cancel_back_test(
        self,
        id: UUID,
    ) -> None:
        """Ends a back-test over everything that is queued or under way; what one that has ended found stays.
        Roles that may: contributor, admin."""
        return self._send(
            _cancel_back_test(
                id,
            )
        )

    def back_test_gate_policy(
        self,
        body: BackTestRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> BackTestResponse:
        """Judges the recorded promotions of one or all models by a draft policy and says which it would have
        refused or let through. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent
        again without a second effect."""
        return self._send(
            _back_test_gate_policy(
                body,
                idempotency_key=idempotency_key,
            )
        )

    def get_gate_report(
        self,
        id: UUID,
    ) -> GateReportResponse:
        """Answers a stored gate report, as it was when a transition was judged by it. With `Accept:
        text/markdown` it is Markdown. Roles that may: viewer, contributor, approver, admin."""
        return self._send(
            _get_gate_report(
                id,
            )
        )

    def replay_gate_report(
        self,
        id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> ReplayedGateReportResponse:
        """Judges the evidence of a stored gate report again by the same policy revisions; the answer equals
        the stored report, or is 409 and leaves an audit event. Roles that may: viewer, contributor,
        approver, admin. With an `Idempotency-Key` it can be sent again without a second effect."""
        return self._send(
            _replay_gate_report(
                id,
                idempotency_key=idempotency_key,
            )
        )

    def compare_versions(
        self,
        model: str,
        *,
        challenger: int,
        incumbent: int | Unset = UNSET,
        dataset: str | Unset = UNSET,
        metric: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
    ) -> ComparisonResponse:
        """Compares two versions on the same data: every metric on every slice with both values, delta and 95 %
        interval, worst first. Roles that may: viewer, contributor, approver, admin. Answers page by page:
        follow `nextCursor`, or the header `Link`, until there is none."""
        return self._send(
            _compare_versions(
                model,
                challenger=challenger,
                incumbent=incumbent,
                dataset=dataset,
                metric=metric,
                limit=limit,
                cursor=cursor,
            )
        )

    def check_gates(
        self,
        model: str,
        version: int,
        body: CheckGatesRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> GateReportResponse:
        """Judges a version by the gates of a stage and moves nothing; what a CI job runs on a pull request.
        Evidence about the incumbent that is lacking is computed from kept predictions; `reEvaluations` says
        where that stands, and `Retry-After` when to ask again. With `Accept: text/markdown` the report is
        Markdown. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without
        a second effect."""
        return self._send(
            _check_gates(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    def get_me(
        self,
    ) -> MeResponse:
        """Answers who the caller is and what it may do. Roles that may: viewer, contributor, approver, admin."""
        return self._send(_get_me())

    def list_tokens(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        subject: str | Unset = UNSET,
    ) -> TokenPage:
        """Lists the tokens that were issued, newest first, revoked and expired ones included. Roles that may:
        admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none."""
        return self._send(
            _list_tokens(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                subject=subject,
            )
        )

    def issue_token(
        self,
        body: IssueTokenRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> IssuedTokenResponse:
        """Issues a token. The answer is the only place that ever shows it. Roles that may: admin. With an
        `Idempotency-Key` it can be sent again without a second effect."""
        return self._send(
            _issue_token(
                body,
                idempotency_key=idempotency_key,
            )
        )

    def revoke_token(
        self,
        id: UUID,
    ) -> None:
        """Revokes a token; every replica refuses it from then on. Roles that may: admin."""
        return self._send(
            _revoke_token(
                id,
            )
        )

    def list_models(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        stage: Stage | Unset = UNSET,
    ) -> ModelPage:
        """Lists models, by name unless another order is asked for. Roles that may: viewer, contributor,
        approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is
        none."""
        return self._send(
            _list_models(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                stage=stage,
            )
        )

    def create_model(
        self,
        body: CreateModelRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> ModelResponse:
        """Creates a model. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again
        without a second effect."""
        return self._send(
            _create_model(
                body,
                idempotency_key=idempotency_key,
            )
        )

    def get_model(
        self,
        model: str,
    ) -> ModelResponse:
        """Answers one model with its aliases and its Production version. Roles that may: viewer, contributor,
        approver, admin."""
        return self._send(
            _get_model(
                model,
            )
        )

    def delete_model(
        self,
        model: str,
        *,
        if_match: str | Unset = UNSET,
    ) -> None:
        """Deletes a model; its history stays in the audit record. Roles that may: admin."""
        return self._send(
            _delete_model(
                model,
                if_match=if_match,
            )
        )

    def update_model(
        self,
        model: str,
        body: UpdateModelRequest | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> ModelResponse:
        """Changes description, owner and tags; absent fields stay, null clears. Roles that may: contributor,
        admin."""
        return self._send(
            _update_model(
                model,
                body,
                if_match=if_match,
            )
        )

    def rename_model(
        self,
        model: str,
        body: RenameModelRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> ModelResponse:
        """Gives a model another name; history, evidence and aliases follow, audit events keep the name of
        their day. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second
        effect."""
        return self._send(
            _rename_model(
                model,
                body,
                idempotency_key=idempotency_key,
            )
        )

    def get_alias(
        self,
        model: str,
        alias: str,
    ) -> AliasResponse:
        """Answers the version an alias points at; champion answers the Production version and latest the
        highest. Roles that may: viewer, contributor, approver, admin."""
        return self._send(
            _get_alias(
                model,
                alias,
            )
        )

    def set_alias(
        self,
        model: str,
        alias: str,
        body: SetAliasRequest | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> AliasResponse | RequestedTransitionResponse:
        """Points an alias at a version. Writing champion, or an alias the policy protects, is a promotion
        request through the gates. Roles that may: contributor, admin."""
        return self._send(
            _set_alias(
                model,
                alias,
                body,
                if_match=if_match,
            )
        )

    def delete_alias(
        self,
        model: str,
        alias: str,
        *,
        if_match: str | Unset = UNSET,
    ) -> None:
        """Deletes an alias. Roles that may: contributor, admin."""
        return self._send(
            _delete_alias(
                model,
                alias,
                if_match=if_match,
            )
        )

    def list_model_history(
        self,
        model: str,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
    ) -> HistoryPage:
        """Lists the tenures of Production of a model, newest first unless another order is asked for: who put
        each version there and took it away, why, and on what evidence. Roles that may: viewer, contributor,
        approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is
        none."""
        return self._send(
            _list_model_history(
                model,
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
            )
        )

    def rollback_model(
        self,
        model: str,
        body: RollbackRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RequestedTransitionResponse:
        """Puts an earlier Production version back in one call and archives the one there now; deletes nothing.
        Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second
        effect."""
        return self._send(
            _rollback_model(
                model,
                body,
                idempotency_key=idempotency_key,
            )
        )

    def list_model_transitions(
        self,
        model: str,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        status: TransitionStatus | Unset = UNSET,
        kind: TransitionKind | Unset = UNSET,
        version: int | Unset = UNSET,
    ) -> TransitionPage:
        """Lists the transitions of a model, refused ones too, newest first. Roles that may: viewer,
        contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until
        there is none."""
        return self._send(
            _list_model_transitions(
                model,
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                status=status,
                kind=kind,
                version=version,
            )
        )

    def request_transition(
        self,
        model: str,
        version: int,
        body: RequestTransitionRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RequestedTransitionResponse:
        """Asks for a change of stage: it is judged by the gates of the target stage and applied, refused, or
        left to approval. Roles that may: contributor, approver, admin. With an `Idempotency-Key` it can be
        sent again without a second effect."""
        return self._send(
            _request_transition(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    def list_transitions(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        status: TransitionStatus | Unset = UNSET,
        kind: TransitionKind | Unset = UNSET,
        version: int | Unset = UNSET,
    ) -> TransitionPage:
        """Lists the transitions of all models, newest first. Roles that may: viewer, contributor, approver,
        admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none."""
        return self._send(
            _list_transitions(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                status=status,
                kind=kind,
                version=version,
            )
        )

    def get_transition(
        self,
        id: UUID,
    ) -> TransitionResponse:
        """Answers one transition with its approvals. Roles that may: viewer, contributor, approver, admin."""
        return self._send(
            _get_transition(
                id,
            )
        )

    def decide_transition(
        self,
        id: UUID,
        body: DecideTransitionRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> TransitionResponse:
        """Approves or rejects a transition that awaits approval; the last approval needed applies it if its
        ground still holds. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again
        without a second effect."""
        return self._send(
            _decide_transition(
                id,
                body,
                idempotency_key=idempotency_key,
            )
        )

    def cancel_transition(
        self,
        id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> TransitionResponse:
        """Takes back a transition that awaits approval. Roles that may: contributor, admin. With an
        `Idempotency-Key` it can be sent again without a second effect."""
        return self._send(
            _cancel_transition(
                id,
                idempotency_key=idempotency_key,
            )
        )

    def get_stage(
        self,
        model: str,
        stage: Stage,
        *,
        at: datetime.datetime | Unset = UNSET,
    ) -> StagedVersionResponse:
        """Answers the version in a stage: the one in Production, or the highest in another stage. With `at`,
        the version that held Production then, as it stood then, with its tenure. Roles that may: viewer,
        contributor, approver, admin."""
        return self._send(
            _get_stage(
                model,
                stage,
                at=at,
            )
        )

    def list_versions(
        self,
        model: str,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        stage: Stage | Unset = UNSET,
    ) -> VersionPage:
        """Lists the versions of a model, newest first unless another order is asked for. Roles that may:
        viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header
        `Link`, until there is none."""
        return self._send(
            _list_versions(
                model,
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                stage=stage,
            )
        )

    def register_version(
        self,
        model: str,
        body: RegisterVersionRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> VersionResponse:
        """Registers a version; the server gives it the next number. Roles that may: contributor, admin. With
        an `Idempotency-Key` it can be sent again without a second effect."""
        return self._send(
            _register_version(
                model,
                body,
                idempotency_key=idempotency_key,
            )
        )

    def get_version(
        self,
        model: str,
        version: int,
    ) -> VersionResponse:
        """Answers one version. Roles that may: viewer, contributor, approver, admin."""
        return self._send(
            _get_version(
                model,
                version,
            )
        )

    def delete_version(
        self,
        model: str,
        version: int,
        *,
        if_match: str | Unset = UNSET,
    ) -> None:
        """Deletes a version in None or Archived that never held Production; its number is not given again.
        Roles that may: admin."""
        return self._send(
            _delete_version(
                model,
                version,
                if_match=if_match,
            )
        )

    def update_version(
        self,
        model: str,
        version: int,
        body: UpdateVersionRequest | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> VersionResponse:
        """Changes description and tags; all else of a version is immutable. Roles that may: contributor,
        admin."""
        return self._send(
            _update_version(
                model,
                version,
                body,
                if_match=if_match,
            )
        )

    def quarantine_version(
        self,
        model: str,
        version: int,
        body: QuarantineRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> VersionResponse:
        """Bars a version from promotion and rollback. Roles that may: approver, admin. With an `Idempotency-
        Key` it can be sent again without a second effect."""
        return self._send(
            _quarantine_version(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    def release_version(
        self,
        model: str,
        version: int,
        body: ReleaseRequest | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> VersionResponse:
        """Lifts a quarantine. Roles that may: approver, admin."""
        return self._send(
            _release_version(
                model,
                version,
                body,
                if_match=if_match,
            )
        )

    def submit_predictions(
        self,
        model: str,
        version: int,
        body: SubmitPredictionsRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> PredictionJobResponse:
        """Submits predictions row by row, as a file or the name of one; a job computes metrics and paired
        evidence from them. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent
        again without a second effect."""
        return self._send(
            _submit_predictions(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    def evaluate_stored_predictions(
        self,
        model: str,
        version: int,
        body: EvaluateStoredPredictionsRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> PredictionJobResponse:
        """Measures predictions that were kept on rows that are known: for an incumbent without evidence on a
        dataset, or a new comparison. Roles that may: contributor, admin. With an `Idempotency-Key` it can
        be sent again without a second effect."""
        return self._send(
            _evaluate_stored_predictions(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    def list_prediction_jobs(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        model: str | Unset = UNSET,
        version: int | Unset = UNSET,
        status: PredictionJobStatus | Unset = UNSET,
    ) -> PredictionJobPage:
        """Lists prediction jobs, newest first. Roles that may: viewer, contributor, approver, admin. Answers
        page by page: follow `nextCursor`, or the header `Link`, until there is none."""
        return self._send(
            _list_prediction_jobs(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                model=model,
                version=version,
                status=status,
            )
        )

    def get_prediction_job(
        self,
        id: UUID,
    ) -> PredictionJobResponse:
        """Answers one prediction job: where it stands, what came of it, or why it failed. Roles that may:
        viewer, contributor, approver, admin."""
        return self._send(
            _get_prediction_job(
                id,
            )
        )

    def cancel_prediction_job(
        self,
        id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> PredictionJobResponse:
        """Cancels a prediction job that has not ended; nothing comes of it. Roles that may: contributor,
        admin. With an `Idempotency-Key` it can be sent again without a second effect."""
        return self._send(
            _cancel_prediction_job(
                id,
                idempotency_key=idempotency_key,
            )
        )


class AsyncOperations(ABC):
    """The operations as methods to await."""

    @abstractmethod
    async def _send(self, call: Call[T]) -> T: ...

    async def list_audit_events(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        actor: str | Unset = UNSET,
        action: str | Unset = UNSET,
        model: str | Unset = UNSET,
        model_id: UUID | Unset = UNSET,
        version: int | Unset = UNSET,
        request_id: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        sort: AuditOrder | Unset = UNSET,
    ) -> AuditEventPage:
        """Lists audit events, newest first unless asked otherwise. Roles that may: viewer, contributor,
        approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is
        none."""
        return await self._send(
            _list_audit_events(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                actor=actor,
                action=action,
                model=model,
                model_id=model_id,
                version=version,
                request_id=request_id,
                from_=from_,
                to=to,
                sort=sort,
            )
        )

    async def verify_audit_events(
        self,
        *,
        from_: int | Unset = UNSET,
        to: int | Unset = UNSET,
    ) -> AuditVerificationResponse:
        """Verifies every chain of the record, and every object that its events tell of, and names the first of
        each that does not fit. Callers share one walk; an answer that takes long is preceded by blanks,
        which keep the connection open. Roles that may: viewer, contributor, approver, admin."""
        return await self._send(
            _verify_audit_events(
                from_=from_,
                to=to,
            )
        )

    async def get_verification_progress(
        self,
    ) -> VerificationProgressResponse:
        """Says how far the verification is that runs in the process that answers, whoever asked for it. Roles
        that may: viewer, contributor, approver, admin."""
        return await self._send(_get_verification_progress())

    async def list_datasets(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        name: str | Unset = UNSET,
    ) -> DatasetVersionPage:
        """Lists registered dataset versions, newest first. Roles that may: viewer, contributor, approver,
        admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none."""
        return await self._send(
            _list_datasets(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                name=name,
            )
        )

    async def register_dataset(
        self,
        body: RegisterDatasetRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> DatasetVersionResponse:
        """Registers a dataset version with its slice inventory, so that gates notice a slice that is missing
        from every evaluation. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent
        again without a second effect."""
        return await self._send(
            _register_dataset(
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_dataset(
        self,
        id: UUID,
    ) -> DatasetVersionResponse:
        """Answers one registered dataset version. Roles that may: viewer, contributor, approver, admin."""
        return await self._send(
            _get_dataset(
                id,
            )
        )

    async def get_evaluation(
        self,
        id: UUID,
    ) -> EvaluationResponse:
        """Answers one evaluation with its metrics and paired evidence. Roles that may: viewer, contributor,
        approver, admin."""
        return await self._send(
            _get_evaluation(
                id,
            )
        )

    async def list_evaluations(
        self,
        model: str,
        version: int,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        include: EvidenceInclusion | Unset = UNSET,
    ) -> EvaluationPage:
        """Lists the evaluations of a version, newest first; a page of large ones holds fewer than `limit`.
        Roles that may: viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or
        the header `Link`, until there is none."""
        return await self._send(
            _list_evaluations(
                model,
                version,
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                include=include,
            )
        )

    async def submit_evaluation(
        self,
        model: str,
        version: int,
        body: SubmitEvaluationRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> EvaluationResponse:
        """Submits what a version measured on a dataset version, overall and per slice; evidence is immutable.
        Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without a second
        effect."""
        return await self._send(
            _submit_evaluation(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_default_gate_policy(
        self,
    ) -> EffectiveGatePolicyResponse:
        """Answers the registry's default policy, or the built-in one when none was set. Roles that may:
        viewer, contributor, approver, admin."""
        return await self._send(_get_default_gate_policy())

    async def set_default_gate_policy(
        self,
        body: GatePolicyDocument | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> EffectiveGatePolicyResponse:
        """Sets the registry's default policy, which holds for models without one of their own. Roles that may:
        admin."""
        return await self._send(
            _set_default_gate_policy(
                body,
                if_match=if_match,
            )
        )

    async def list_default_gate_policy_revisions(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
    ) -> GatePolicyPage:
        """Lists the revisions of the registry's default policy, newest first. Roles that may: viewer,
        contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until
        there is none."""
        return await self._send(
            _list_default_gate_policy_revisions(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
            )
        )

    async def get_default_gate_policy_revision(
        self,
        revision: int,
    ) -> GatePolicyResponse:
        """Answers one revision of the registry's default policy. Roles that may: viewer, contributor,
        approver, admin."""
        return await self._send(
            _get_default_gate_policy_revision(
                revision,
            )
        )

    async def get_gate_policy(
        self,
        model: str,
    ) -> EffectiveGatePolicyResponse:
        """Answers the policy that holds for a model: the registry's default and its own composed, or the
        built-in one. Roles that may: viewer, contributor, approver, admin."""
        return await self._send(
            _get_gate_policy(
                model,
            )
        )

    async def set_gate_policy(
        self,
        model: str,
        body: GatePolicyDocument | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> EffectiveGatePolicyResponse:
        """Sets the gate policy of a model: makes a new immutable revision. It may only tighten what the
        registry's default asks for. Roles that may: admin."""
        return await self._send(
            _set_gate_policy(
                model,
                body,
                if_match=if_match,
            )
        )

    async def list_gate_policy_revisions(
        self,
        model: str,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
    ) -> GatePolicyPage:
        """Lists the revisions of a model's own policy, newest first. Roles that may: viewer, contributor,
        approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is
        none."""
        return await self._send(
            _list_gate_policy_revisions(
                model,
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
            )
        )

    async def get_gate_policy_revision(
        self,
        model: str,
        revision: int,
    ) -> GatePolicyResponse:
        """Answers one revision of a model's own policy. Roles that may: viewer, contributor, approver, admin."""
        return await self._send(
            _get_gate_policy_revision(
                model,
                revision,
            )
        )

    async def start_back_test(
        self,
        body: StartBackTestRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> BackTestJobResponse:
        """Starts judging all recorded promotions to Production, and all that is live, by a draft policy;
        changes nothing. It runs apart from the request, one in the registry at a time. Roles that may:
        contributor, admin. With an `Idempotency-Key` it can be sent again without a second effect."""
        return await self._send(
            _start_back_test(
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_back_test(
        self,
        id: UUID,
    ) -> BackTestJobResponse:
        """Answers how far a back-test over everything is, or what it found. Roles that may: contributor,
        admin."""
        return await self._send(
            _get_back_test(
                id,
            )
        )

    async def cancel_back_test(
        self,
        id: UUID,
    ) -> None:
        """Ends a back-test over everything that is queued or under way; what one that has ended found stays.
        Roles that may: contributor, admin."""
        return await self._send(
            _cancel_back_test(
                id,
            )
        )

    async def back_test_gate_policy(
        self,
        body: BackTestRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> BackTestResponse:
        """Judges the recorded promotions of one or all models by a draft policy and says which it would have
        refused or let through. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent
        again without a second effect."""
        return await self._send(
            _back_test_gate_policy(
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_gate_report(
        self,
        id: UUID,
    ) -> GateReportResponse:
        """Answers a stored gate report, as it was when a transition was judged by it. With `Accept:
        text/markdown` it is Markdown. Roles that may: viewer, contributor, approver, admin."""
        return await self._send(
            _get_gate_report(
                id,
            )
        )

    async def replay_gate_report(
        self,
        id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> ReplayedGateReportResponse:
        """Judges the evidence of a stored gate report again by the same policy revisions; the answer equals
        the stored report, or is 409 and leaves an audit event. Roles that may: viewer, contributor,
        approver, admin. With an `Idempotency-Key` it can be sent again without a second effect."""
        return await self._send(
            _replay_gate_report(
                id,
                idempotency_key=idempotency_key,
            )
        )

    async def compare_versions(
        self,
        model: str,
        *,
        challenger: int,
        incumbent: int | Unset = UNSET,
        dataset: str | Unset = UNSET,
        metric: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
    ) -> ComparisonResponse:
        """Compares two versions on the same data: every metric on every slice with both values, delta and 95 %
        interval, worst first. Roles that may: viewer, contributor, approver, admin. Answers page by page:
        follow `nextCursor`, or the header `Link`, until there is none."""
        return await self._send(
            _compare_versions(
                model,
                challenger=challenger,
                incumbent=incumbent,
                dataset=dataset,
                metric=metric,
                limit=limit,
                cursor=cursor,
            )
        )

    async def check_gates(
        self,
        model: str,
        version: int,
        body: CheckGatesRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> GateReportResponse:
        """Judges a version by the gates of a stage and moves nothing; what a CI job runs on a pull request.
        Evidence about the incumbent that is lacking is computed from kept predictions; `reEvaluations` says
        where that stands, and `Retry-After` when to ask again. With `Accept: text/markdown` the report is
        Markdown. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again without
        a second effect."""
        return await self._send(
            _check_gates(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_me(
        self,
    ) -> MeResponse:
        """Answers who the caller is and what it may do. Roles that may: viewer, contributor, approver, admin."""
        return await self._send(_get_me())

    async def list_tokens(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        subject: str | Unset = UNSET,
    ) -> TokenPage:
        """Lists the tokens that were issued, newest first, revoked and expired ones included. Roles that may:
        admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none."""
        return await self._send(
            _list_tokens(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                subject=subject,
            )
        )

    async def issue_token(
        self,
        body: IssueTokenRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> IssuedTokenResponse:
        """Issues a token. The answer is the only place that ever shows it. Roles that may: admin. With an
        `Idempotency-Key` it can be sent again without a second effect."""
        return await self._send(
            _issue_token(
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def revoke_token(
        self,
        id: UUID,
    ) -> None:
        """Revokes a token; every replica refuses it from then on. Roles that may: admin."""
        return await self._send(
            _revoke_token(
                id,
            )
        )

    async def list_models(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        stage: Stage | Unset = UNSET,
    ) -> ModelPage:
        """Lists models, by name unless another order is asked for. Roles that may: viewer, contributor,
        approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is
        none."""
        return await self._send(
            _list_models(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                stage=stage,
            )
        )

    async def create_model(
        self,
        body: CreateModelRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> ModelResponse:
        """Creates a model. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent again
        without a second effect."""
        return await self._send(
            _create_model(
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_model(
        self,
        model: str,
    ) -> ModelResponse:
        """Answers one model with its aliases and its Production version. Roles that may: viewer, contributor,
        approver, admin."""
        return await self._send(
            _get_model(
                model,
            )
        )

    async def delete_model(
        self,
        model: str,
        *,
        if_match: str | Unset = UNSET,
    ) -> None:
        """Deletes a model; its history stays in the audit record. Roles that may: admin."""
        return await self._send(
            _delete_model(
                model,
                if_match=if_match,
            )
        )

    async def update_model(
        self,
        model: str,
        body: UpdateModelRequest | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> ModelResponse:
        """Changes description, owner and tags; absent fields stay, null clears. Roles that may: contributor,
        admin."""
        return await self._send(
            _update_model(
                model,
                body,
                if_match=if_match,
            )
        )

    async def rename_model(
        self,
        model: str,
        body: RenameModelRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> ModelResponse:
        """Gives a model another name; history, evidence and aliases follow, audit events keep the name of
        their day. Roles that may: admin. With an `Idempotency-Key` it can be sent again without a second
        effect."""
        return await self._send(
            _rename_model(
                model,
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_alias(
        self,
        model: str,
        alias: str,
    ) -> AliasResponse:
        """Answers the version an alias points at; champion answers the Production version and latest the
        highest. Roles that may: viewer, contributor, approver, admin."""
        return await self._send(
            _get_alias(
                model,
                alias,
            )
        )

    async def set_alias(
        self,
        model: str,
        alias: str,
        body: SetAliasRequest | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> AliasResponse | RequestedTransitionResponse:
        """Points an alias at a version. Writing champion, or an alias the policy protects, is a promotion
        request through the gates. Roles that may: contributor, admin."""
        return await self._send(
            _set_alias(
                model,
                alias,
                body,
                if_match=if_match,
            )
        )

    async def delete_alias(
        self,
        model: str,
        alias: str,
        *,
        if_match: str | Unset = UNSET,
    ) -> None:
        """Deletes an alias. Roles that may: contributor, admin."""
        return await self._send(
            _delete_alias(
                model,
                alias,
                if_match=if_match,
            )
        )

    async def list_model_history(
        self,
        model: str,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
    ) -> HistoryPage:
        """Lists the tenures of Production of a model, newest first unless another order is asked for: who put
        each version there and took it away, why, and on what evidence. Roles that may: viewer, contributor,
        approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is
        none."""
        return await self._send(
            _list_model_history(
                model,
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
            )
        )

    async def rollback_model(
        self,
        model: str,
        body: RollbackRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RequestedTransitionResponse:
        """Puts an earlier Production version back in one call and archives the one there now; deletes nothing.
        Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again without a second
        effect."""
        return await self._send(
            _rollback_model(
                model,
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def list_model_transitions(
        self,
        model: str,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        status: TransitionStatus | Unset = UNSET,
        kind: TransitionKind | Unset = UNSET,
        version: int | Unset = UNSET,
    ) -> TransitionPage:
        """Lists the transitions of a model, refused ones too, newest first. Roles that may: viewer,
        contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header `Link`, until
        there is none."""
        return await self._send(
            _list_model_transitions(
                model,
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                status=status,
                kind=kind,
                version=version,
            )
        )

    async def request_transition(
        self,
        model: str,
        version: int,
        body: RequestTransitionRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RequestedTransitionResponse:
        """Asks for a change of stage: it is judged by the gates of the target stage and applied, refused, or
        left to approval. Roles that may: contributor, approver, admin. With an `Idempotency-Key` it can be
        sent again without a second effect."""
        return await self._send(
            _request_transition(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def list_transitions(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        status: TransitionStatus | Unset = UNSET,
        kind: TransitionKind | Unset = UNSET,
        version: int | Unset = UNSET,
    ) -> TransitionPage:
        """Lists the transitions of all models, newest first. Roles that may: viewer, contributor, approver,
        admin. Answers page by page: follow `nextCursor`, or the header `Link`, until there is none."""
        return await self._send(
            _list_transitions(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                status=status,
                kind=kind,
                version=version,
            )
        )

    async def get_transition(
        self,
        id: UUID,
    ) -> TransitionResponse:
        """Answers one transition with its approvals. Roles that may: viewer, contributor, approver, admin."""
        return await self._send(
            _get_transition(
                id,
            )
        )

    async def decide_transition(
        self,
        id: UUID,
        body: DecideTransitionRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> TransitionResponse:
        """Approves or rejects a transition that awaits approval; the last approval needed applies it if its
        ground still holds. Roles that may: approver, admin. With an `Idempotency-Key` it can be sent again
        without a second effect."""
        return await self._send(
            _decide_transition(
                id,
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def cancel_transition(
        self,
        id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> TransitionResponse:
        """Takes back a transition that awaits approval. Roles that may: contributor, admin. With an
        `Idempotency-Key` it can be sent again without a second effect."""
        return await self._send(
            _cancel_transition(
                id,
                idempotency_key=idempotency_key,
            )
        )

    async def get_stage(
        self,
        model: str,
        stage: Stage,
        *,
        at: datetime.datetime | Unset = UNSET,
    ) -> StagedVersionResponse:
        """Answers the version in a stage: the one in Production, or the highest in another stage. With `at`,
        the version that held Production then, as it stood then, with its tenure. Roles that may: viewer,
        contributor, approver, admin."""
        return await self._send(
            _get_stage(
                model,
                stage,
                at=at,
            )
        )

    async def list_versions(
        self,
        model: str,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        stage: Stage | Unset = UNSET,
    ) -> VersionPage:
        """Lists the versions of a model, newest first unless another order is asked for. Roles that may:
        viewer, contributor, approver, admin. Answers page by page: follow `nextCursor`, or the header
        `Link`, until there is none."""
        return await self._send(
            _list_versions(
                model,
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                stage=stage,
            )
        )

    async def register_version(
        self,
        model: str,
        body: RegisterVersionRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> VersionResponse:
        """Registers a version; the server gives it the next number. Roles that may: contributor, admin. With
        an `Idempotency-Key` it can be sent again without a second effect."""
        return await self._send(
            _register_version(
                model,
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_version(
        self,
        model: str,
        version: int,
    ) -> VersionResponse:
        """Answers one version. Roles that may: viewer, contributor, approver, admin."""
        return await self._send(
            _get_version(
                model,
                version,
            )
        )

    async def delete_version(
        self,
        model: str,
        version: int,
        *,
        if_match: str | Unset = UNSET,
    ) -> None:
        """Deletes a version in None or Archived that never held Production; its number is not given again.
        Roles that may: admin."""
        return await self._send(
            _delete_version(
                model,
                version,
                if_match=if_match,
            )
        )

    async def update_version(
        self,
        model: str,
        version: int,
        body: UpdateVersionRequest | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> VersionResponse:
        """Changes description and tags; all else of a version is immutable. Roles that may: contributor,
        admin."""
        return await self._send(
            _update_version(
                model,
                version,
                body,
                if_match=if_match,
            )
        )

    async def quarantine_version(
        self,
        model: str,
        version: int,
        body: QuarantineRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> VersionResponse:
        """Bars a version from promotion and rollback. Roles that may: approver, admin. With an `Idempotency-
        Key` it can be sent again without a second effect."""
        return await self._send(
            _quarantine_version(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def release_version(
        self,
        model: str,
        version: int,
        body: ReleaseRequest | Mapping[str, Any],
        *,
        if_match: str | Unset = UNSET,
    ) -> VersionResponse:
        """Lifts a quarantine. Roles that may: approver, admin."""
        return await self._send(
            _release_version(
                model,
                version,
                body,
                if_match=if_match,
            )
        )

    async def submit_predictions(
        self,
        model: str,
        version: int,
        body: SubmitPredictionsRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> PredictionJobResponse:
        """Submits predictions row by row, as a file or the name of one; a job computes metrics and paired
        evidence from them. Roles that may: contributor, admin. With an `Idempotency-Key` it can be sent
        again without a second effect."""
        return await self._send(
            _submit_predictions(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def evaluate_stored_predictions(
        self,
        model: str,
        version: int,
        body: EvaluateStoredPredictionsRequest | Mapping[str, Any],
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> PredictionJobResponse:
        """Measures predictions that were kept on rows that are known: for an incumbent without evidence on a
        dataset, or a new comparison. Roles that may: contributor, admin. With an `Idempotency-Key` it can
        be sent again without a second effect."""
        return await self._send(
            _evaluate_stored_predictions(
                model,
                version,
                body,
                idempotency_key=idempotency_key,
            )
        )

    async def list_prediction_jobs(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        filter_: str | Unset = UNSET,
        sort: str | Unset = UNSET,
        model: str | Unset = UNSET,
        version: int | Unset = UNSET,
        status: PredictionJobStatus | Unset = UNSET,
    ) -> PredictionJobPage:
        """Lists prediction jobs, newest first. Roles that may: viewer, contributor, approver, admin. Answers
        page by page: follow `nextCursor`, or the header `Link`, until there is none."""
        return await self._send(
            _list_prediction_jobs(
                limit=limit,
                cursor=cursor,
                filter_=filter_,
                sort=sort,
                model=model,
                version=version,
                status=status,
            )
        )

    async def get_prediction_job(
        self,
        id: UUID,
    ) -> PredictionJobResponse:
        """Answers one prediction job: where it stands, what came of it, or why it failed. Roles that may:
        viewer, contributor, approver, admin."""
        return await self._send(
            _get_prediction_job(
                id,
            )
        )

    async def cancel_prediction_job(
        self,
        id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> PredictionJobResponse:
        """Cancels a prediction job that has not ended; nothing comes of it. Roles that may: contributor,
        admin. With an `Idempotency-Key` it can be sent again without a second effect."""
        return await self._send(
            _cancel_prediction_job(
                id,
                idempotency_key=idempotency_key,
            )
        )
