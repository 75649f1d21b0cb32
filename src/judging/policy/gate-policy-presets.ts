import { type RuleDefaults } from '../kinds/rule-defaults.js';
import { type WrittenRule } from '../kinds/rule-kind.js';
import { type SingleRuleDocument } from '../kinds/rule-kinds.js';
import {
  type ApprovalsPolicy,
  type GatedStage,
  type Preset,
  type StagePolicy,
  type WaiversPolicy,
} from './gate-policy.js';

/** Rows below which no slice is judged, where nobody says otherwise. */
export const MIN_SLICE_SIZE = 100;
const CONFIDENCE = 0.95;

type StageDefaults = Omit<StagePolicy, 'rules' | 'preset'>;
type PresetRuleDefaults = Omit<RuleDefaults, 'metricKind' | 'enforcement' | 'minSliceSize'>;

const ONE_APPROVER: ApprovalsPolicy = {
  slots: [{ role: 'approver', count: 1 }],
  distinctPersons: true,
  excludeActors: ['registrant', 'requester'],
  rejectionIsVeto: true,
};
const NO_APPROVAL: ApprovalsPolicy = { ...ONE_APPROVER, slots: [] };
const INDEPENDENT: ApprovalsPolicy = { ...ONE_APPROVER, excludeActors: ['evaluator', 'registrant', 'requester'] };
const TWO_APPROVERS: ApprovalsPolicy = { ...INDEPENDENT, slots: [{ role: 'approver', count: 2 }] };
const LEAD_AND_RISK: ApprovalsPolicy = {
  ...INDEPENDENT,
  excludeActors: ['evaluator', 'policyAuthor', 'registrant', 'requester'],
  slots: [
    { role: 'ml-lead', count: 1 },
    { role: 'risk', count: 1 },
  ],
};

/** What holds where a policy has a block on waivers and is silent in it, and where it has none. */
export const USUAL_WAIVERS: WaiversPolicy = {
  allowFor: ['INCONCLUSIVE'],
  approvals: 1,
  maxTtlDays: 7,
  reasonMinLength: 1,
};
const TWO_WAIVERS: WaiversPolicy = { ...USUAL_WAIVERS, approvals: 2, reasonMinLength: 20 };

const PLAIN: Omit<StageDefaults, 'approvals'> = {
  firstPromotion: { allowed: true, requireThresholdRules: true, extraApprovals: 0 },
  allowSkipStaging: false,
  rollback: { requireGates: false },
  comparability: {
    sameDatasetVersion: true,
    sameDatasetDigest: true,
    sameMetricDefinition: true,
    sameSliceDefinition: true,
    forbidTrainEvalOverlap: true,
  },
};

const BY_PRESET: Record<Preset, StageDefaults> = {
  open: { ...PLAIN, approvals: NO_APPROVAL, allowSkipStaging: true },
  simple: { ...PLAIN, approvals: ONE_APPROVER },
  standard: { ...PLAIN, approvals: TWO_APPROVERS },
  regulated: { ...PLAIN, approvals: LEAD_AND_RISK, waivers: TWO_WAIVERS },
  staging: { ...PLAIN, approvals: { ...ONE_APPROVER, excludeActors: [] } },
};

const BY_STAGE: Record<GatedStage, StageDefaults> = {
  Production: { ...PLAIN, approvals: ONE_APPROVER },
  Staging: { ...PLAIN, approvals: NO_APPROVAL },
};

const POINT: PresetRuleDefaults = {
  confidence: CONFIDENCE,
  minEvidence: 'interval',
  onInconclusive: 'block',
  mode: 'point',
  discoveredMode: 'point',
  discoveredOnInconclusive: 'block',
  poolSmallSlices: false,
  criticalSlices: false,
};
const STANDARD: PresetRuleDefaults = {
  ...POINT,
  mode: 'non_inferiority',
  discoveredMode: 'no_detected_regression',
  discoveredOnInconclusive: 'warn',
  poolSmallSlices: true,
  criticalSlices: true,
};
const REGULATED: PresetRuleDefaults = {
  ...STANDARD,
  confidence: 0.975,
  minEvidence: 'paired',
  discoveredOnInconclusive: 'block',
};

/** What a stage block means where it is silent: its preset, else the defaults of its stage. */
export function stageDefaults(stage: GatedStage, preset: Preset | undefined): StageDefaults {
  return preset === undefined ? BY_STAGE[stage] : BY_PRESET[preset];
}

/** Who approves a change of a policy that says it needs approval and not whose: somebody else than its author. */
export const POLICY_CHANGE_APPROVALS: ApprovalsPolicy = { ...ONE_APPROVER, excludeActors: ['requester'] };

/** What the rules of a stage mean where they are silent, gates.md §1.15. */
export function presetRuleDefaults(preset: Preset | undefined): PresetRuleDefaults {
  if (preset === 'standard') return STANDARD;
  return preset === 'regulated' ? REGULATED : POINT;
}

const freshness = (maxAgeDays: number): SingleRuleDocument => ({ id: 'freshness', kind: 'freshness', maxAgeDays });
const SOAK: SingleRuleDocument = { id: 'soak', kind: 'soak', minDuration: 'PT48H' };
const MODEL_CARD: SingleRuleDocument = {
  id: 'model-card',
  kind: 'metadata',
  require: [{ path: 'modelCard.uri', op: 'present' }],
};
const LINEAGE: SingleRuleDocument = {
  id: 'lineage',
  kind: 'metadata',
  enforcement: 'warn',
  require: [{ path: 'runId', op: 'present' }],
};

/** Says that answers became slower, where both versions say how fast they are; it holds back nothing, since not all do. */
const LATENCY: SingleRuleDocument = {
  id: 'latency',
  kind: 'regression',
  metric: 'latency_ms_p95',
  mode: 'no_detected_regression',
  margin: { rel: 0.05 },
  minEvidence: 'interval',
  enforcement: 'warn',
  critical: false,
  whereReported: true,
};

const PRESET_RULES: Record<Preset, SingleRuleDocument[]> = {
  open: [],
  simple: [freshness(30)],
  standard: [freshness(14), SOAK, LATENCY],
  regulated: [freshness(14), SOAK, MODEL_CARD, LATENCY],
  staging: [LINEAGE],
};

/**
 * The rules a preset brings besides those of the author, who replaces one by writing a rule of its kind, and a comparison by
 * one of its metric.
 */
export function presetRules(
  stage: GatedStage,
  preset: Preset | undefined,
  maxEvaluationAgeDays: number | undefined,
  written: readonly WrittenRule[],
): SingleRuleDocument[] {
  if (preset === 'open') return [];
  const brought = PRESET_RULES[preset ?? 'open'].filter((rule) => rule.kind !== 'soak' || stage === 'Production');
  const age = maxEvaluationAgeDays === undefined ? [] : [freshness(maxEvaluationAgeDays)];
  const all = age.length === 0 ? brought : [...brought.filter(({ kind }) => kind !== 'freshness'), ...age];
  return all.filter((rule) => !written.some((one) => one.id === rule.id || replaces(one, rule)));
}

function replaces(written: WrittenRule, brought: SingleRuleDocument): boolean {
  if (!('metric' in brought)) return written.kind === brought.kind && brought.kind !== 'metadata';
  const isComparison = written.kind === brought.kind || (written.kind === undefined && 'maxRegression' in written);
  return isComparison && 'metric' in written && written.metric === brought.metric;
}
