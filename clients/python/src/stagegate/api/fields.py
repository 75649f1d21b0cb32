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
    "CheckGatePolicyFields",
    "CheckGatesFields",
    "CreateModelFields",
    "CsvDelimiterValue",
    "CurveKindValue",
    "DatasetReferenceFields",
    "DecideTransitionFields",
    "DecimalMarkValue",
    "EvaluateStoredPredictionsFields",
    "EvaluationDatasetFields",
    "EvaluationMetricValueFields",
    "EvidenceInclusionValue",
    "GatePolicyFields",
    "GatedStageValue",
    "IssueTokenFields",
    "ModelConditionCodeValue",
    "PairedEvidenceFields",
    "PairedKindValue",
    "PredictionColumnsFields",
    "PredictionFormatValue",
    "PredictionJobStatusValue",
    "PredictionTaskValue",
    "QuarantineFields",
    "RegisterDatasetFields",
    "RegisterVersionFields",
    "ReleaseFields",
    "RenameModelFields",
    "RequestTransitionFields",
    "RoleValue",
    "RollbackFields",
    "SetAliasFields",
    "StageValue",
    "StartBackTestFields",
    "StartSessionFields",
    "StartVerificationFields",
    "SubmitEvaluationFields",
    "SubmitPredictionsFields",
    "ThousandsMarkValue",
    "TransitionKindValue",
    "TransitionStatusValue",
    "UpdateModelFields",
    "UpdateVersionFields",
]

ApprovalDecisionValue: TypeAlias = Literal["approve", "reject"]
AuditOrderValue: TypeAlias = Literal["-sequence", "sequence"]
CsvDelimiterValue: TypeAlias = Literal[",", ";", "\t", "|"]
CurveKindValue: TypeAlias = Literal["calibration", "roc", "residuals"]
DecimalMarkValue: TypeAlias = Literal[".", ","]
EvidenceInclusionValue: TypeAlias = Literal["all", "metrics", "paired", "none"]
GatedStageValue: TypeAlias = Literal["Production", "Staging"]
ModelConditionCodeValue: TypeAlias = Literal["awaiting", "no_policy"]
PairedKindValue: TypeAlias = Literal["clusterDiff", "weightedDiff", "binary8", "aucPair", "meanDiff", "replicates"]
PredictionFormatValue: TypeAlias = Literal["parquet", "csv", "ndjson"]
PredictionJobStatusValue: TypeAlias = Literal["queued", "running", "succeeded", "failed", "cancelled"]
PredictionTaskValue: TypeAlias = Literal["binary", "multiclass", "regression", "ranking"]
RoleValue: TypeAlias = Literal["viewer", "contributor", "approver", "admin"]
StageValue: TypeAlias = Literal["None", "Staging", "Production", "Archived"]
ThousandsMarkValue: TypeAlias = Literal[",", ".", " ", "'"]
TransitionKindValue: TypeAlias = Literal["promote", "demote", "archive", "restore", "rollback"]
TransitionStatusValue: TypeAlias = Literal["applied", "refused", "awaiting_approval", "rejected", "cancelled", "stale"]


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


class CheckGatePolicyFields(TypedDict):
    """Fields of CheckGatePolicyRequest"""

    policy: GatePolicyDocument | GatePolicy | Mapping[str, Any]
    """The draft policy, in the form of a gate policy document."""


class CheckGatesFields(TypedDict):
    """Fields of CheckGatesRequest"""


class CreateModelFields(TypedDict):
    """Fields of CreateModelRequest"""

    description: NotRequired[str | None]
    """What the model is for, in Markdown."""
    owner: NotRequired[str | None]
    """Person or team that answers for the model."""
    tags: NotRequired[Mapping[str, str] | None]
    """Free labels, key to text."""


class DatasetReferenceFields(TypedDict):
    """Fields of DatasetReference"""

    name: str
    """Name of the dataset."""
    version: str
    """Version of the dataset."""
    digest: NotRequired[str | None]
    """Digest of the dataset's content, `sha256:` and 64 hexadecimal digits."""


class DecideTransitionFields(TypedDict):
    """Fields of DecideTransitionRequest"""

    comment: NotRequired[str | None]
    """What the decision rests on."""
    expected_report_digest: NotRequired[str | None]
    """Digest of the gate report that was looked at; of a transition that rests on another one nothing is decided, and the answer is 409."""


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


class IssueTokenFields(TypedDict):
    """Fields of IssueTokenRequest"""

    subject: str
    """Who the token speaks for, brought to the Unicode form NFKC; separation of duty compares it without regard to case. No control or format characters, no blank at either end, no word of letters that look alike, and not the name of the service."""
    roles: Sequence[Role | RoleValue]
    """What the token may do; roles add up."""
    approval_roles: NotRequired[Sequence[str] | None]
    """Roles of your own that approvals ask for, such as ml-lead; deciding takes the role approver besides. Letters and digits, with spaces and `._-` inside, and none that reads like a role of the service."""
    name: NotRequired[str | None]
    """Where the token is used, for the list of tokens."""
    expires_in_seconds: NotRequired[int | None]
    """How long the token lives; a day unless given, at most 366 days."""


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


class SetAliasFields(TypedDict):
    """Fields of SetAliasRequest"""


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
