import { type Stage } from '../../values/stage.js';
import { type ComparabilityPolicy } from '../evidence/comparability.js';
import { type DatasetChoice } from '../evidence/gate-evidence.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { type RuleBase } from '../kinds/rule-kind.js';
import { type GateRule } from '../kinds/rule-kinds.js';
import { type FreezePolicy } from './freeze-policy.js';
import { type EXCLUDABLE_ACTORS, type PRESETS } from './gate-policy-schema.js';
import { type OverridePolicy, USUAL_OVERRIDE } from './override-policy.js';

/** The stages that gates can stand before. */
export const GATED_STAGES = ['Production', 'Staging'] as const satisfies readonly Stage[];
/** One of them. */
export type GatedStage = (typeof GATED_STAGES)[number];
/** A named set of defaults. */
export type Preset = (typeof PRESETS)[number];

/** Somebody behind a transition who may be kept from approving it. */
export type ExcludableActor = (typeof EXCLUDABLE_ACTORS)[number];

/** So many approvals of one role, or of one group. */
export interface ApprovalSlot {
  role?: string;
  group?: string;
  count: number;
}

/** Who must approve a transition, and who may not. */
export interface ApprovalsPolicy {
  slots: ApprovalSlot[];
  distinctPersons: boolean;
  excludeActors: ExcludableActor[];
  rejectionIsVeto: boolean;
  /** How long an approval counts, as an ISO 8601 duration; seven days when absent. */
  expireAfter?: string;
  /** How long a request waits for approvals, likewise; thirty days when absent. */
  requestsExpireAfter?: string;
}

/** Who may let an inconclusive rule pass, and for how long. */
export interface WaiversPolicy {
  allowFor: 'INCONCLUSIVE'[];
  /** Persons who must waive a rule before it counts as waived. */
  approvals: number;
  maxTtlDays: number;
  reasonMinLength: number;
}

/** The gates of one target stage; the preset `open` marks a stage without gates. */
export interface StagePolicy<Rule extends RuleBase = GateRule> {
  preset?: Preset;
  rules: Rule[];
  approvals: ApprovalsPolicy;
  firstPromotion: { allowed: boolean; requireThresholdRules: boolean; extraApprovals: number };
  allowSkipStaging: boolean;
  rollback: { requireGates: boolean; hold?: boolean };
  /** When nothing moves into the stage; absent where the policy never says so. */
  freeze?: FreezePolicy | FreezePolicy[];
  /** How its gates are passed in an emergency; absent where the policy says nothing of that. */
  override?: OverridePolicy;
  comparability: ComparabilityPolicy;
  /** Absent where the policy says nothing of waivers. */
  waivers?: WaiversPolicy;
}

/** A normalised policy: presets and short forms expanded, rules sorted by id. It parses to itself. */
export interface GatePolicy<Rule extends RuleBase = GateRule> {
  name?: string;
  description?: string;
  metrics: Record<string, MetricDefinition>;
  defaults: { equalityEpsilon: number; dataset?: DatasetChoice };
  stages: Partial<Record<GatedStage, StagePolicy<Rule>>>;
  protectedAliases: string[];
  /** Who must approve a change of the policy itself; absent where nobody must. */
  policyChanges?: { approvals: ApprovalsPolicy };
}

/** The gates of a target stage, or undefined when the policy says nothing of it. */
export function stagePolicy<Rule extends RuleBase>(
  policy: GatePolicy<Rule>,
  stage: string,
): StagePolicy<Rule> | undefined {
  return stage === 'Production' || stage === 'Staging' ? policy.stages[stage] : undefined;
}

/** Whether a rollback to the stage holds the model until a person lifts that. */
export function holdsAfterRollback(stage: Pick<StagePolicy, 'rollback'> | undefined): boolean {
  return stage?.rollback.hold ?? true;
}

/** How the gates of a stage are passed in an emergency. */
export function overrideOf(stage: Pick<StagePolicy, 'override'> | undefined): OverridePolicy {
  return stage?.override ?? USUAL_OVERRIDE;
}
