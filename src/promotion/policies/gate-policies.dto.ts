import { IsCount, IsDigest, IsOneOf, IsText, Optional, Shows } from '../../platform/http/fields.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { GATED_STAGES, type GatedStage } from '../../judging/policy/gate-policy.js';
import { type EffectivePolicy } from './gate-policies.queries.js';
import { type GatePolicyRevision } from './gate-policy-revision.entity.js';
import { advisePolicy } from '../../judging/policy/policy-advice.js';

/** A policy as people write it, with presets and short forms. */
export type PolicyDocument = Record<string, unknown>;

export const POLICY_SCOPES = ['model', 'registry', 'built-in'] as const;

export class ListPolicyRevisionsQuery extends ListQuery {}

export class SetGatePolicyQuery {
  /** Why the policy is changed. It stands beside the revision and in the audit record, and no digest covers it. */
  @Optional()
  @IsText(1, 1_000)
  comment?: string;
}

export class GatePolicyResponse {
  /** Where the policy comes from: `model`, `registry` for the default, or `built-in` when none was ever set. */
  @IsOneOf(POLICY_SCOPES)
  scope: (typeof POLICY_SCOPES)[number];

  /** Number of the revision, counted per scope from 1; null for the built-in policy. */
  @IsCount(1)
  revision: number | null;

  /** Digest over the canonical form of this revision; the order of rules does not change it. */
  @IsDigest()
  digest: string;

  /** The document as it was sent; null for the built-in policy. */
  @Shows({ allOf: [{ $ref: '#/components/schemas/GatePolicyDocument' }] })
  document: Record<string, unknown> | null;

  /** The same with presets and short forms written out. */
  policy: Record<string, unknown>;

  /** When the revision was made; null for the built-in policy. */
  createdAt: Date | null;

  /** Who made it; null for the built-in policy. */
  createdBy: string | null;

  /** Why it was made, in its author's words; null when nothing was said. */
  comment: string | null;
}

export class PolicyReferenceResponse {
  /** `registry`, or the id of the model. */
  scope: string;

  /** Number of the revision in that scope. */
  @IsCount(1)
  revision: number;
}

/** One place where a policy asks for less than the registry's default. */
export class PolicyConflictResponse {
  /** JSON Pointer (RFC 6901) into the model's document. */
  pointer: string;

  /** Stable name of the broken rule. */
  code: string;

  /** What the policy must ask for. */
  detail: string;
}

/** Something a valid policy demands that evidence can hardly meet. */
export class PolicyAdviceResponse {
  /** The stage whose gates it is about. */
  @IsOneOf(GATED_STAGES)
  stage: GatedStage;

  /** The rule it is about; `freeze` for the freeze of the stage. */
  ruleId: string;

  /** What is advised on: `MARGIN_NEEDS_LARGER_SLICES`, `LIMIT_ON_GOOD_SIDE` or `FREEZE_NEVER_HOLDS`; further codes may come. */
  code: string;

  /** What will happen, with the numbers. */
  message: string;

  /** What to change. */
  remediation: string;

  /** Of a margin, fewest rows of a slice on which it can be shown between two models that always agree. */
  @IsCount(1)
  rows?: number;
}

export class EffectiveGatePolicyResponse extends GatePolicyResponse {
  /** The policy that holds: the registry's default and the model's own, composed; gates judge by this. */
  effectivePolicy: Record<string, unknown>;

  /** Digest of the effective policy, which gate reports name. */
  @IsDigest()
  effectiveDigest: string;

  /** The revisions it is composed of. */
  composedOf: PolicyReferenceResponse[];

  /** What the effective policy demands that evidence can hardly meet; nothing is refused for it. */
  advice: PolicyAdviceResponse[];

  /** Where the model's policy asks for less than a default that was set later; while there are any, nothing passes. */
  conflicts: PolicyConflictResponse[];
}

export class GatePolicyPage {
  /** The revisions of this page, newest first. */
  items: GatePolicyResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export function toEffectiveGatePolicyResponse(effective: EffectivePolicy): EffectiveGatePolicyResponse {
  const { scope, record, policy, digest, composedOf, conflicts } = effective;
  const builtIn = { scope, revision: null, digest, document: null, policy: { ...policy } };
  return {
    ...(record ? toPolicyRevisionResponse(record) : { ...builtIn, createdAt: null, createdBy: null, comment: null }),
    effectivePolicy: { ...policy },
    effectiveDigest: digest,
    composedOf: composedOf.map(({ scope: part, revision }) => ({ scope: part, revision })),
    advice: advisePolicy(policy),
    conflicts: conflicts.map((conflict) => ({ ...conflict })),
  };
}

export function toPolicyRevisionResponse(record: GatePolicyRevision): GatePolicyResponse {
  const { modelId, revision, digest, source, policy, createdAt, createdBy, comment } = record;
  const scope = modelId ? 'model' : 'registry';
  const documents = { document: source as PolicyDocument, policy: { ...policy } };
  return { scope, revision, digest, ...documents, createdAt, createdBy, comment };
}
