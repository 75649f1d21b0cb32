import { type Slice } from '../../judging/evidence/slice-key.js';
import { type GateOutcome, type MeasureOutcome, type RuleOutcome } from '../../judging/outcome/gate-outcome.js';
import { severity, type Status, type Verdict } from '../../judging/verdict/verdict.js';

/** The measure of a report that its reader looks at first; improvement and margin in units of the metric. */
export interface WorstMeasure {
  metric: string;
  slice: Slice;
  status: Status;
  /** Better as positive; null where nothing was compared. */
  improvement: number | null;
  /** The loss that is allowed; null where the rule names none. */
  margin: number | null;
  count: number | null;
}

/** What a list says of a report, kept beside it so that no list reads whole reports. */
export interface ReportHeadline {
  message: string;
  /** Null where nothing was measured. */
  worst: WorstMeasure | null;
}

/** A report in a list. */
export interface ReportSummary extends ReportHeadline {
  verdict: Verdict;
  reportDigest: string;
}

export function headlineOf({ message, rules }: Pick<GateOutcome, 'message' | 'rules'>): ReportHeadline {
  return { message, worst: worstMeasure(rules) };
}

interface Ranked extends WorstMeasure {
  /** The improvement as a share of the value it is compared with. */
  relative: number;
  /** Whether it is of a value, and not of a fact such as a digest. */
  isOfValue: boolean;
}

/** Among the measures of the worst status that of the smallest improvement, as a share of the incumbent's value. */
function worstMeasure(rules: readonly RuleOutcome[]): WorstMeasure | null {
  const measured = rules.flatMap(measuresOf).filter(({ status }) => status !== 'SKIPPED');
  const isWorse = (one: Ranked, other: Ranked | undefined): boolean =>
    other === undefined || worstFirst(one, other) < 0;
  const worst = measured.reduce<Ranked | undefined>((found, each) => (isWorse(each, found) ? each : found), undefined);
  if (!worst) return null;
  const { relative: _relative, isOfValue: _isOfValue, ...shown } = worst;
  return shown;
}

function measuresOf({ measures, rules = [] }: RuleOutcome): Ranked[] {
  return [...measures.map(toRanked), ...rules.flatMap(measuresOf)];
}

function toRanked({ metric, slice, status, observed, required }: MeasureOutcome): Ranked {
  const { improvement = null, challenger = null, incumbent, count = null } = observed;
  const relative = improvement === null ? Infinity : improvement / Math.max(Math.abs(incumbent ?? 0), 1e-12);
  return {
    metric,
    slice,
    status,
    improvement,
    margin: required.margin ?? null,
    count,
    relative,
    isOfValue: challenger !== null,
  };
}

function worstFirst(one: Ranked, other: Ranked): number {
  const rank = severity(one.status) - severity(other.status);
  if (rank !== 0) return rank;
  if (one.relative !== other.relative) return one.relative < other.relative ? -1 : 1;
  return Number(other.isOfValue) - Number(one.isOfValue);
}
