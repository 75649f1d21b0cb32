import { type EvidenceFault } from '../evidence/choose-evidence.js';
import { formatMeasure } from './gate-message.js';
import { type GateWarning, type MeasureOutcome, type RuleOutcome } from './gate-outcome.js';
import { type Slice } from '../evidence/slice-key.js';
import { type ReasonCode } from '../verdict/reasons.js';
import { type Status } from '../verdict/verdict.js';

/** How a rule ends, with the reason and a sentence that says so. */
export type Conclusion = Pick<RuleOutcome, 'status' | 'reasonCode' | 'message'>;

/** What judging a rule found. */
export interface RuleJudgement {
  /** The worst of them that counts decides, unless the rule concludes by itself. */
  measures: MeasureOutcome[];
  /** What is worth a warning besides. */
  warnings?: GateWarning[];
  /** How a rule ends that measures nothing itself but counts rules inside it. */
  conclusion?: Conclusion;
}

/** How a slice ends whose values need not be looked at. */
export interface Settlement {
  status: Exclude<Status, 'PASS'>;
  reasonCode: ReasonCode;
  detail: string;
  remediation?: string;
}

/** The part of a measure's outcome that is known before it is judged. */
export type MeasureBase = Pick<
  MeasureOutcome,
  'metric' | 'slice' | 'observed' | 'required' | 'basis' | 'method' | 'evaluations' | 'evidenceLevel'
>;

/** Concludes a measure; the message always ends with the status. */
export function concludeMeasure(
  base: MeasureBase,
  status: Status,
  reasonCode: ReasonCode,
  sentence: string,
  remediation?: string,
): MeasureOutcome {
  const { metric, slice, observed, required, basis, method, evaluations, evidenceLevel } = base;
  const message = sentence + ENDINGS[status];
  // A judgement keeps thousands, most of them with all of it: a literal takes less room than what grows member by member.
  if (evidenceLevel !== undefined && method !== undefined) {
    return remediation === undefined
      ? { metric, slice, status, reasonCode, message, observed, required, basis, evaluations, evidenceLevel, method }
      : {
          metric,
          slice,
          status,
          reasonCode,
          message,
          observed,
          required,
          basis,
          evaluations,
          evidenceLevel,
          method,
          remediation,
        };
  }
  const outcome: MeasureOutcome = {
    metric,
    slice,
    status,
    reasonCode,
    message,
    observed,
    required,
    basis,
    evaluations,
  };
  if (evidenceLevel !== undefined) outcome.evidenceLevel = evidenceLevel;
  if (method !== undefined) outcome.method = method;
  if (remediation !== undefined) outcome.remediation = remediation;
  return outcome;
}

const ENDINGS: Readonly<Record<Status, string>> = {
  FAIL: ' FAIL',
  ERROR: ' ERROR',
  INCONCLUSIVE: ' INCONCLUSIVE',
  PASS: ' PASS',
  SKIPPED: ' SKIPPED',
};

/** Concludes a measure that could not be judged because of its evidence. */
export function faultyMeasure(base: MeasureBase, fault: EvidenceFault): MeasureOutcome {
  const sentence = `${formatMeasure(base.metric, base.slice)}: ${fault.detail}.`;
  return concludeMeasure(base, fault.status, fault.reasonCode, sentence, fault.remediation);
}

/** Concludes a measure whose slice was settled before its values were looked at. */
export function settledMeasure(base: MeasureBase, settled: Settlement): MeasureOutcome {
  const sentence = `${formatMeasure(base.metric, base.slice)}: ${settled.detail}.`;
  return concludeMeasure(base, settled.status, settled.reasonCode, sentence, settled.remediation);
}

/** A measure before anything was looked at. */
export function emptyMeasure(metric: string, slice: Slice): MeasureBase {
  const evaluations = { challenger: null, incumbent: null };
  return { metric, slice, observed: {}, required: {}, basis: 'no evidence', evaluations };
}
