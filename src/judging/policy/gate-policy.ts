import { type Margin } from '../evidence/compare.js';
import { type DatasetChoice, type EvidenceLevel } from '../evidence/gate-evidence.js';
import { type PRESETS } from './gate-policy-schema.js';
import { type FACT_OPERATORS, type GAP_STATISTICS, type REGRESSION_MODES } from './gate-rule-schema.js';
import { type ComparabilityPolicy } from '../evidence/comparability.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { type Slice } from '../evidence/slice-key.js';
import { type Enforcement } from './gate-rule-schema.js';

export const GATED_STAGES = ['Production', 'Staging'] as const;
export type GatedStage = (typeof GATED_STAGES)[number];
export type Preset = (typeof PRESETS)[number];

export type RegressionMode = (typeof REGRESSION_MODES)[number];
export type GapStatistic = (typeof GAP_STATISTICS)[number];
export type FactOperator = (typeof FACT_OPERATORS)[number];

interface RuleBase {
  id: string;
  description?: string;
  enforcement: Enforcement;
  dataset?: DatasetChoice;
}

/** What a rule on slices of a metric says besides its demand. */
export interface SlicedRule extends RuleBase {
  kind: 'threshold' | 'regression' | 'slice_gap';
  metric: string;
  /** Canonical slices sorted by key; `{}` stands for the whole. */
  slices: Slice[];
  /** Features, or crosses such as `sex&race`, whose values are discovered in the evidence. */
  slicesOf: string[];
  critical: boolean;
  minSliceSize: number;
  maxSlices: number;
  poolSmallSlices: boolean;
  maxUntestedShare: number;
  onInconclusive: 'block' | 'warn';
  confidence: number;
}

export interface ThresholdRule extends SlicedRule {
  kind: 'threshold';
  min?: number;
  max?: number;
  bound: 'point' | 'lower_confidence' | 'upper_confidence';
}

export interface RegressionRule extends SlicedRule {
  kind: 'regression';
  mode: RegressionMode;
  /** The allowed worsening; for superiority the gain that must be shown. */
  margin: Margin;
  onMissingIncumbentSlice: 'inconclusive' | 'threshold_only';
  minEvidence: EvidenceLevel;
  minPositives: number;
  minNegatives: number;
  multiplicity: 'none' | 'holm' | 'bh';
  suspiciousGain?: number;
}

export interface SliceGapRule extends SlicedRule {
  kind: 'slice_gap';
  statistic: GapStatistic;
  min?: number;
  max?: number;
  noWorseThanIncumbentBy?: number;
  bound: 'point' | 'confidence';
}

export interface FactDemand {
  path: string;
  op: FactOperator;
  value?: string | number | boolean;
}

export interface MetadataRule extends RuleBase {
  kind: 'metadata';
  require: FactDemand[];
}

export interface FreshnessRule extends RuleBase {
  kind: 'freshness';
  maxAgeDays: number;
}

export interface SoakRule extends RuleBase {
  kind: 'soak';
  stage: 'Staging';
  minDuration: string;
}

export interface HoldoutReuseRule extends RuleBase {
  kind: 'holdout_reuse';
  warnAfter?: number;
  failAfter: number;
}

export interface GroupRule extends RuleBase {
  kind: 'group';
  atLeast: number;
  rules: SingleRule[];
}

/** A complete rule: every choice is resolved, so that the digest of a policy covers it. */
export type SingleRule =
  ThresholdRule | RegressionRule | SliceGapRule | MetadataRule | FreshnessRule | SoakRule | HoldoutReuseRule;
export type GateRule = SingleRule | GroupRule;
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

/** Whether a rule judges quality; a policy without one that did never passes. */
export function isQualityRule(rule: GateRule): boolean {
  return rule.kind === 'group'
    ? rule.rules.some(isQualityRule)
    : rule.kind === 'threshold' || rule.kind === 'regression';
}
