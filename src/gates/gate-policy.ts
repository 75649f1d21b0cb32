import { type Margin } from './compare.js';
import { type PRESETS } from './gate-policy-schema.js';
import { type MetricDefinition } from './metric-definition.js';
import { type Slice } from './slice-key.js';
import { type Enforcement } from './verdict.js';

export const GATED_STAGES = ['Production', 'Staging'] as const;
export type GatedStage = (typeof GATED_STAGES)[number];
export type Preset = (typeof PRESETS)[number];

export interface DatasetChoice {
  name: string;
  split?: string;
}

interface RuleBase {
  id: string;
  description?: string;
  enforcement: Enforcement;
  dataset?: DatasetChoice;
}

interface Sliced {
  /** Canonical slices sorted by key; `{}` stands for the whole. */
  slices: Slice[];
  critical: boolean;
  minSliceSize: number;
  maxSlices: number;
}

export interface ThresholdRule extends RuleBase, Sliced {
  kind: 'threshold';
  metric: string;
  min?: number;
  max?: number;
  bound: 'point';
}

export interface RegressionRule extends RuleBase, Sliced {
  kind: 'regression';
  metric: string;
  mode: 'point';
  margin: Margin;
  onMissingIncumbentSlice: 'inconclusive' | 'threshold_only';
}

/** A complete rule: every choice is resolved, so that the digest of a policy covers it. */
export type GateRule = ThresholdRule | RegressionRule;
export type RuleKind = GateRule['kind'];
export type RuleOfKind<K extends RuleKind> = Extract<GateRule, { kind: K }>;

export interface ApprovalSlot {
  role: string;
  count: number;
}

export interface ApprovalsPolicy {
  slots: ApprovalSlot[];
  distinctPersons: boolean;
  excludeActors: ('registrant' | 'requester')[];
  rejectionIsVeto: boolean;
}

export interface ComparabilityPolicy {
  sameDatasetVersion: boolean;
  sameDatasetDigest: boolean;
  sameMetricDefinition: boolean;
  forbidTrainEvalOverlap: boolean;
}

/** The gates of one target stage; the preset `open` marks a stage without gates. */
export interface StagePolicy {
  preset?: Preset;
  rules: GateRule[];
  approvals: ApprovalsPolicy;
  firstPromotion: { allowed: boolean; requireThresholdRules: boolean; extraApprovals: number };
  allowSkipStaging: boolean;
  rollback: { requireGates: boolean };
  comparability: ComparabilityPolicy;
}

/** A normalised policy: presets and short forms expanded, rules sorted by id. It parses to itself. */
export interface GatePolicy {
  name?: string;
  description?: string;
  metrics: Record<string, MetricDefinition>;
  defaults: { equalityEpsilon: number; dataset?: DatasetChoice };
  stages: Partial<Record<GatedStage, StagePolicy>>;
  protectedAliases: string[];
}

/** The gates of a target stage, or undefined when the policy says nothing of it. */
export function stagePolicy(policy: GatePolicy, stage: string): StagePolicy | undefined {
  return stage === 'Production' || stage === 'Staging' ? policy.stages[stage] : undefined;
}
