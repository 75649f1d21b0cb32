"""Fields of requests as TypedDicts, with names as Python has them."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from .models import *  # noqa: F403
from .policies import *  # noqa: F403

if TYPE_CHECKING:
    from typing_extensions import NotRequired

__all__ = [
    "ApprovalDecisionValue",
    "AuditOrderValue",
    "BackTestFields",
    "BreakGlassFields",
    "CheckGatePolicyFields",
    "CheckGatesFields",
    "CloseReviewFields",
    "CreateFreezeFields",
    "CreateModelFields",
    "CreateRoleBindingFields",
    "CreateTrustRuleFields",
    "CreateWebhookFields",
    "CsvDelimiterValue",
    "CurveKindValue",
    "DatasetReferenceFields",
    "DecidePolicyChangeFields",
    "DecideTransitionFields",
    "DecimalMarkValue",
    "EvaluateRunFields",
    "EvaluateStoredPredictionsFields",
    "EvaluationDatasetFields",
    "EvaluationMetricValueFields",
    "EvidenceInclusionValue",
    "GatePolicyFields",
    "GatedStageValue",
    "GrantWaiverFields",
    "ImportModelFields",
    "ImportedAliasFields",
    "ImportedVersionFields",
    "IssueTokenFields",
    "LiftHoldFields",
    "ModelConditionCodeValue",
    "PairedEvidenceFields",
    "PairedKindValue",
    "PermissionValue",
    "PolicyChangeStatusValue",
    "PredictionColumnsFields",
    "PredictionFormatValue",
    "PredictionJobStatusValue",
    "PredictionTaskValue",
    "QuarantineFields",
    "RecurrenceFields",
    "RedeliverFields",
    "RegisterDatasetFields",
    "RegisterVersionFields",
    "ReleaseFields",
    "RenameModelFields",
    "RequestTransitionFields",
    "ReviewStatusValue",
    "RollbackFields",
    "RotateSecretFields",
    "SetAliasFields",
    "SetHoldFields",
    "SetRoleFields",
    "SignatureLineFields",
    "StageValue",
    "StartBackTestFields",
    "StartSessionFields",
    "StartVerificationFields",
    "SubmitEvaluationFields",
    "SubmitPredictionsFields",
    "SubmitSignatureFields",
    "ThousandsMarkValue",
    "TransitionKindValue",
    "TransitionStatusValue",
    "UpdateModelFields",
    "UpdateVersionFields",
    "UpdateWebhookFields",
    "WebhookDeliveryStatusValue",
    "WebhookFormatValue",
]

ApprovalDecisionValue: TypeAlias = Literal["approve", "reject"]
AuditOrderValue: TypeAlias = Literal["-sequence", "sequence"]
CsvDelimiterValue: TypeAlias = Literal[",", ";", "\t", "|"]
CurveKindValue: TypeAlias = Literal["calibration", "roc", "residuals"]
DecimalMarkValue: TypeAlias = Literal[".", ","]
EvidenceInclusionValue: TypeAlias = Literal["all", "metrics", "paired", "none"]
GatedStageValue: TypeAlias = Literal["Production", "Staging"]
ModelConditionCodeValue: TypeAlias = Literal["awaiting", "no_policy", "on_hold", "frozen", "under_review"]
PairedKindValue: TypeAlias = Literal["clusterDiff", "weightedDiff", "binary8", "aucPair", "meanDiff", "replicates"]
PermissionValue: TypeAlias = Literal[
    "self:read",
    "registry:read",
    "model:create",
    "model:update",
    "model:delete",
    "model:rename",
    "version:register",
    "version:update",
    "version:delete",
    "version:quarantine",
    "alias:write",
    "evaluation:submit",
    "gate:check",
    "policy:write",
    "transition:move",
    "transition:request",
    "transition:cancel",
    "transition:cancel-all",
    "transition:decide",
    "transition:archive",
    "transition:rollback",
    "transition:override",
    "waiver:write",
    "freeze:write",
    "hold:lift",
    "webhook:manage",
    "role-binding:manage",
    "role:manage",
    "trust-rule:manage",
    "policy-change:decide",
    "token:manage",
    "session:end",
    "example:load",
    "model:import",
]
PolicyChangeStatusValue: TypeAlias = Literal["awaiting_approval", "applied", "rejected", "cancelled", "stale"]
PredictionFormatValue: TypeAlias = Literal["parquet", "csv", "ndjson"]
PredictionJobStatusValue: TypeAlias = Literal["queued", "running", "succeeded", "failed", "cancelled"]
PredictionTaskValue: TypeAlias = Literal["binary", "multiclass", "regression", "ranking"]
ReviewStatusValue: TypeAlias = Literal["open", "overdue", "closed"]
StageValue: TypeAlias = Literal["None", "Staging", "Production", "Archived"]
ThousandsMarkValue: TypeAlias = Literal[",", ".", " ", "'"]
TransitionKindValue: TypeAlias = Literal["promote", "demote", "archive", "restore", "rollback", "override"]
TransitionStatusValue: TypeAlias = Literal["applied", "refused", "awaiting_approval", "rejected", "cancelled", "stale"]
WebhookDeliveryStatusValue: TypeAlias = Literal["waiting", "delivered", "dead"]
WebhookFormatValue: TypeAlias = Literal["cloudevents", "slack", "teams", "mail"]


class BackTestFields(TypedDict):
    """Fields of BackTestRequest"""

    policy: GatePolicyDocument | GatePolicy | Mapping[str, Any]
    """The draft policy, in the form of a gate policy document."""
    model: NotRequired[str | None]
    """The model whose promotions to judge, the draft standing for its own policy; without it all models, the draft standing for the registry's default."""
    to_stage: NotRequired[GatedStage | GatedStageValue | None]
    """The stage whose promotions to judge; Production unless given."""
    limit: NotRequired[int | None]
    """How many of the newest promotions to judge at most; 200 unless given."""
    from_: NotRequired[datetime.datetime | None]
    """Only promotions asked for at or after this time."""
    to: NotRequired[datetime.datetime | None]
    """Only promotions asked for before this time."""


class BreakGlassFields(TypedDict):
    """Fields of BreakGlassRequest"""

    to_stage: GatedStage | GatedStageValue
    """The stage the version shall move to."""
    reason: str
    """What the emergency is; the policy may ask for more than a few words."""
    ticket: NotRequired[str | None]
    """Where the emergency is dealt with, such as the number of an incident; needed unless the policy does without."""
    expected_incumbent: NotRequired[int | None]
    """The version the caller believes to be in Production, null for none; another one there is answered with 409."""


class CheckGatePolicyFields(TypedDict):
    """Fields of CheckGatePolicyRequest"""

    policy: GatePolicyDocument | GatePolicy | Mapping[str, Any]
    """The draft policy, in the form of a gate policy document."""


class CheckGatesFields(TypedDict):
    """Fields of CheckGatesRequest"""


class CloseReviewFields(TypedDict):
    """Fields of CloseReviewRequest"""

    comment: NotRequired[str | None]
    """What it rests on, and what follows from it."""


class CreateFreezeFields(TypedDict):
    """Fields of CreateFreezeRequest"""

    name: str
    """What people call it."""
    start: NotRequired[str | None]
    """Its first moment: RFC 3339 or, without an offset, by the clock of its time zone. With `end`, instead of `recurrence`."""
    end: NotRequired[str | None]
    """The first moment after it, in the same form."""
    recurrence: NotRequired[RecurrenceRequest | RecurrenceFields | Mapping[str, Any] | None]
    """When it begins again and again, instead of `start` and `end`."""
    time_zone: NotRequired[str | None]
    """IANA time zone of its times, such as `Europe/Amsterdam`; UTC when absent."""
    reason: str
    """Why."""
    models: NotRequired[Sequence[str] | None]
    """Names of the models that it holds back; all when absent. A rename changes nothing."""


class CreateModelFields(TypedDict):
    """Fields of CreateModelRequest"""

    description: NotRequired[str | None]
    """What the model is for, in Markdown."""
    owner: NotRequired[str | None]
    """Person or team that answers for the model."""
    tags: NotRequired[Mapping[str, str] | None]
    """Free labels, key to text."""


class CreateRoleBindingFields(TypedDict):
    """Fields of CreateRoleBindingRequest"""

    subject: NotRequired[str | None]
    """Who gets the role, as tokens name them; give either a subject or a group."""
    group: NotRequired[str | None]
    """The group whose members get the role: as the first identity provider calls it, or `issuer:group` for that of another."""
    model: NotRequired[str | None]
    """The one model that the role holds for; renaming the model changes nothing. Without model and prefix it holds for the registry."""
    model_prefix: NotRequired[str | None]
    """The beginning of the names of the models that the role holds for, those that come later too; not together with model."""


class CreateTrustRuleFields(TypedDict):
    """Fields of CreateTrustRuleRequest"""

    name: NotRequired[str | None]
    """What the rule is for, for the list of rules."""
    issuer: str
    """The claim `iss` of the tokens, such as `https://token.actions.githubusercontent.com`, or the name of an issuer that is configured."""
    audience: str
    """The audience that the tokens must be made for."""
    claims: Mapping[str, str]
    """What the claims of a token must be: the very text, or one in which each `*` stands for any characters. At least one has to say who asks, such as `repository_id`, `project_id` or `sub`; ids are better than names, which somebody else may take."""
    roles: Sequence[str]
    """What the tokens may do that are given; built-in ones or your own; they add up. They are of machines, and so approve nothing."""
    model: NotRequired[str | None]
    """The one model that they may know of; renaming it changes nothing."""
    model_prefix: NotRequired[str | None]
    """The beginning of the names of the models that they may know of; not together with `model`."""
    expires_in_seconds: NotRequired[int | None]
    """How long they live; 15 minutes unless given, at most an hour."""


class CreateWebhookFields(TypedDict):
    """Fields of CreateWebhookRequest"""

    url: str
    """Where deliveries are sent: an http or https address without user, password and fragment, which is not followed when it redirects; or `mailto:` and one address, when the service has a mail server."""
    types: Sequence[str]
    """The types of events to be told of, such as `dev.stagegate.transition.applied.v1`; `*` is every type, those of later releases too."""
    model: NotRequired[str | None]
    """Only events of the model that has this name now or had it at the time."""
    model_prefix: NotRequired[str | None]
    """Only events of models whose name began with this on that day."""
    format: NotRequired[WebhookFormat | WebhookFormatValue | None]
    """What is sent: the event itself (`cloudevents`, the default), or a message for people (`slack`, `teams`, and for `mailto:` addresses `mail`), of those events that concern people: what awaits approval, is refused (for drift, say), applied, rolled back, on hold, or overdue for review."""


class DatasetReferenceFields(TypedDict):
    """Fields of DatasetReference"""

    name: str
    """Name of the dataset."""
    version: str
    """Version of the dataset."""
    digest: NotRequired[str | None]
    """Digest of the dataset's content, `sha256:` and 64 hexadecimal digits."""


class DecidePolicyChangeFields(TypedDict):
    """Fields of DecidePolicyChangeRequest"""

    comment: NotRequired[str | None]
    """What the decision rests on."""


class DecideTransitionFields(TypedDict):
    """Fields of DecideTransitionRequest"""

    comment: NotRequired[str | None]
    """What the decision rests on."""
    expected_report_digest: NotRequired[str | None]
    """Digest of the gate report that was looked at; of a transition that rests on another one nothing is decided, and the answer is 409."""


class EvaluateRunFields(TypedDict):
    """Fields of EvaluateRunRequest"""

    environment: NotRequired[str | None]
    """Class of machine that operational metrics such as latency were taken on."""
    label_definition: NotRequired[str | None]
    """Version of the definition that the labels follow, such as churn-30d; evaluations by different ones are not compared unless the policy says so."""
    slice_definition: NotRequired[str | None]
    """Version of the definition that the slices follow, such as age-bands-2; slices by different ones are not compared unless the policy says so."""
    run_id: NotRequired[str | None]
    """The run of the tracking server whose metrics are taken; unless given the version's own, or that of its logged model."""
    dataset: NotRequired[EvaluationDataset | EvaluationDatasetFields | Mapping[str, Any] | None]
    """The data that the metrics were measured on; unless given the one dataset of the run that is not of its training, with MLflow's digest as its version."""
    run_dataset: NotRequired[str | None]
    """Name of the dataset in MLflow whose metrics are taken, where the model was measured on several; the name of `dataset` unless given."""
    split: NotRequired[str | None]
    """Part of the dataset, such as test."""
    metrics: NotRequired[Sequence[str] | None]
    """Names of the metrics to take, as MLflow has them; all unless given."""
    prefix: NotRequired[str | None]
    """Take only metrics whose name begins with this, such as `test_`, and leave it off."""


class EvaluateStoredPredictionsFields(TypedDict):
    """Fields of EvaluateStoredPredictionsRequest"""

    dataset: EvaluationDataset | EvaluationDatasetFields | Mapping[str, Any]
    """The data to be measured on; rows and labels come from predictions kept on it."""
    rows_of: NotRequired[int | None]
    """The version whose kept predictions say rows, labels and slices; unless given, the last one measured on the dataset."""
    compare_with: NotRequired[Sequence[int] | None]
    """Versions to compare with on the same rows; the one in Production unless given, none for an empty list."""


class EvaluationDatasetFields(TypedDict):
    """Fields of EvaluationDataset"""

    name: str
    """Name of the dataset."""
    version: str
    """Version of the dataset; evaluations on different versions are never compared."""
    digest: NotRequired[str | None]
    """Digest of the dataset's content, `sha256:` and 64 hexadecimal digits."""
    split: NotRequired[str | None]
    """Part of the dataset, such as test."""


class EvaluationMetricValueFields(TypedDict):
    """Fields of EvaluationMetricValue"""

    name: str
    """Name of the metric, such as accuracy."""
    slice: NotRequired[Mapping[str, str | float | bool] | None]
    """The slice as feature=value pairs; `{}` or absent is the whole."""
    count: NotRequired[int | None]
    """Number of examples the value rests on."""
    standard_error: NotRequired[float | None]
    """Standard error of the value, in the metric's unit."""
    ci_level: NotRequired[float | None]
    """Two-sided level of the interval, between 0 and 1."""
    unit: NotRequired[str | None]
    """Unit of the value, such as ms."""
    definition: NotRequired[str | None]
    """Implementation and version, with averaging, threshold and weights, such as sklearn.f1@macro; different definitions are never compared."""
    value: NotRequired[float | None]
    """The value, a finite number in the metric's unit."""
    undefined: NotRequired[bool | None]
    """True when the metric is 0/0 on this slice; the value is left out then."""
    ci_low: NotRequired[float | None]
    """Lower end of a confidence interval of the value, in the metric's unit."""
    ci_high: NotRequired[float | None]
    """Upper end of the interval, in the metric's unit."""


class GrantWaiverFields(TypedDict):
    """Fields of GrantWaiverRequest"""

    to_stage: GatedStage | GatedStageValue
    """The stage whose gates the rule belongs to."""
    rule_id: str
    """The rule that shall not stand in the way; it must be one that blocks and is INCONCLUSIVE now."""
    reason: str
    """Why the version may go on with so little evidence; the policy may ask for more characters."""
    expires_at: NotRequired[datetime.datetime | None]
    """When the waiver ends, at most seven days from now, or fewer where the policy says so; the latest there is unless given."""


class ImportModelFields(TypedDict):
    """Fields of ImportModelRequest"""

    source: str
    """Address of the registry that it is taken over from."""
    dry_run: NotRequired[bool | None]
    """Answers what would change and changes nothing."""
    description: NotRequired[str | None]
    """What the model is for."""
    tags: NotRequired[Mapping[str, str] | None]
    """Free labels, key to text."""
    owner: NotRequired[str | None]
    """Person or team that answers for the model; null for nobody, absent leaves who is named here."""
    created_at: datetime.datetime
    """When the model was created there."""
    created_by: NotRequired[str | None]
    """Who created it there."""
    updated_at: datetime.datetime
    """When it last changed there."""
    versions: Sequence[ImportedVersionRequest | ImportedVersionFields | Mapping[str, Any]]
    """Versions of it by ascending number, at most one of them in Production; more follow by further requests."""
    aliases: NotRequired[Sequence[ImportedAliasRequest | ImportedAliasFields | Mapping[str, Any]] | None]
    """Its aliases but champion, which follows Production; absent leaves all aliases as they are."""


class ImportedAliasFields(TypedDict):
    """Fields of ImportedAliasRequest"""

    alias: str
    """Name of the alias."""
    version: int
    """The version it points at."""


class ImportedVersionFields(TypedDict):
    """Fields of ImportedVersionRequest"""

    run_id: NotRequired[str | None]
    """The training run this version came from."""
    artifact_uri: str
    """Where the artifact lies, such as s3://bucket/key."""
    artifact_digest: NotRequired[str | None]
    """Digest of the artifact's bytes, `sha256:` and 64 hexadecimal digits."""
    dataset: NotRequired[DatasetReference | DatasetReferenceFields | Mapping[str, Any] | None]
    """The dataset the version was trained on."""
    git_commit: NotRequired[str | None]
    """The commit of the training code, 7 to 64 hexadecimal digits."""
    framework: NotRequired[str | None]
    """Library the model was made with, and its version."""
    signature: NotRequired[Mapping[str, Any] | None]
    """Inputs and outputs of the model, as JSON."""
    params: NotRequired[Mapping[str, Any] | None]
    """Training parameters, as JSON."""
    metrics: NotRequired[Mapping[str, float] | None]
    """Training metrics, name to finite number; for information, gates judge by evaluations."""
    description: NotRequired[str | None]
    """What is special about this version, in Markdown."""
    tags: NotRequired[Mapping[str, str] | None]
    """Free labels, key to text."""
    version: int
    """Its number there; numbers that are left out are never given."""
    source: NotRequired[str | None]
    """Where MLflow was told that it lies, when that is not the artifact itself."""
    run_link: NotRequired[str | None]
    """The page of its run."""
    logged_model_id: NotRequired[str | None]
    """The logged model of MLflow that it was made of."""
    stage: Stage | StageValue
    """Where it stands there."""
    quarantine_reason: NotRequired[str | None]
    """Why it is barred from promotion and rollback there; it is then barred here, and an import releases none."""
    created_at: datetime.datetime
    """When it was registered there."""
    created_by: NotRequired[str | None]
    """Who registered it there."""
    updated_at: datetime.datetime
    """When it last changed there."""


class IssueTokenFields(TypedDict):
    """Fields of IssueTokenRequest"""

    subject: str
    """Who the token speaks for, brought to the Unicode form NFKC; separation of duty compares it without regard to case. No control or format characters, no blank at either end, no word of letters that look alike, and not the name of the service."""
    roles: Sequence[str]
    """What the token may do everywhere: viewer, contributor, approver, admin, or roles of your own; roles add up. Without any, the token may do what role bindings give to its subject. Nobody gives what they lack themselves."""
    approval_roles: NotRequired[Sequence[str] | None]
    """Roles of your own that approvals ask for, such as ml-lead; deciding takes the role approver besides. Letters and digits, with spaces and `._-` inside, and none that reads like a role of the service."""
    name: NotRequired[str | None]
    """Where the token is used, for the list of tokens."""
    service_account: NotRequired[bool | None]
    """Whether a machine is to hold the token, such as a CI job; false unless given. Machines approve nothing."""
    expires_in_seconds: NotRequired[int | None]
    """How long the token lives; a day unless given, at most 366 days."""


class LiftHoldFields(TypedDict):
    """Fields of LiftHoldRequest"""

    reason: NotRequired[str | None]
    """Why it may be promoted again; needed here or in the query."""


class PairedEvidenceFields(TypedDict):
    """Fields of PairedEvidence"""

    incumbent_version: int
    """The version that was compared with."""
    slice: NotRequired[Mapping[str, str | float | bool] | None]
    """The slice as feature=value pairs; `{}` or absent is the whole."""
    kind: PairedKind | PairedKindValue
    """`binary8`, `meanDiff`, `clusterDiff`, `weightedDiff`, `aucPair` or `replicates`."""
    counts: NotRequired[Mapping[str, int] | None]
    """binary8: rows by label, challenger's and incumbent's prediction, as in `{"111": 2000, "110": 30}`."""
    n: NotRequired[int | None]
    """meanDiff, clusterDiff, weightedDiff and, if stated, replicates: number of rows."""
    clusters: NotRequired[int | None]
    """clusterDiff: number of units, such as users, whose rows move together."""
    n_pos: NotRequired[int | None]
    """aucPair: number of positive rows."""
    n_neg: NotRequired[int | None]
    """aucPair: number of negative rows."""
    deltas: NotRequired[Sequence[float] | None]
    """replicates: 100 to 10,000 paired bootstrap differences, challenger minus incumbent."""
    metric: NotRequired[str | None]
    """The metric that all kinds but binary8 are about; aucPair without one is about the AUC by any of its names."""
    sum_d: NotRequired[float | None]
    """meanDiff, clusterDiff: sum of the per-row differences, challenger minus incumbent."""
    sum_d2: NotRequired[float | None]
    """meanDiff: sum of their squares."""
    sum_cluster_d2: NotRequired[float | None]
    """clusterDiff: sum over units of the squared sum of differences."""
    sum_cluster_nd: NotRequired[float | None]
    """clusterDiff: sum over units of rows times sum of differences."""
    sum_cluster_n2: NotRequired[float | None]
    """clusterDiff: sum over units of squared rows."""
    sum_w: NotRequired[float | None]
    """weightedDiff: sum of the weights."""
    sum_w2: NotRequired[float | None]
    """weightedDiff: sum of the squared weights."""
    sum_wd: NotRequired[float | None]
    """weightedDiff: sum of weight times difference."""
    sum_w2d: NotRequired[float | None]
    """weightedDiff: sum of squared weight times difference."""
    sum_w2d2: NotRequired[float | None]
    """weightedDiff: sum of squared weight times squared difference."""
    auc_c: NotRequired[float | None]
    """aucPair: AUC of the challenger, a share from 0 to 1 without a unit."""
    auc_i: NotRequired[float | None]
    """aucPair: AUC of the incumbent, a share from 0 to 1 without a unit."""
    var_c: NotRequired[float | None]
    """aucPair: DeLong variance of the challenger's AUC."""
    var_i: NotRequired[float | None]
    """aucPair: DeLong variance of the incumbent's AUC."""
    cov: NotRequired[float | None]
    """aucPair: DeLong covariance of both, without a unit."""
    varied: NotRequired[int | None]
    """meanDiff, weightedDiff, clusterDiff: rows, or units, whose difference is not the most frequent one, of which those beyond 10 need not be counted; with fewer than 10 a mean is not judged, unless it is a share of right outcomes."""
    wins: NotRequired[float | None]
    """weightedDiff, clusterDiff of right and wrong outcomes: weight of the rows, or number of the units, on which the challenger has more."""
    losses: NotRequired[float | None]
    """The same, weight or units, on which the incumbent has more."""
    observed: NotRequired[float | None]
    """replicates: the difference on the rows themselves, which must be that of the reports, in the metric's unit; may be left out."""


class PredictionColumnsFields(TypedDict):
    """Fields of PredictionColumns"""

    row_id: NotRequired[str | Sequence[str] | None]
    """Column with the id of each row, alike in every version's file, or a list of columns that are it together; without one nothing can be paired. `#1` is the first column, whatever its name."""
    label: str
    """Column with the true class or value; for a ranking the relevance, 0 or more."""
    prediction: NotRequired[str | None]
    """Column with what was predicted; of binary predictions it may be left out, the score then decides."""
    score: NotRequired[str | None]
    """Column with the score: of the positive class from 0 to 1, or what a ranking is ordered by, highest first."""
    weight: NotRequired[str | None]
    """Column with the weight of each row; every metric but latencies is then weighted."""
    unit: NotRequired[str | None]
    """Column that names the user, session or query of a row; rows of one are taken as dependent."""
    latency_ms: NotRequired[str | None]
    """Column with the time each prediction took, in milliseconds."""
    probabilities: NotRequired[Mapping[str, str] | None]
    """Multiclass: the column with the probability of each class."""


class QuarantineFields(TypedDict):
    """Fields of QuarantineRequest"""


class RecurrenceFields(TypedDict):
    """Fields of RecurrenceRequest"""

    cron: str
    """Minute, hour, day of month, month and day of week in the time zone of the freeze, such as `0 18 * * 5`."""
    duration: str
    """How long it holds each time, in real time, as an ISO 8601 duration of weeks to seconds, such as `PT62H`."""


class RedeliverFields(TypedDict):
    """Fields of RedeliverRequest"""

    to: NotRequired[datetime.datetime | None]
    """Events at or before this time; until now unless given."""


class RegisterDatasetFields(TypedDict):
    """Fields of RegisterDatasetRequest"""

    name: str
    """Name of the dataset."""
    version: str
    """Version of the dataset."""
    split: NotRequired[str | None]
    """Part of the dataset, such as test."""
    digest: NotRequired[str | None]
    """Digest of the content, `sha256:` and 64 hexadecimal digits."""
    row_count: int
    """Number of rows."""
    inventory: Mapping[str, Any]
    """Feature to value to number of rows, as in `{"sex": {"Female": 5421, "Male": 10860}}`; `__null__` counts rows without a value."""
    description: NotRequired[str | None]
    """What the dataset is."""


class RegisterVersionFields(TypedDict):
    """Fields of RegisterVersionRequest"""

    run_id: NotRequired[str | None]
    """The training run this version came from."""
    artifact_digest: NotRequired[str | None]
    """Digest of the artifact's bytes, `sha256:` and 64 hexadecimal digits."""
    dataset: NotRequired[DatasetReference | DatasetReferenceFields | Mapping[str, Any] | None]
    """The dataset the version was trained on."""
    git_commit: NotRequired[str | None]
    """The commit of the training code, 7 to 64 hexadecimal digits."""
    framework: NotRequired[str | None]
    """Library the model was made with, and its version."""
    signature: NotRequired[Mapping[str, Any] | None]
    """Inputs and outputs of the model, as JSON."""
    params: NotRequired[Mapping[str, Any] | None]
    """Training parameters, as JSON."""
    metrics: NotRequired[Mapping[str, float] | None]
    """Training metrics, name to finite number; for information, gates judge by evaluations."""
    description: NotRequired[str | None]
    """What is special about this version, in Markdown."""
    tags: NotRequired[Mapping[str, str] | None]
    """Free labels, key to text."""
    artifact: NotRequired[str | os.PathLike[str] | None]
    """The artifact as a file of this machine; its SHA-256 becomes `artifact_digest`."""


class ReleaseFields(TypedDict):
    """Fields of ReleaseRequest"""

    reason: NotRequired[str | None]
    """Why the version may be promoted again."""


class RenameModelFields(TypedDict):
    """Fields of RenameModelRequest"""


class RequestTransitionFields(TypedDict):
    """Fields of RequestTransitionRequest"""

    reason: NotRequired[str | None]
    """Why; required to demote and to archive."""
    expected_incumbent: NotRequired[int | None]
    """The version the caller believes to be in Production, null for none; another one there is answered with 409."""
    allow_empty_production: NotRequired[bool | None]
    """Allows a move that leaves Production empty."""


class RollbackFields(TypedDict):
    """Fields of RollbackRequest"""

    to_version: NotRequired[int | None]
    """The version to put back; without it, the last good one before the version in Production."""
    expected_incumbent: NotRequired[int | None]
    """The version the caller believes to be in Production, null for none; another one there is answered with 409."""


class RotateSecretFields(TypedDict):
    """Fields of RotateSecretRequest"""

    overlap_seconds: NotRequired[int | None]
    """How long deliveries are signed by the former secret as well, in seconds; a day unless given."""


class SetAliasFields(TypedDict):
    """Fields of SetAliasRequest"""


class SetHoldFields(TypedDict):
    """Fields of SetHoldRequest"""


class SetRoleFields(TypedDict):
    """Fields of SetRoleRequest"""

    permissions: Sequence[Permission | PermissionValue]
    """What the role gives. Nobody gives what they lack themselves."""
    description: NotRequired[str | None]
    """What the role is for; empty unless given."""


class SignatureLineFields(TypedDict):
    """Fields of SignatureLine"""

    keyid: NotRequired[str | None]
    """A hint at the key; it decides nothing."""
    sig: str
    """The signature over the pre-authentication encoding of DSSE, as base64."""


class StartBackTestFields(TypedDict):
    """Fields of StartBackTestRequest"""

    policy: GatePolicyDocument | GatePolicy | Mapping[str, Any]
    """The draft policy, in the form of a gate policy document."""
    model: NotRequired[str | None]
    """The model to judge, the draft standing for its own policy; without it all models, the draft standing for the registry's default."""


class StartSessionFields(TypedDict):
    """Fields of StartSessionRequest"""

    code: NotRequired[str | None]
    """The code of a sign-in link; either this or `token`."""
    token: NotRequired[str | None]
    """A token that the service issued; either this or `code`. The browser need not keep it."""


class StartVerificationFields(TypedDict):
    """Fields of StartVerificationRequest"""

    from_: NotRequired[int | None]
    """The sequence to begin with; events before it are taken as they are. All of the record unless given."""
    to: NotRequired[int | None]
    """The sequence to end with; the newest unless given."""


class SubmitEvaluationFields(TypedDict):
    """Fields of SubmitEvaluationRequest"""

    environment: NotRequired[str | None]
    """Class of machine that operational metrics such as latency were taken on."""
    label_definition: NotRequired[str | None]
    """Version of the definition that the labels follow, such as churn-30d; evaluations by different ones are not compared unless the policy says so."""
    slice_definition: NotRequired[str | None]
    """Version of the definition that the slices follow, such as age-bands-2; slices by different ones are not compared unless the policy says so."""
    dataset: EvaluationDataset | EvaluationDatasetFields | Mapping[str, Any]
    """The data the version was measured on."""
    evaluated_at: NotRequired[datetime.datetime | None]
    """When it was measured; the time of submission unless given."""
    evaluator: NotRequired[str | None]
    """What measured it, such as sklearn-1.2."""
    prediction_digest: NotRequired[str | None]
    """Digest of the predictions; two versions with the same one predict the same."""
    metrics: Sequence[EvaluationMetricValue | EvaluationMetricValueFields | Mapping[str, Any]]
    """The metrics, overall and per slice, each with its sample count; no metric twice on one slice."""
    paired: NotRequired[Sequence[PairedEvidence | PairedEvidenceFields | Mapping[str, Any]] | None]
    """Paired evidence against incumbents, per slice."""


class SubmitPredictionsFields(TypedDict):
    """Fields of SubmitPredictionsRequest"""

    environment: NotRequired[str | None]
    """Class of machine that operational metrics such as latency were taken on."""
    label_definition: NotRequired[str | None]
    """Version of the definition that the labels follow, such as churn-30d; evaluations by different ones are not compared unless the policy says so."""
    slice_definition: NotRequired[str | None]
    """Version of the definition that the slices follow, such as age-bands-2; slices by different ones are not compared unless the policy says so."""
    task: PredictionTask | PredictionTaskValue
    """What the predictions answer: a yes or no, one of several classes, a number, or an order."""
    dataset: EvaluationDataset | EvaluationDatasetFields | Mapping[str, Any]
    """The data that was predicted; versions are compared on the same dataset alone."""
    columns: NotRequired[PredictionColumns | PredictionColumnsFields | Mapping[str, Any]]
    """Which column of the file holds what."""
    slices: NotRequired[Sequence[str] | None]
    """Columns whose every value makes a slice."""
    crosses: NotRequired[Sequence[Sequence[str]] | None]
    """Sets of slice columns whose every combination makes a slice, as in `[["sex", "race"]]`."""
    threshold: NotRequired[float | None]
    """Binary without a prediction column: a score at or above it predicts the positive class; 0.5 unless given."""
    classes: NotRequired[Sequence[str] | None]
    """The classes; of binary predictions the negative one first, 0 and 1 unless given."""
    cutoffs: NotRequired[Sequence[int] | None]
    """Ranking: how many of the best ranked rows of a query count; 5 and 10 unless given."""
    format: NotRequired[PredictionFormat | PredictionFormatValue | None]
    """Format of the file; told by its name unless given."""
    delimiter: NotRequired[CsvDelimiterValue | None]
    """What separates the columns of a CSV file; unless given what its first line `sep=` states, a tab in `.tsv`, else a comma."""
    decimal: NotRequired[DecimalMark | DecimalMarkValue | None]
    """What separates the fraction of numbers in a CSV file; a point unless given, or a comma that can be nothing else."""
    thousands: NotRequired[ThousandsMark | ThousandsMarkValue | None]
    """What separates thousands in numbers of a CSV file; nothing unless given. A space stands for any that does not break."""
    uri: NotRequired[str | None]
    """A file that the server may read, as a `file:` URL, instead of an upload."""
    digest: NotRequired[str | None]
    """Digest of the file; a file with another one is refused."""
    compare_with: NotRequired[Sequence[int] | None]
    """Versions to compare with on the same rows; the one in Production unless given, none for an empty list."""
    evaluated_at: NotRequired[datetime.datetime | None]
    """When it was measured; the time of the result unless given."""
    evaluator: NotRequired[str | None]
    """What predicted, such as sklearn-1.2; the engine that measured unless given."""
    row_id: NotRequired[str | Sequence[str] | None]
    """Column with the id of each row, alike in every version's file, or a list of columns that are it together; without one nothing can be paired. `#1` is the first column, whatever its name. In place of `columns`."""
    label: NotRequired[str | None]
    """Column with the true class or value; for a ranking the relevance, 0 or more. In place of `columns`."""
    prediction: NotRequired[str | None]
    """Column with what was predicted; of binary predictions it may be left out, the score then decides. In place of `columns`."""
    score: NotRequired[str | None]
    """Column with the score: of the positive class from 0 to 1, or what a ranking is ordered by, highest first. In place of `columns`."""
    weight: NotRequired[str | None]
    """Column with the weight of each row; every metric but latencies is then weighted. In place of `columns`."""
    unit: NotRequired[str | None]
    """Column that names the user, session or query of a row; rows of one are taken as dependent. In place of `columns`."""
    latency_ms: NotRequired[str | None]
    """Column with the time each prediction took, in milliseconds. In place of `columns`."""
    probabilities: NotRequired[Mapping[str, str] | None]
    """Multiclass: the column with the probability of each class. In place of `columns`."""


class SubmitSignatureFields(TypedDict):
    """Fields of SubmitSignatureRequest"""

    payload_type: NotRequired[str | None]
    """Media type of the payload: `application/vnd.in-toto+json`. An envelope has this, payload and signatures; a bundle is sent without them."""
    payload: NotRequired[str | None]
    """An in-toto statement, of which one subject has the digest of the artifact as its `sha256`; as base64."""
    signatures: NotRequired[Sequence[SignatureLine | SignatureLineFields | Mapping[str, Any]] | None]
    """Who signed it."""
    bundle: NotRequired[Mapping[str, Any] | None]
    """A Sigstore bundle of the type `application/vnd.dev.sigstore.bundle.v0.3+json`, with a DSSE envelope and a certificate in it, instead of an envelope alone."""


class UpdateModelFields(TypedDict):
    """Fields of UpdateModelRequest"""

    description: NotRequired[str | None]
    """New description; null empties it, absent keeps it."""
    owner: NotRequired[str | None]
    """New owner; null clears it, absent keeps it."""
    tags: NotRequired[Mapping[str, str | None] | None]
    """Tags to set; a null value removes that tag, tags not named stay, null instead of an object removes all."""


class UpdateVersionFields(TypedDict):
    """Fields of UpdateVersionRequest"""

    description: NotRequired[str | None]
    """New description; null empties it, absent keeps it."""
    tags: NotRequired[Mapping[str, str | None] | None]
    """Tags to set; a null value removes that tag, tags not named stay, null instead of an object removes all."""


class UpdateWebhookFields(TypedDict):
    """Fields of UpdateWebhookRequest"""

    url: NotRequired[str | None]
    """Another address."""
    types: NotRequired[Sequence[str] | None]
    """Other types of events."""
    model: NotRequired[str | None]
    """Another model; null for every one."""
    model_prefix: NotRequired[str | None]
    """Another beginning of names; null for every name."""
    format: NotRequired[WebhookFormat | WebhookFormatValue | None]
    """Another form of what is sent."""
    enabled: NotRequired[bool | None]
    """Whether anything is sent; what happens while nothing is sent is told when it is enabled again."""


class GatePolicyFields(TypedDict):
    """A gate policy; stage fields at the top level mean Production."""

    api_version: NotRequired[Literal["gates/v1"] | None]
    """Version of this format."""
    kind: NotRequired[Literal["GatePolicy"] | None]
    """Constant name of this document type."""
    name: NotRequired[str | None]
    """Name of the policy for people."""
    description: NotRequired[str | None]
    """What the policy is for."""
    metrics: NotRequired[Mapping[str, MetricDeclaration] | None]
    """Metrics by name; well-known ones need no entry."""
    defaults: NotRequired[GateDefaults | None]
    """Values for rules that state none."""
    stages: NotRequired[PolicyStages | None]
    """Gates per target stage."""
    protected_aliases: NotRequired[Sequence[str] | None]
    """Aliases that move only by a promotion through the gates."""
    policy_changes: NotRequired[PolicyChangeTerms | None]
    """Who must approve a change of this policy."""
    preset: NotRequired[GatePresetValue | None]
    """Named set of defaults; open means no gates."""
    rules: NotRequired[
        Sequence[
            ThresholdRule
            | RegressionRule
            | SliceGapRule
            | MetadataRule
            | FreshnessRule
            | SoakRule
            | HoldoutReuseRule
            | GroupRule
            | ShortGateRule
        ]
        | None
    ]
    """The gate rules, at most 500, in any order."""
    approvals: NotRequired[ApprovalDemand | None]
    """Who must approve the transition."""
    first_promotion: NotRequired[FirstPromotion | None]
    """What holds while there is no incumbent."""
    allow_skip_staging: NotRequired[bool | None]
    """Whether a version may go to Production without Staging."""
    rollback: NotRequired[RollbackGates | None]
    """What a rollback to this stage needs."""
    comparability: NotRequired[Comparability | None]
    """What must agree before two evaluations are compared."""
    freeze: NotRequired[StageFreeze | Sequence[StageFreeze] | None]
    """When nothing moves into the stage: one block or, where time zones differ, several."""
    override: NotRequired[BreakGlass | None]
    """How the gates of the stage are passed in an emergency."""
    waivers: NotRequired[WaiverTerms | None]
    """Who may let an inconclusive rule pass, and for how long."""
