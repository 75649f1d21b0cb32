import { type Slice } from '../../judging/evidence/slice-key.js';
import { type GateOutcome, type MeasureOutcome, type RuleOutcome } from '../../judging/outcome/gate-outcome.js';
import { severity, type Status, type Verdict } from '../../judging/verdict/verdict.js';
import { isLetThrough, type WaivedRule } from '../waivers/waived-rules.js';
import { limitOf, type MeasureLimit, relativeRoom } from './measure-limit.js';

/** The measure of a report that its reader looks at first; improvement and margin in units of the metric. */
export interface WorstMeasure {
  /** The rule that measured it; null in what an earlier release stored, as is the limit. */
  ruleId: string | null;
  metric: string;
  slice: Slice;
  status: Status;
  /** Better as positive; null where nothing was compared. */
  improvement: number | null;
  /** The loss that is allowed; null where the rule names none. */
  margin: number | null;
  /** Null where the rule sets none, or nothing was measured. */
  limit: MeasureLimit | null;
  count: number | null;
}

/** A waiver that a verdict stands by. */
export interface SummaryWaiver {
  id: string;
  ruleId: string;
  grantedBy: string;
  expiresAt: Date;
}

/** What a list says of a report, kept beside it so that no list reads whole reports. */
export interface ReportHeadline {
  message: string;
  /** Null where nothing was measured. */
  worst: WorstMeasure | null;
  /** The waivers that let an inconclusive verdict through; absent where none did. */
  waivers?: SummaryWaiver[];
}

/** A report in a list. */
export interface ReportSummary extends ReportHeadline {
  verdict: Verdict;
  reportDigest: string;
}

/** A headline as it is read: its times are text then, and an earlier release did not store all of it. */
export function readHeadline({ worst, waivers, ...headline }: ReportHeadline): ReportHeadline {
  return {
    ...headline,
    worst: worst && { ...worst, ruleId: worst.ruleId ?? null, limit: worst.limit ?? null },
    ...(waivers && { waivers: waivers.map((waiver) => ({ ...waiver, expiresAt: new Date(waiver.expiresAt) })) }),
  };
}

type Headed = Pick<GateOutcome, 'message' | 'rules'>;

export function headlineOf({ message, rules }: Headed): ReportHeadline {
  return { message, worst: worstMeasure(rules) };
}

/** The same with the waivers by which it lets a version through. */
export function waivedHeadlineOf(content: GateOutcome, waived: readonly WaivedRule[]): ReportHeadline {
  const headline = headlineOf(content);
  if (!isLetThrough(content, waived)) return headline;
  const waivers = waived.flatMap(({ ruleId, by }) =>
    by.map(({ id, grantedBy, expiresAt }) => ({ id, ruleId, grantedBy, expiresAt })),
  );
  return waivers.length === 0 ? headline : { ...headline, waivers };
}

interface Ranked extends WorstMeasure {
  /** How close it is to its limit, as a share of that; less than 0 beyond it. */
  room: number;
  /** The improvement as a share of the value it is compared with. */
  relative: number;
  /** Whether it is of a value, and not of a fact such as a digest. */
  isOfValue: boolean;
}

/** Among the measures of the worst status that which comes closest to its limit, or is furthest beyond. */
function worstMeasure(rules: readonly RuleOutcome[]): WorstMeasure | null {
  const measured = rules.flatMap((rule) => measuresOf(rule)).filter(({ status }) => status !== 'SKIPPED');
  const isWorse = (one: Ranked, other: Ranked | undefined): boolean =>
    other === undefined || worstFirst(one, other) < 0;
  const worst = measured.reduce<Ranked | undefined>((found, each) => (isWorse(each, found) ? each : found), undefined);
  if (!worst) return null;
  const { room: _room, relative: _relative, isOfValue: _isOfValue, ...shown } = worst;
  return shown;
}

/** The measures of a rule and of its members, under the name of the rule that stands in the policy. */
function measuresOf({ id, measures, rules = [] }: RuleOutcome, ruleId = id): Ranked[] {
  return [
    ...measures.map((measure) => toRanked(measure, ruleId)),
    ...rules.flatMap((member) => measuresOf(member, ruleId)),
  ];
}

function toRanked(measure: MeasureOutcome, ruleId: string): Ranked {
  const { metric, slice, status, observed, required } = measure;
  const { improvement = null, challenger = null, incumbent, count = null } = observed;
  const limit = limitOf(measure);
  return {
    ruleId,
    metric,
    slice,
    status,
    improvement,
    margin: required.margin ?? null,
    limit,
    count,
    room: relativeRoom(limit),
    relative: improvement === null ? Infinity : improvement / Math.max(Math.abs(incumbent ?? 0), 1e-12),
    isOfValue: challenger !== null,
  };
}

function worstFirst(one: Ranked, other: Ranked): number {
  const rank = severity(one.status) - severity(other.status);
  if (rank !== 0) return rank;
  if (one.room !== other.room) return one.room < other.room ? -1 : 1;
  if (one.relative !== other.relative) return one.relative < other.relative ? -1 : 1;
  return Number(other.isOfValue) - Number(one.isOfValue);
}
