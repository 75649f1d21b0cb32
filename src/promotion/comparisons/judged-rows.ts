import { type ComparisonRow } from '../../judging/compare-evaluations.js';
import { type Direction, type MetricDefinition, type MetricKind } from '../../judging/evidence/metric-definition.js';
import { SMALL, type Slice, sliceKey } from '../../judging/evidence/slice-key.js';
import { type MeasureOutcome, type RuleOutcome } from '../../judging/outcome/gate-outcome.js';
import { severity, type Status } from '../../judging/verdict/verdict.js';

/** The bounds that a verdict was decided on, of challenger − incumbent in units of the metric; a side that was not asked for is null. */
export interface DecisionBounds {
  lower: number | null;
  upper: number | null;
  /** One-sided. */
  confidence: number | null;
  /** Whether chance was held over all measures of the rule. */
  adjusted: boolean;
}

/** What the gates said of one metric on one slice. */
export interface Judged {
  status: Status | null;
  ruleIds: string[];
  margin: number | null;
  decision: DecisionBounds | null;
  neededN: number | null;
}

export type JudgedRow = ComparisonRow &
  Judged & {
    direction: Direction | null;
    unit: string | null;
    kind: MetricKind | null;
    /** Id of the pooled row that judges it; null for a row that is judged alone. */
    pooledIn: string | null;
  };

/** Small slices of a feature that a rule judged as one. */
export interface PooledRow extends Judged {
  id: string;
  metric: string;
  features: string[];
  members: Slice[];
  challenger: number | null;
  incumbent: number | null;
  delta: number | null;
  improvement: number | null;
  count: number | null;
}

interface Outcome {
  ruleId: string;
  measure: MeasureOutcome;
}

/** The outcomes of a report about one evaluation of the challenger, by metric and slice. */
export interface OutcomesOfReport {
  find: (metric: string, slice: Slice) => readonly Outcome[];
  all: readonly Outcome[];
}

export function indexOutcomes(rules: readonly RuleOutcome[], evaluationId: string): OutcomesOfReport {
  const all = rules.flatMap((rule) => outcomesOf(rule, evaluationId));
  const byKey = new Map<string, Outcome[]>();
  for (const outcome of all) {
    const known = byKey.get(keyOf(outcome));
    if (known) known.push(outcome);
    else byKey.set(keyOf(outcome), [outcome]);
  }
  return { all, find: (metric, slice) => byKey.get(`${metric}\0${sliceKey(slice)}`) ?? [] };
}

/** Members of a pool were measured where the pool was; they name no evaluation, since nothing of theirs was judged. */
function outcomesOf({ id, measures, rules = [] }: RuleOutcome, evaluationId: string): Outcome[] {
  const isOf = ({ evaluations }: MeasureOutcome): boolean => evaluations.challenger === evaluationId;
  const hasPool = measures.some((measure) => isPool(measure.slice) && isOf(measure));
  const own = measures.filter((measure) => isOf(measure) || (hasPool && measure.reasonCode === 'POOLED'));
  const inner = rules.flatMap((rule) => outcomesOf(rule, evaluationId));
  return [...own.map((measure) => ({ ruleId: id, measure })), ...inner];
}

function keyOf({ measure: { metric, slice } }: Outcome): string {
  return `${metric}\0${sliceKey(slice)}`;
}

/** A row of a comparison with what the gates said of it; nothing where no report is looked at. */
export function toJudgedRow(
  row: ComparisonRow,
  definition: MetricDefinition | undefined,
  outcomes: OutcomesOfReport | null,
): JudgedRow {
  const found = outcomes?.find(row.metric, row.slice) ?? [];
  const { direction = null, unit = null, kind = null } = definition ?? {};
  const pooled = found.find(({ measure }) => measure.reasonCode === 'POOLED');
  const pooledIn = pooled ? poolId(pooled.ruleId, Object.keys(row.slice)) : null;
  return { ...row, direction, unit, kind, ...judgedBy(found), pooledIn };
}

/** Every pool of a report, in the order of the report. */
export function pooledRows({ all }: OutcomesOfReport): PooledRow[] {
  return all.filter(({ measure }) => isPool(measure.slice)).map((outcome) => toPooledRow(outcome, all));
}

function toPooledRow(outcome: Outcome, all: readonly Outcome[]): PooledRow {
  const { ruleId, measure } = outcome;
  const { metric, slice, observed } = measure;
  const features = Object.keys(slice);
  const members = all
    .filter((other) => other.ruleId === ruleId && other.measure.metric === metric)
    .filter(({ measure: { reasonCode } }) => reasonCode === 'POOLED')
    .map((other) => other.measure.slice)
    .filter((member) => Object.keys(member).join('\0') === features.join('\0'));
  const { challenger = null, incumbent = null, delta = null, improvement = null, count = null } = observed;
  const values = { challenger, incumbent, delta, improvement, count };
  return { id: poolId(ruleId, features), metric, features, members, ...values, ...judgedBy([outcome]) };
}

function isPool(slice: Slice): boolean {
  const values = Object.values(slice);
  return values.length > 0 && values.every((value) => value === SMALL);
}

function poolId(ruleId: string, features: readonly string[]): string {
  return `${ruleId}:${features.join('&')}`;
}

/** The worst status of all rules; margin and bounds are those of the worst rule that compared. */
function judgedBy(found: readonly Outcome[]): Judged {
  const byStatus = found.toSorted((one, other) => severity(one.measure.status) - severity(other.measure.status));
  const compared = byStatus.find(({ measure }) => measure.observed.delta !== undefined)?.measure;
  const neededN = byStatus.find(({ measure }) => measure.neededN !== undefined)?.measure.neededN ?? null;
  return {
    status: byStatus[0]?.measure.status ?? null,
    ruleIds: [...new Set(found.map(({ ruleId }) => ruleId))],
    margin: compared?.required.margin ?? null,
    decision: compared ? boundsOf(compared) : null,
    neededN,
  };
}

function boundsOf({ observed, required }: MeasureOutcome): DecisionBounds | null {
  const { lower = null, upper = null, pAdjusted } = observed;
  if (lower === null && upper === null) return null;
  return { lower, upper, confidence: required.confidence ?? null, adjusted: pAdjusted !== undefined };
}
