import { IsOneOf } from '../http/fields.js';
import { type Stage } from '../models/stage.js';
import { GATED_STAGES } from '../policy-document/gate-policy.js';
import { type GateReportContent } from './gate-report.js';

export class CheckGatesRequest {
  /** The stage whose gates are to judge the version. */
  @IsOneOf(GATED_STAGES)
  toStage: Stage;
}

export class GateMeasureResponse {
  /** The metric that was judged. */
  metric: string;

  /** The slice it was judged on; `{}` is the whole. */
  slice: Record<string, string>;

  /** PASS, FAIL, ERROR, INCONCLUSIVE or SKIPPED. */
  status: string;

  /** Stable reason of the status. */
  reasonCode: string;

  /** The outcome with its numbers, for people. */
  message: string;

  /** The numbers seen: challenger, incumbent, delta and count among them. */
  observed: Record<string, unknown>;

  /** The numbers asked for: min, max or margin, in units of the metric. */
  required: Record<string, unknown>;

  /** What the judgement rests on. */
  basis: string;

  /** What would help, when something would. */
  remediation?: string;

  /** True when the policy turns this measure into a warning. */
  demoted?: boolean;

  /** Rows in all that would settle an inconclusive measure. */
  neededN?: number;

  /** The strength of the evidence: `point`, `interval` or `paired`. */
  evidenceLevel?: string;

  /** Ids of the evaluations that were compared. */
  evaluations: Record<string, string | null>;
}

export class GateRuleResponse {
  /** Identifier of the rule in its policy. */
  id: string;

  /** Kind of rule, such as threshold or regression. */
  kind: string;

  /** `block`, `warn` or `observe`. */
  enforcement: string;

  /** PASS, FAIL, ERROR, INCONCLUSIVE or SKIPPED: the worst of its measures. */
  status: string;

  /** Stable reason of the status. */
  reasonCode: string;

  /** The outcome, for people. */
  message: string;

  /** What the policy says the rule is for. */
  description?: string;

  /** What would help, when something would. */
  remediation?: string;

  /** Every measure, worst first. */
  measures: GateMeasureResponse[];

  /** What the rule noticed besides its outcome. */
  warnings?: Record<string, unknown>[];

  /** The rules of a group. */
  rules?: GateRuleResponse[];
}

export class GateReportResponse {
  /** Identifier of the stored report; null for a check, which stores nothing. */
  id: string | null;

  /** Name of the model. */
  model: string;

  /** The version that was judged. */
  challenger: number;

  /** The Production version it was compared with; null when there was none. */
  incumbent: number | null;

  /** Digest of the challenger's artifact. */
  challengerArtifactDigest: string | null;

  /** Digest of the incumbent's artifact. */
  incumbentArtifactDigest: string | null;

  /** The stage whose gates judged. */
  toStage: string;

  /** PASS, FAIL, ERROR or INCONCLUSIVE; only PASS lets a version through. */
  verdict: string;

  /** False when nothing was demanded, so that the verdict says nothing of quality. */
  gated: boolean;

  /** Whether there was no incumbent, so that comparing rules were skipped. */
  firstPromotion: boolean;

  /** The verdict in a sentence. */
  message: string;

  /** Revision of the policy; null for the built-in one. */
  policyRevision: number | null;

  /** Digest of the policy. */
  policyDigest: string;

  /** Digest over all that was judged; the same inputs give the same digest. */
  digest: string;

  /** When it was judged. */
  judgedAt: Date;

  /** What stands in the way besides rules. */
  blockers: Record<string, unknown>[];

  /** What was noticed and does not block. */
  warnings: Record<string, unknown>[];

  /** Every rule's outcome, worst first. */
  rules: GateRuleResponse[];

  /** The evaluations the judgement rests on. */
  evidenceUsed: Record<string, unknown>[];
}

export interface JudgedReport {
  content: GateReportContent;
  digest: string;
  policyRevision: number | null;
  judgedAt: Date;
}

export function toGateReportResponse(report: JudgedReport, id: string | null): GateReportResponse {
  const { content, digest, policyRevision, judgedAt } = report;
  return { id, ...content, policyRevision, digest, judgedAt } as unknown as GateReportResponse;
}
