import { IsOneOf } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { type Stage } from '../models/stage.js';
import { GATED_STAGES } from './gate-policy.js';
import { type GatePolicyRevision } from './gate-policy-revision.entity.js';
import { type GateReportContent } from './gate-report.js';
import { type EffectivePolicy } from './gates.queries.js';

export class CheckGatesRequest {
  /** The stage whose gates are to judge the version. */
  @IsOneOf(GATED_STAGES)
  toStage: Stage;
}

export class ListPolicyRevisionsQuery extends PageQuery {}

export class GatePolicyResponse {
  /** Where the policy comes from: `model`, `registry` for the default, or `built-in` when none was ever set. */
  scope: string;

  /** Number of the revision, counted per scope from 1; null for the built-in policy. */
  revision: number | null;

  /** Digest over the canonical form of this revision; the order of rules does not change it. */
  digest: string;

  /** The document as it was sent; null for the built-in policy. */
  document: Record<string, unknown> | null;

  /** The same with presets and short forms written out. */
  policy: Record<string, unknown>;

  /** When the revision was made; null for the built-in policy. */
  createdAt: Date | null;

  /** Who made it; null for the built-in policy. */
  createdBy: string | null;
}

export class PolicyReferenceResponse {
  /** `registry`, or the id of the model. */
  scope: string;

  /** Number of the revision in that scope. */
  revision: number;
}

export class EffectiveGatePolicyResponse extends GatePolicyResponse {
  /** The policy that holds: the registry's default and the model's own, composed; gates judge by this. */
  effectivePolicy: Record<string, unknown>;

  /** Digest of the effective policy, which gate reports name. */
  effectiveDigest: string;

  /** The revisions it is composed of. */
  composedOf: PolicyReferenceResponse[];

  /** Where the model's policy asks for less than a default that was set later; while there are any, nothing passes. */
  conflicts: Record<string, unknown>[];
}

export class GatePolicyPage {
  /** The revisions of this page, newest first. */
  items: GatePolicyResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
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

type PolicyDocument = Record<string, unknown>;

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

export function toEffectiveGatePolicyResponse(effective: EffectivePolicy): EffectiveGatePolicyResponse {
  const { scope, record, policy, digest, composedOf, conflicts } = effective;
  const builtIn = { scope, revision: null, digest, document: null, policy: policy as unknown as PolicyDocument };
  return {
    ...(record ? toPolicyRevisionResponse(record) : { ...builtIn, createdAt: null, createdBy: null }),
    effectivePolicy: policy as unknown as PolicyDocument,
    effectiveDigest: digest,
    composedOf: composedOf.map(({ scope: part, revision }) => ({ scope: part, revision })),
    conflicts: conflicts.map((conflict) => ({ ...conflict })),
  };
}

export function toPolicyRevisionResponse(record: GatePolicyRevision): GatePolicyResponse {
  const { modelId, revision, digest, source, policy, createdAt, createdBy } = record;
  const scope = modelId ? 'model' : 'registry';
  const documents = { document: source as PolicyDocument, policy: policy as PolicyDocument };
  return { scope, revision, digest, ...documents, createdAt, createdBy };
}
