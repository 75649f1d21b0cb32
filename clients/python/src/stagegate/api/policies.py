"""Policies as TypedDicts, with the names of the API's documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict

from .models import *  # noqa: F403

if TYPE_CHECKING:
    from typing_extensions import NotRequired

__all__ = [
    "ApprovalDemand",
    "ApprovalExclusionValue",
    "ApprovalSlot",
    "BreakGlass",
    "Comparability",
    "EnforcementValue",
    "EvidenceLevelValue",
    "FactDemand",
    "FactOperatorValue",
    "FirstPromotion",
    "FreshnessRule",
    "FrozenKindValue",
    "GapBoundValue",
    "GapStatisticValue",
    "GateDefaults",
    "GatePolicy",
    "GatePresetValue",
    "GroupRule",
    "HoldoutReuseRule",
    "InconclusiveHandlingValue",
    "MarginParts",
    "MetadataRule",
    "MetricDeclaration",
    "MetricDirectionValue",
    "MetricKindValue",
    "MissingSliceHandlingValue",
    "MultiplicityValue",
    "NamedDataset",
    "PolicyChangeTerms",
    "PolicyStages",
    "RecurringWindow",
    "RegressionModeValue",
    "RegressionRule",
    "RollbackGates",
    "ShortGateRule",
    "SignerIdentity",
    "SingleWindow",
    "SliceGapRule",
    "SoakRule",
    "StageFreeze",
    "StageGates",
    "ThresholdBoundValue",
    "ThresholdRule",
    "WaivableStatusValue",
    "WaiverTerms",
]

ApprovalExclusionValue: TypeAlias = Literal["registrant", "requester", "evaluator", "policyAuthor"]
EnforcementValue: TypeAlias = Literal["block", "warn", "observe"]
EvidenceLevelValue: TypeAlias = Literal["point", "interval", "paired"]
FactOperatorValue: TypeAlias = Literal[
    "present", "absent", "equals", "matches", "compatible_with_incumbent", "verified"
]
FrozenKindValue: TypeAlias = Literal["PROMOTION", "ROLLBACK", "OVERRIDE"]
GapBoundValue: TypeAlias = Literal["point", "confidence"]
GapStatisticValue: TypeAlias = Literal["difference", "ratio", "worst_vs_overall"]
GatePresetValue: TypeAlias = Literal["open", "simple", "standard", "regulated", "staging"]
InconclusiveHandlingValue: TypeAlias = Literal["block", "warn"]
MetricDirectionValue: TypeAlias = Literal["higher", "lower", "none"]
MetricKindValue: TypeAlias = Literal["proportion", "ratio", "auc", "mean", "quantile", "scalar"]
MissingSliceHandlingValue: TypeAlias = Literal["inconclusive", "threshold_only"]
MultiplicityValue: TypeAlias = Literal["none", "holm", "bh"]
RegressionModeValue: TypeAlias = Literal["point", "non_inferiority", "no_detected_regression", "superiority"]
ThresholdBoundValue: TypeAlias = Literal["point", "lower_confidence", "upper_confidence"]
WaivableStatusValue: TypeAlias = Literal["INCONCLUSIVE"]


class ApprovalDemand(TypedDict):
    """Who must approve the transition."""

    slots: NotRequired[Sequence[ApprovalSlot]]
    """Approvals needed; an empty list asks for none, absent means one by an approver."""
    distinctPersons: NotRequired[bool]
    """Whether one person may fill only one slot; true when absent."""
    excludeActors: NotRequired[Sequence[ApprovalExclusion | ApprovalExclusionValue]]
    """Who may not approve: the registrant of the version, the requester of the transition, the evaluator, who submitted evidence of the version, the policyAuthor, who changed the policy since the version was registered or Production last changed; when absent the first two, with the preset standard the first three, and with regulated all four."""
    rejectionIsVeto: NotRequired[bool]
    """Whether one rejection ends the request; true when absent."""
    serviceAccounts: NotRequired[bool]
    """Whether service accounts may approve: false, since machines approve nothing."""
    expireAfter: NotRequired[str]
    """How long an approval counts, as an ISO 8601 duration of weeks to seconds; P7D when absent."""
    requestsExpireAfter: NotRequired[str]
    """How long a request waits for its approvals, as an ISO 8601 duration; P30D when absent."""
    dismissOnNewEvaluation: NotRequired[bool]
    """Whether new evidence dismisses approvals: true, since they are bound to what was looked at."""


class ApprovalSlot(TypedDict):
    """Approvals of one role, or of one group."""

    role: NotRequired[str]
    """Role that an approver of this slot must hold."""
    group: NotRequired[str]
    """Group of the identity provider that an approver must be in, instead of a role."""
    count: NotRequired[int]
    """How many such approvals are needed, 1 to 20; 1 when absent."""


class BreakGlass(TypedDict):
    """How the gates of the stage are passed in an emergency."""

    enabled: NotRequired[bool]
    """Whether there is a way past the gates at all; true when absent."""
    role: NotRequired[str]
    """Role that the second person holds besides the right to break glass; none when absent."""
    secondPerson: NotRequired[bool]
    """Whether another person has to confirm; true when absent, and always with the preset regulated."""
    reasonMinLength: NotRequired[int]
    """Characters that the reason has at least, 1 to 2000; 1 when absent."""
    ticketRequired: NotRequired[bool]
    """Whether the ticket of the emergency is named; true when absent."""
    never: NotRequired[Sequence[str]]
    """Codes of blockers, and of reasons of rules, that nobody gets past, besides those of integrity."""
    reviewDueDays: NotRequired[int]
    """Days until its review has to be closed, 1 to 365; 3 when absent."""


class Comparability(TypedDict):
    """What must agree before two evaluations are compared."""

    sameDatasetVersion: NotRequired[bool]
    """Whether both models must be measured on one dataset version; true when absent."""
    sameDatasetDigest: NotRequired[bool]
    """Whether the dataset digests must agree; true when absent."""
    sameMetricDefinition: NotRequired[bool]
    """Whether implementation and unit of a metric and the definition of the labels must agree; true when absent."""
    sameSliceDefinition: NotRequired[bool]
    """Whether slices are compared only when they follow one definition; true when absent."""
    sameEnvironmentClass: NotRequired[Sequence[str]]
    """Metrics that are compared only when both evaluations state one environment."""
    forbidTrainEvalOverlap: NotRequired[bool]
    """Whether evaluating on training data is refused; true when absent."""


class FactDemand(TypedDict):
    """One demand on the record of the version."""

    path: str
    """Fact of the version, such as runId, gitCommit, artifactDigest, signature, tags.team or params.depth."""
    op: FactOperatorValue
    """What must hold of it."""
    value: NotRequired[str | float | bool]
    """Value for equals; pattern for matches."""
    keys: NotRequired[Sequence[str]]
    """Public keys for verified, as PEM: Ed25519, ECDSA or RSA; the signature of one of them is enough."""
    identities: NotRequired[Sequence[SignerIdentity]]
    """Who may sign for verified by a Sigstore bundle; one of them is enough, and so is one of keys where both are given."""


class FirstPromotion(TypedDict):
    """What holds while there is no incumbent."""

    allowed: NotRequired[bool]
    """Whether a version may be promoted while there is no incumbent; true when absent."""
    requireThresholdRules: NotRequired[bool]
    """Whether at least one threshold rule must have judged a first promotion; true when absent."""
    extraApprovals: NotRequired[int]
    """Approvals needed on top for a first promotion, 0 to 10."""


class FreshnessRule(TypedDict):
    """The evaluation must be recent."""

    kind: Literal["freshness"]
    """Limits the age of the evaluation."""
    maxAgeDays: float
    """Largest age of the evaluation in days."""
    id: NotRequired[str]
    """Unique id of the rule within its stage; derived from its content when absent."""
    description: NotRequired[str]
    """Why the rule exists, at most 1000 characters."""
    enforcement: NotRequired[Enforcement | EnforcementValue]
    """block refuses, warn reports a warning, observe only records; block when absent."""
    dataset: NotRequired[str | NamedDataset]
    """The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger."""


class GateDefaults(TypedDict):
    """Values for rules that state none."""

    enforcement: NotRequired[Enforcement | EnforcementValue]
    """Enforcement of rules that state none."""
    minSliceSize: NotRequired[int]
    """Rows below which a slice is not judged; 100 when absent."""
    minEvidence: NotRequired[EvidenceLevel | EvidenceLevelValue]
    """Weakest evidence a statistical mode accepts: point, interval or paired; interval when absent."""
    onInconclusive: NotRequired[InconclusiveHandlingValue]
    """Whether measures with too little data block or, unless critical, only warn; block when absent."""
    confidence: NotRequired[float]
    """One-sided confidence, between 0.5 and 1; 0.95 when absent."""
    maxEvaluationAgeDays: NotRequired[float]
    """Largest age of an evaluation in days, as a freshness rule."""
    equalityEpsilon: NotRequired[float]
    """Relative tolerance of comparisons, 0 to 0.001."""
    dataset: NotRequired[str | NamedDataset]
    """The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger."""


class GatePolicy(TypedDict):
    """A gate policy; stage fields at the top level mean Production."""

    apiVersion: NotRequired[Literal["gates/v1"]]
    """Version of this format."""
    kind: NotRequired[Literal["GatePolicy"]]
    """Constant name of this document type."""
    name: NotRequired[str]
    """Name of the policy for people."""
    description: NotRequired[str]
    """What the policy is for."""
    metrics: NotRequired[Mapping[str, MetricDeclaration]]
    """Metrics by name; well-known ones need no entry."""
    defaults: NotRequired[GateDefaults]
    """Values for rules that state none."""
    stages: NotRequired[PolicyStages]
    """Gates per target stage."""
    protectedAliases: NotRequired[Sequence[str]]
    """Aliases that move only by a promotion through the gates."""
    policyChanges: NotRequired[PolicyChangeTerms]
    """Who must approve a change of this policy."""
    preset: NotRequired[GatePresetValue]
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
    ]
    """The gate rules, at most 500, in any order."""
    approvals: NotRequired[ApprovalDemand]
    """Who must approve the transition."""
    firstPromotion: NotRequired[FirstPromotion]
    """What holds while there is no incumbent."""
    allowSkipStaging: NotRequired[bool]
    """Whether a version may go to Production without Staging."""
    rollback: NotRequired[RollbackGates]
    """What a rollback to this stage needs."""
    comparability: NotRequired[Comparability]
    """What must agree before two evaluations are compared."""
    freeze: NotRequired[StageFreeze | Sequence[StageFreeze]]
    """When nothing moves into the stage: one block or, where time zones differ, several."""
    override: NotRequired[BreakGlass]
    """How the gates of the stage are passed in an emergency."""
    waivers: NotRequired[WaiverTerms]
    """Who may let an inconclusive rule pass, and for how long."""


class GroupRule(TypedDict):
    """At least k of n rules must pass."""

    kind: Literal["group"]
    """Is met when enough of its rules are."""
    atLeast: int
    """How many of the rules must pass."""
    rules: Sequence[
        ThresholdRule
        | RegressionRule
        | SliceGapRule
        | MetadataRule
        | FreshnessRule
        | SoakRule
        | HoldoutReuseRule
        | ShortGateRule
    ]
    """The rules of the group."""
    id: NotRequired[str]
    """Unique id of the rule within its stage; derived from its content when absent."""
    description: NotRequired[str]
    """Why the rule exists, at most 1000 characters."""
    enforcement: NotRequired[Enforcement | EnforcementValue]
    """block refuses, warn reports a warning, observe only records; block when absent."""
    dataset: NotRequired[str | NamedDataset]
    """The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger."""


class HoldoutReuseRule(TypedDict):
    """Evaluation data wear out by use."""

    kind: Literal["holdout_reuse"]
    """Counts the challengers judged on one dataset version."""
    warnAfter: NotRequired[int]
    """Challengers after which a warning is given."""
    failAfter: int
    """Challengers after which the data are spent."""
    id: NotRequired[str]
    """Unique id of the rule within its stage; derived from its content when absent."""
    description: NotRequired[str]
    """Why the rule exists, at most 1000 characters."""
    enforcement: NotRequired[Enforcement | EnforcementValue]
    """block refuses, warn reports a warning, observe only records; block when absent."""
    dataset: NotRequired[str | NamedDataset]
    """The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger."""


class MarginParts(TypedDict):
    """A margin of which the larger part counts."""

    abs: NotRequired[float]
    """Absolute margin in units of the metric, at least 0."""
    rel: NotRequired[float]
    """Margin as a share of |incumbent value|, 0 to 10."""


class MetadataRule(TypedDict):
    """Facts the version must state."""

    kind: Literal["metadata"]
    """Demands facts on the record of the version."""
    require: Sequence[FactDemand]
    """The demands; all must hold."""
    id: NotRequired[str]
    """Unique id of the rule within its stage; derived from its content when absent."""
    description: NotRequired[str]
    """Why the rule exists, at most 1000 characters."""
    enforcement: NotRequired[Enforcement | EnforcementValue]
    """block refuses, warn reports a warning, observe only records; block when absent."""
    dataset: NotRequired[str | NamedDataset]
    """The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger."""


class MetricDeclaration(TypedDict):
    """A metric that the rules use."""

    direction: NotRequired[MetricDirection | MetricDirectionValue]
    """Which way is better; needed unless the metric is well known."""
    kind: NotRequired[MetricKind | MetricKindValue]
    """What kind of number it is, which decides its statistics; mean when absent."""
    range: NotRequired[Sequence[float]]
    """Smallest and largest possible value."""
    unit: NotRequired[str]
    """Unit of the values, such as ms."""
    environment: NotRequired[Literal["required"]]
    """Whether evaluations must state their environment for it, and two the same one, as latencies must."""


class NamedDataset(TypedDict):
    """A dataset, or one split of it."""

    name: str
    """Name of the evaluation dataset."""
    split: NotRequired[str]
    """Split of it; absent means any."""


class PolicyChangeTerms(TypedDict):
    """Who must approve a change of this policy."""

    approvals: NotRequired[ApprovalDemand]
    """Who must approve the transition."""


class PolicyStages(TypedDict):
    """Gates per target stage."""

    Production: NotRequired[StageGates]
    """The gates of Production."""
    Staging: NotRequired[StageGates]
    """The gates of Staging."""


class RecurringWindow(TypedDict):
    """A window that comes again and again."""

    cron: str
    """When it begins: minute, hour, day of month, month, day of week, in the time zone."""
    duration: str
    """How long it holds each time, as an ISO 8601 duration of weeks to seconds, such as PT62H."""


class RegressionRule(TypedDict):
    """A limit on how much worse than the incumbent the challenger may be."""

    kind: Literal["regression"]
    """Compares the challenger with the incumbent."""
    metric: str
    """Name of the metric."""
    mode: NotRequired[RegressionModeValue]
    """point compares values; non_inferiority, no_detected_regression and superiority judge their uncertainty."""
    margin: NotRequired[float | MarginParts]
    """Largest allowed worsening: a number in metric units, or abs and rel, of which the larger counts."""
    onMissingIncumbentSlice: NotRequired[MissingSliceHandlingValue]
    """Whether a slice only the challenger has is INCONCLUSIVE or left to a threshold rule on the same slice."""
    whereReported: NotRequired[bool]
    """Whether to leave the rule out where a version has no value of the metric on the whole; false when absent."""
    id: NotRequired[str]
    """Unique id of the rule within its stage; derived from its content when absent."""
    description: NotRequired[str]
    """Why the rule exists, at most 1000 characters."""
    enforcement: NotRequired[Enforcement | EnforcementValue]
    """block refuses, warn reports a warning, observe only records; block when absent."""
    dataset: NotRequired[str | NamedDataset]
    """The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger."""
    onInconclusive: NotRequired[InconclusiveHandlingValue]
    """Whether measures with too little data block or, unless critical, only warn; block when absent."""
    confidence: NotRequired[float]
    """One-sided confidence, between 0.5 and 1; 0.95 when absent."""
    minEvidence: NotRequired[EvidenceLevel | EvidenceLevelValue]
    """Weakest evidence a statistical mode accepts: point, interval or paired; interval when absent."""
    minPositives: NotRequired[int]
    """Positive rows needed to judge a slice; 30 for AUC, else 0."""
    minNegatives: NotRequired[int]
    """Negative rows needed to judge a slice; 30 for AUC, else 0."""
    multiplicity: NotRequired[MultiplicityValue]
    """How the chance of a false FAIL is held over the measures of the rule; holm when absent, bh only to warn."""
    suspiciousGain: NotRequired[float]
    """Improvement in metric units beyond which a leak is suspected and nothing concluded."""
    slicesOf: NotRequired[Sequence[str]]
    """Features whose every value found in the evidence is judged as a slice; "sex&race" means their cross."""
    slices: NotRequired[Sequence[Mapping[str, str | float | bool]]]
    """Slices to judge; when given, only these are judged unless includeOverall is true."""
    includeOverall: NotRequired[bool]
    """Whether the whole is judged besides the slices; true when no slices are given, else false."""
    critical: NotRequired[bool]
    """Whether an undefined or inconclusive measure of this rule may never be overlooked."""
    minSliceSize: NotRequired[int]
    """Rows below which a slice is not judged but INCONCLUSIVE; 100 when absent."""
    poolSmallSlices: NotRequired[bool]
    """Whether discovered slices below minSliceSize are judged together as one; false when absent."""
    maxUntestedShare: NotRequired[float]
    """Share of rows, 0 to 1, that may lie in discovered slices too small to judge; 0.05 when absent."""
    maxSlices: NotRequired[int]
    """Most slices this rule may judge; 1000 when absent."""


class RollbackGates(TypedDict):
    """What a rollback to this stage needs."""

    requireGates: NotRequired[bool]
    """Whether failing gates block a rollback; false when absent."""
    hold: NotRequired[bool]
    """Whether nothing is promoted after a rollback until a person lifts the hold; true when absent."""


class ShortGateRule(TypedDict):
    """Short form: min or max make a threshold rule, maxRegression makes a regression rule."""

    metric: str
    """Name of the metric."""
    min: NotRequired[float]
    """Smallest allowed value, in units of the metric."""
    max: NotRequired[float]
    """Largest allowed value, in units of the metric."""
    maxRegression: NotRequired[float | MarginParts]
    """Largest allowed worsening: a number in metric units, or abs and rel, of which the larger counts."""
    mode: NotRequired[RegressionModeValue]
    """point compares values; non_inferiority, no_detected_regression and superiority judge their uncertainty."""
    bound: NotRequired[ThresholdBoundValue]
    """Whether the value itself or its confidence bound must keep the limit; point when absent."""
    onMissingIncumbentSlice: NotRequired[MissingSliceHandlingValue]
    """Whether a slice only the challenger has is INCONCLUSIVE or left to a threshold rule on the same slice."""
    id: NotRequired[str]
    """Unique id of the rule within its stage; derived from its content when absent."""
    description: NotRequired[str]
    """Why the rule exists, at most 1000 characters."""
    enforcement: NotRequired[Enforcement | EnforcementValue]
    """block refuses, warn reports a warning, observe only records; block when absent."""
    dataset: NotRequired[str | NamedDataset]
    """The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger."""
    onInconclusive: NotRequired[InconclusiveHandlingValue]
    """Whether measures with too little data block or, unless critical, only warn; block when absent."""
    confidence: NotRequired[float]
    """One-sided confidence, between 0.5 and 1; 0.95 when absent."""
    minEvidence: NotRequired[EvidenceLevel | EvidenceLevelValue]
    """Weakest evidence a statistical mode accepts: point, interval or paired; interval when absent."""
    minPositives: NotRequired[int]
    """Positive rows needed to judge a slice; 30 for AUC, else 0."""
    minNegatives: NotRequired[int]
    """Negative rows needed to judge a slice; 30 for AUC, else 0."""
    multiplicity: NotRequired[MultiplicityValue]
    """How the chance of a false FAIL is held over the measures of the rule; holm when absent, bh only to warn."""
    suspiciousGain: NotRequired[float]
    """Improvement in metric units beyond which a leak is suspected and nothing concluded."""
    slicesOf: NotRequired[Sequence[str]]
    """Features whose every value found in the evidence is judged as a slice; "sex&race" means their cross."""
    slices: NotRequired[Sequence[Mapping[str, str | float | bool]]]
    """Slices to judge; when given, only these are judged unless includeOverall is true."""
    includeOverall: NotRequired[bool]
    """Whether the whole is judged besides the slices; true when no slices are given, else false."""
    critical: NotRequired[bool]
    """Whether an undefined or inconclusive measure of this rule may never be overlooked."""
    minSliceSize: NotRequired[int]
    """Rows below which a slice is not judged but INCONCLUSIVE; 100 when absent."""
    poolSmallSlices: NotRequired[bool]
    """Whether discovered slices below minSliceSize are judged together as one; false when absent."""
    maxUntestedShare: NotRequired[float]
    """Share of rows, 0 to 1, that may lie in discovered slices too small to judge; 0.05 when absent."""
    maxSlices: NotRequired[int]
    """Most slices this rule may judge; 1000 when absent."""


class SignerIdentity(TypedDict):
    """Somebody who may sign by Sigstore."""

    subject: str
    """Subject alternative name of the certificate, such as an e-mail address or the URL of a workflow; * stands for any characters."""
    issuer: str
    """Issuer of the identity, to the letter, as the certificate names it."""


class SingleWindow(TypedDict):
    """A window that comes once."""

    start: str
    """First moment: RFC 3339, or without an offset by the clock of the zone."""
    end: str
    """First moment after it, in the same form."""


class SliceGapRule(TypedDict):
    """A limit on how differently groups are served."""

    kind: Literal["slice_gap"]
    """Limits the spread of a metric between slices."""
    metric: str
    """Name of the metric."""
    statistic: NotRequired[GapStatisticValue]
    """difference is largest minus smallest, ratio smallest by largest, worst_vs_overall how far the worst lies behind."""
    min: NotRequired[float]
    """Smallest allowed ratio, without a unit; only for statistic ratio."""
    max: NotRequired[float]
    """Largest allowed difference in metric units; not for statistic ratio."""
    noWorseThanIncumbentBy: NotRequired[float]
    """How much worse than that of the incumbent the spread may be."""
    bound: NotRequired[GapBoundValue]
    """Whether the spread itself or its confidence bounds are judged."""
    id: NotRequired[str]
    """Unique id of the rule within its stage; derived from its content when absent."""
    description: NotRequired[str]
    """Why the rule exists, at most 1000 characters."""
    enforcement: NotRequired[Enforcement | EnforcementValue]
    """block refuses, warn reports a warning, observe only records; block when absent."""
    dataset: NotRequired[str | NamedDataset]
    """The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger."""
    onInconclusive: NotRequired[InconclusiveHandlingValue]
    """Whether measures with too little data block or, unless critical, only warn; block when absent."""
    confidence: NotRequired[float]
    """One-sided confidence, between 0.5 and 1; 0.95 when absent."""
    slicesOf: NotRequired[Sequence[str]]
    """Features whose every value found in the evidence is judged as a slice; "sex&race" means their cross."""
    slices: NotRequired[Sequence[Mapping[str, str | float | bool]]]
    """Slices to judge; when given, only these are judged unless includeOverall is true."""
    includeOverall: NotRequired[bool]
    """Whether the whole is judged besides the slices; true when no slices are given, else false."""
    critical: NotRequired[bool]
    """Whether an undefined or inconclusive measure of this rule may never be overlooked."""
    minSliceSize: NotRequired[int]
    """Rows below which a slice is not judged but INCONCLUSIVE; 100 when absent."""
    poolSmallSlices: NotRequired[bool]
    """Whether discovered slices below minSliceSize are judged together as one; false when absent."""
    maxUntestedShare: NotRequired[float]
    """Share of rows, 0 to 1, that may lie in discovered slices too small to judge; 0.05 when absent."""
    maxSlices: NotRequired[int]
    """Most slices this rule may judge; 1000 when absent."""


class SoakRule(TypedDict):
    """The version must have stood in Staging for a while."""

    kind: Literal["soak"]
    """Demands time spent in Staging."""
    stage: NotRequired[Literal["Staging"]]
    """Where the version must have stood: Staging."""
    minDuration: str
    """Shortest stay as an ISO 8601 duration of days to seconds, such as P2D or PT12H."""
    id: NotRequired[str]
    """Unique id of the rule within its stage; derived from its content when absent."""
    description: NotRequired[str]
    """Why the rule exists, at most 1000 characters."""
    enforcement: NotRequired[Enforcement | EnforcementValue]
    """block refuses, warn reports a warning, observe only records; block when absent."""
    dataset: NotRequired[str | NamedDataset]
    """The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger."""


class StageFreeze(TypedDict):
    """When nothing moves into the stage."""

    timeZone: NotRequired[str]
    """IANA time zone of the windows; UTC when absent."""
    deny: NotRequired[Sequence[RecurringWindow | SingleWindow]]
    """Windows in which nothing moves; they beat those of allow."""
    allow: NotRequired[Sequence[RecurringWindow | SingleWindow]]
    """Windows outside of which nothing moves; any time when absent."""
    appliesTo: NotRequired[Sequence[FrozenKindValue]]
    """What it holds back: PROMOTION, ROLLBACK, OVERRIDE; promotions when absent."""
    rollbackExempt: NotRequired[bool]
    """Whether rollbacks go on; true when absent, unless appliesTo names them."""


class StageGates(TypedDict):
    """The gates of one target stage."""

    preset: NotRequired[GatePresetValue]
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
    ]
    """The gate rules, at most 500, in any order."""
    approvals: NotRequired[ApprovalDemand]
    """Who must approve the transition."""
    firstPromotion: NotRequired[FirstPromotion]
    """What holds while there is no incumbent."""
    allowSkipStaging: NotRequired[bool]
    """Whether a version may go to Production without Staging."""
    rollback: NotRequired[RollbackGates]
    """What a rollback to this stage needs."""
    comparability: NotRequired[Comparability]
    """What must agree before two evaluations are compared."""
    freeze: NotRequired[StageFreeze | Sequence[StageFreeze]]
    """When nothing moves into the stage: one block or, where time zones differ, several."""
    override: NotRequired[BreakGlass]
    """How the gates of the stage are passed in an emergency."""
    waivers: NotRequired[WaiverTerms]
    """Who may let an inconclusive rule pass, and for how long."""


class ThresholdRule(TypedDict):
    """A limit on the value of the challenger."""

    kind: Literal["threshold"]
    """Compares the value of the challenger with fixed limits."""
    metric: str
    """Name of the metric."""
    min: NotRequired[float]
    """Smallest allowed value, in units of the metric."""
    max: NotRequired[float]
    """Largest allowed value, in units of the metric."""
    bound: NotRequired[ThresholdBoundValue]
    """Whether the value itself or its confidence bound must keep the limit; point when absent."""
    id: NotRequired[str]
    """Unique id of the rule within its stage; derived from its content when absent."""
    description: NotRequired[str]
    """Why the rule exists, at most 1000 characters."""
    enforcement: NotRequired[Enforcement | EnforcementValue]
    """block refuses, warn reports a warning, observe only records; block when absent."""
    dataset: NotRequired[str | NamedDataset]
    """The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger."""
    onInconclusive: NotRequired[InconclusiveHandlingValue]
    """Whether measures with too little data block or, unless critical, only warn; block when absent."""
    confidence: NotRequired[float]
    """One-sided confidence, between 0.5 and 1; 0.95 when absent."""
    slicesOf: NotRequired[Sequence[str]]
    """Features whose every value found in the evidence is judged as a slice; "sex&race" means their cross."""
    slices: NotRequired[Sequence[Mapping[str, str | float | bool]]]
    """Slices to judge; when given, only these are judged unless includeOverall is true."""
    includeOverall: NotRequired[bool]
    """Whether the whole is judged besides the slices; true when no slices are given, else false."""
    critical: NotRequired[bool]
    """Whether an undefined or inconclusive measure of this rule may never be overlooked."""
    minSliceSize: NotRequired[int]
    """Rows below which a slice is not judged but INCONCLUSIVE; 100 when absent."""
    poolSmallSlices: NotRequired[bool]
    """Whether discovered slices below minSliceSize are judged together as one; false when absent."""
    maxUntestedShare: NotRequired[float]
    """Share of rows, 0 to 1, that may lie in discovered slices too small to judge; 0.05 when absent."""
    maxSlices: NotRequired[int]
    """Most slices this rule may judge; 1000 when absent."""


class WaiverTerms(TypedDict):
    """Who may let an inconclusive rule pass, and for how long."""

    allowFor: NotRequired[Sequence[WaivableStatusValue]]
    """What may be waived: INCONCLUSIVE when absent, nothing when empty."""
    approvals: NotRequired[int]
    """How many persons must waive a rule, 1 to 10; 1 when absent."""
    maxTtlDays: NotRequired[float]
    """Longest time that a waiver holds, in days, at most 7; 7 when absent."""
    reasonMinLength: NotRequired[int]
    """Fewest characters of a reason, 1 to 2000; 1 when absent."""
