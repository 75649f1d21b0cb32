import { LARGEST_COUNT } from '../../values/values.js';
import { IsCount, IsDigest, IsId, IsOneOf, IsSlice, IsTags } from '../../platform/http/fields.js';
import { EvaluationDataset } from '../../measuring/evaluations/evidence.dto.js';
import { DatasetReference } from '../../registry/versions/versions.dto.js';
import { STAGES, type Stage } from '../../values/stage.js';
import { type Verdict, VERDICTS } from '../../judging/verdict/verdict.js';
import { WaiverResponse } from '../waivers/waivers.dto.js';
import { ProductionTenureResponse } from '../transitions/history/history.dto.js';
import { APPROVAL_DECISIONS, type ApprovalDecision } from '../approvals/approvals.js';
import { MOVE_KINDS, type MoveKind, TRANSITION_STATUSES, type TransitionStatus } from '../transitions/stage-change.js';

/** What the model is for, as those who answer for it say. */
export class CardPurposeResponse {
  /** What the model is for, as its description says; empty when nothing was said. */
  description: string;

  /** What is special about the version, as its description says. */
  versionDescription: string;

  /** What it may be used for: the tag `intendedUse` of the version, or of the model; null when there is none. */
  intendedUse: string | null;

  /** What it may not be used for, and where it is known to fail: the tag `limits`, likewise. */
  limits: string | null;

  /** Person or team that answers for the model. */
  owner: string | null;

  /** Labels of the model, and of the version over them. */
  @IsTags()
  tags: Record<string, string>;
}

/** Where the version comes from. */
export class CardLineageResponse {
  /** The training run. */
  runId: string | null;

  /** The commit of the training code. */
  gitCommit: string | null;

  /** Library the model was made with, and its version. */
  framework: string | null;

  /** Where the artifact lies. */
  artifactUri: string;

  /** Digest of the artifact's bytes. */
  @IsDigest()
  artifactDigest: string | null;

  /** The dataset the version was trained on. */
  dataset: DatasetReference | null;

  /** When it was registered. */
  registeredAt: Date;

  /** Who registered it. */
  registeredBy: string;
}

/** A metric on a slice, with its two-sided 95 % interval. */
export class CardMeasureResponse {
  /** The metric. */
  metric: string;

  /** The slice; `{}` is the whole. */
  @IsSlice()
  slice: Record<string, string>;

  /** Its value, in units of the metric; null when it is undefined. */
  value: number | null;

  /** Lower end of the interval, in units of the metric; null where the evidence gives none. */
  lower: number | null;

  /** Upper end of the interval, in units of the metric; null likewise. */
  upper: number | null;

  /** Number of examples; null when nobody stated it. */
  @IsCount(0, LARGEST_COUNT)
  count: number | null;
}

/** One of the two slices that a gap lies between. */
export class CardGapEndResponse {
  /** Value of the feature. */
  value: string;

  /** The metric there, in its units. */
  measured: number;

  /** Number of examples; null when nobody stated it. */
  @IsCount(0, LARGEST_COUNT)
  count: number | null;
}

/** The widest difference of a metric between two values of a feature. */
export class CardGapResponse {
  /** The metric. */
  metric: string;

  /** The feature. */
  feature: string;

  /** Highest minus lowest, in units of the metric. */
  gap: number;

  /** Where it is lowest. */
  lowest: CardGapEndResponse;

  /** Where it is highest. */
  highest: CardGapEndResponse;
}

/** The newest evaluation of the version on one dataset. */
export class CardEvaluationResponse {
  /** Id of the evaluation. */
  @IsId()
  id: string;

  /** The data. */
  dataset: EvaluationDataset;

  /** When it was measured. */
  evaluatedAt: Date;

  /** What measured it; null when nobody stated it. */
  evaluator: string | null;

  /** Digest of the evaluation. */
  @IsDigest()
  digest: string;

  /** Every metric on the whole. */
  metrics: CardMeasureResponse[];

  /** Metrics on slices; of more than 200, those on the largest. */
  slices: CardMeasureResponse[];

  /** How many metrics on slices are left out. */
  @IsCount()
  slicesOmitted: number;

  /** Of every metric and feature the widest difference between two values, the widest first. */
  gaps: CardGapResponse[];
}

/** What somebody decided on a transition. */
export class CardApprovalResponse {
  /** Who. */
  actor: string;

  /** What. */
  @IsOneOf(APPROVAL_DECISIONS)
  decision: ApprovalDecision;

  /** What the decision rests on. */
  comment: string | null;

  /** When. */
  decidedAt: Date;
}

/** A change of stage that was asked for. */
export class CardDecisionResponse {
  /** Id of the transition. */
  @IsId()
  transitionId: string;

  /** Kind of the move. */
  @IsOneOf(MOVE_KINDS)
  kind: MoveKind;

  /** The stage it led to. */
  @IsOneOf(STAGES)
  toStage: Stage;

  /** What became of it. */
  @IsOneOf(TRANSITION_STATUSES)
  status: TransitionStatus;

  /** Who asked for it. */
  requestedBy: string;

  /** When it was asked for. */
  requestedAt: Date;

  /** Why, in the words of who asked. */
  reason: string | null;

  /** What the gates said; null for a move that no gate judges. */
  @IsOneOf(VERDICTS)
  verdict: Verdict | null;

  /** The same in a sentence. */
  message: string | null;

  /** The decisions on it that count, or counted when it was settled. */
  approvals: CardApprovalResponse[];
}

/** What the last promotion to Production can be checked by. */
export class CardAttestationResponse {
  /** Id of the transition. */
  @IsId()
  transitionId: string;

  /** Id of the gate report. */
  @IsId()
  gateReportId: string | null;

  /** Digest of the gate report, which `replayGateReport` computes again. */
  @IsDigest()
  reportDigest: string | null;

  /** Digest of the policy that judged. */
  @IsDigest()
  policyDigest: string | null;

  /** Digest over the evaluations that were judged by. */
  @IsDigest()
  evidenceDigest: string | null;

  /** Digest of the artifact that was promoted. */
  @IsDigest()
  artifactDigest: string | null;
}

/** A judgement that a waiver was part of. */
export class CardCoveredResponse {
  /** Id of the transition. */
  @IsId()
  transitionId: string;

  /** What the gates said of it, which a waiver does not change. */
  @IsOneOf(VERDICTS)
  verdict: Verdict | null;

  /** What became of it. */
  @IsOneOf(TRANSITION_STATUSES)
  status: TransitionStatus;
}

/** A word of somebody that an inconclusive rule shall not stand in the way. */
export class CardWaiverResponse extends WaiverResponse {
  /** The transitions whose verdicts it was counted for, among those of the card; empty when there is none. */
  covered: CardCoveredResponse[];
}

/** A version on one page, for those who answer for its use. */
export class ModelCardResponse {
  /** Name of the model. */
  model: string;

  /** The version. */
  @IsCount(1)
  version: number;

  /** Where it stands. */
  @IsOneOf(STAGES)
  stage: Stage;

  /** Why it is quarantined; null when it is not. */
  quarantineReason: string | null;

  /** What it is for, and its limits. */
  purpose: CardPurposeResponse;

  /** Where it comes from. */
  lineage: CardLineageResponse;

  /** What it measured: the newest evaluation on each dataset, at most ten, the newest first. */
  evaluations: CardEvaluationResponse[];

  /** The newest twenty changes of stage that were asked for, newest first. */
  decisions: CardDecisionResponse[];

  /** Waivers of its inconclusive rules, the newest first, at most 20. */
  waivers: CardWaiverResponse[];

  /** Its newest twenty tenures of Production, newest first. */
  tenures: ProductionTenureResponse[];

  /** What the last promotion to Production can be checked by; null when there was none. */
  attestation: CardAttestationResponse | null;
}
