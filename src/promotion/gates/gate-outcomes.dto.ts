import { EVIDENCE_LEVELS, type EvidenceLevel } from '../../judging/evidence/gate-evidence.js';
import { IsCount, IsFiniteNumber, IsId, IsOneOf, IsSlice } from '../../platform/http/fields.js';
import { LARGEST_COUNT } from '../../values/values.js';
import { STATUSES, type Status, type Verdict, VERDICTS } from '../../judging/verdict/verdict.js';
import { type HoldingWaiver } from '../waivers/waived-rules.js';
import { type RuleKindName } from '../../judging/kinds/rule-kinds.js';
import { type Enforcement, ENFORCEMENTS } from '../../judging/outcome/enforcement.js';

/** The numbers seen; delta is challenger minus incumbent, improvement the same with better as positive. */
export class ObservedNumbers {
  /** Value of the challenger, in units of the metric; null when it is undefined. */
  challenger?: number | null;

  /** Value of the incumbent, in units of the metric; null when it is undefined. */
  incumbent?: number | null;

  /** Challenger minus incumbent, in units of the metric. */
  delta?: number;

  /** The same with better as positive, in units of the metric. */
  improvement?: number;

  /** Number of examples; null when nobody stated it. */
  @IsCount(0, LARGEST_COUNT)
  count?: number | null;

  /** Standard error of the value or, for a comparison, of the delta, in units of the metric. */
  @IsFiniteNumber(0)
  standardError?: number;

  /** Lower one-sided bound of the value or, for a comparison, of the delta, in units of the metric. */
  lower?: number;

  /** Upper one-sided bound, in units of the metric. */
  upper?: number;

  /** One-sided p of "not worse", 0 to 1. */
  @IsFiniteNumber(0, 1)
  p?: number;

  /** The same corrected over the measures of the rule. */
  @IsFiniteNumber(0, 1)
  pAdjusted?: number;

  /** Smallest harm that would have been seen with power 0.8, in units of the metric. */
  minimumDetectableEffect?: number;
}

/** The numbers asked for. */
export class RequiredNumbers {
  /** Smallest allowed value, in units of the metric. */
  min?: number;

  /** Largest allowed value, in units of the metric. */
  max?: number;

  /** The effective margin, in units of the metric. */
  margin?: number;

  /** The margin as a share of the incumbent's value, without a unit. */
  marginRelative?: number;

  /** Improvement asked for, in units of the metric. */
  gain?: number;

  /** One-sided confidence, between 0.5 and 1. */
  @IsFiniteNumber(0, 1)
  confidence?: number;
}

/** Ids of the evaluations that were compared. */
export class MeasuredEvaluations {
  /** Evaluation of the challenger; null when there was none. */
  @IsId()
  challenger: string | null;

  /** Evaluation of the incumbent; null when there was none. */
  @IsId()
  incumbent: string | null;
}

/** Something that stands in the way besides a rule. */
export class GateBlockerResponse {
  /** FAIL, ERROR or INCONCLUSIVE. */
  @IsOneOf(VERDICTS)
  status: Exclude<Verdict, 'PASS'>;

  /** Stable reason. */
  reasonCode: string;

  /** The reason, for people. */
  message: string;

  /** What would help, when something would. */
  remediation?: string;

  /** The same reason, of what stands in the way of the move and not of the verdict; absent in a stored report. */
  code?: string;

  /** Of that, roles of which one is needed to clear it. */
  roles?: string[];

  /** Of that, when it ends by itself; null where it does not, or no end is in sight. */
  until?: Date | null;
}

export class GateWarningResponse {
  /** Stable name of the warning. */
  code: string;

  /** The warning, for people. */
  message: string;

  /** The rule it concerns, when it concerns one. */
  ruleId?: string;
}

/** A statistical method, which docs/gates.md names with its source. */
export class MethodResponse {
  /** Stable id of the method, such as bonett_price. */
  id: string;

  /** Version of the method; it grows when the same evidence would give other numbers. */
  @IsCount(1)
  version: number;
}

export class GateMeasureResponse {
  /** The metric that was judged. */
  metric: string;

  /** The slice it was judged on; `{}` is the whole. */
  @IsSlice()
  slice: Record<string, string>;

  /** PASS, FAIL, ERROR, INCONCLUSIVE or SKIPPED. */
  @IsOneOf(STATUSES)
  status: Status;

  /** Stable reason of the status. */
  reasonCode: string;

  /** The outcome with its numbers, for people. */
  message: string;

  /** The numbers seen: challenger, incumbent, delta and count among them. */
  observed: ObservedNumbers;

  /** The numbers asked for: min, max or margin, in units of the metric. */
  required: RequiredNumbers;

  /** What the judgement rests on. */
  basis: string;

  /** How the statistics were computed; absent where plain numbers were compared. */
  method?: MethodResponse;

  /** What would help, when something would. */
  remediation?: string;

  /** True when the policy turns this measure into a warning. */
  demoted?: boolean;

  /** Rows in all that would settle an inconclusive measure. */
  @IsCount(0, LARGEST_COUNT)
  neededN?: number;

  /** The strength of the evidence: `point`, `interval` or `paired`. */
  @IsOneOf(EVIDENCE_LEVELS)
  evidenceLevel?: EvidenceLevel;

  /** Ids of the evaluations that were compared. */
  evaluations: MeasuredEvaluations;
}

/** A person's word that an inconclusive rule shall not stand in the way. */
export class RuleWaiverResponse {
  /** Identifier of the waiver. */
  @IsId()
  id: string;

  /** Who waives. */
  grantedBy: string;

  /** Why. */
  reason: string;

  /** Until when. */
  expiresAt: Date;
}

export function toRuleWaiverResponse({ id, grantedBy, reason, expiresAt }: HoldingWaiver): RuleWaiverResponse {
  return { id, grantedBy, reason, expiresAt };
}

export class GateRuleResponse {
  /** Identifier of the rule in its policy. */
  id: string;

  /** Kind of rule, such as threshold or regression. */
  kind: RuleKindName;

  /** `block`, `warn` or `observe`. */
  @IsOneOf(ENFORCEMENTS)
  enforcement: Enforcement;

  /** PASS, FAIL, ERROR, INCONCLUSIVE or SKIPPED: the worst of its measures. */
  @IsOneOf(STATUSES)
  status: Status;

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
  warnings?: GateWarningResponse[];

  /** Who waives the rule, which stays inconclusive; absent where nobody does. */
  waivedBy?: RuleWaiverResponse[];

  /** The rules of a group. */
  rules?: GateRuleResponse[];
}
