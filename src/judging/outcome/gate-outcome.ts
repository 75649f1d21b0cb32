import { type DatasetIdentity } from '../evidence/dataset.js';
import { type EvidenceLevel } from '../evidence/gate-evidence.js';
import { type Slice } from '../evidence/slice-key.js';
import { type Enforcement } from './enforcement.js';
import { type Method } from '../statistics/methods.js';
import { type ReasonCode } from '../verdict/reasons.js';
import { type Status, type Verdict } from '../verdict/verdict.js';

/** The numbers that were seen; delta is challenger − incumbent, improvement the same with better as positive. */
export interface Observed {
  challenger?: number | null;
  incumbent?: number | null;
  delta?: number;
  improvement?: number;
  count?: number | null;
  standardError?: number;
  /** One-sided bounds of the value or, for a comparison, of challenger − incumbent. */
  lower?: number;
  upper?: number;
  /** One-sided p of "not worse", alone and corrected over the measures of the rule. */
  p?: number;
  pAdjusted?: number;
  /** Smallest harm that would have been seen with power 0.8. */
  minimumDetectableEffect?: number;
}

/** The numbers that were asked for; margin is the effective one, in units of the metric. */
export interface RequiredNumbers {
  min?: number;
  max?: number;
  margin?: number;
  marginRelative?: number;
  gain?: number;
  confidence?: number;
}

/** The outcome of one metric on one slice. */
export interface MeasureOutcome {
  metric: string;
  slice: Slice;
  status: Status;
  reasonCode: ReasonCode;
  message: string;
  observed: Observed;
  required: RequiredNumbers;
  /** What the judgement rests on, such as `point comparison, n = 5,421`. */
  basis: string;
  /** How its statistics were computed; absent where plain numbers were compared. */
  method?: Method;
  /** Rows in all that would settle the question. */
  neededN?: number;
  evidenceLevel?: EvidenceLevel;
  remediation?: string;
  /** True when the policy turns this inconclusive measure into a warning. */
  demoted?: boolean;
  evaluations: { challenger: string | null; incumbent: string | null };
}

/** The outcome of one rule with every measure it judged, worst first; `Kind` names the kinds it may be of. */
export interface RuleOutcome<Kind extends string = string> {
  id: string;
  kind: Kind;
  enforcement: Enforcement;
  status: Status;
  reasonCode: ReasonCode;
  message: string;
  description?: string;
  remediation?: string;
  measures: MeasureOutcome[];
  warnings?: GateWarning[];
  /** The rules of a group. */
  rules?: RuleOutcome<Kind>[];
}

/** Something that stands in the way besides a rule. */
export interface GateBlocker {
  status: Exclude<Verdict, 'PASS'>;
  reasonCode: ReasonCode;
  message: string;
  remediation?: string;
}

/** Something that was noticed and stands in no way. */
export interface GateWarning {
  code: ReasonCode;
  message: string;
  ruleId?: string;
}

/** One evaluation that a judgement rests on; attempts counts the complete ones on the same data. */
export interface EvidenceUsed {
  role: 'challenger' | 'incumbent';
  version: number;
  evaluationId: string;
  dataset: DatasetIdentity;
  evaluatedAt: string;
  digest: string | null;
  attempts: number;
}

/** The result of judging a challenger by the gates of a stage. */
export interface GateOutcome<Kind extends string = string> {
  verdict: Verdict;
  /** False when nothing was demanded, so that the verdict says nothing of quality. */
  gated: boolean;
  firstPromotion: boolean;
  message: string;
  blockers: GateBlocker[];
  warnings: GateWarning[];
  rules: RuleOutcome<Kind>[];
  evidenceUsed: EvidenceUsed[];
}
