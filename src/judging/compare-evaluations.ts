import { type McNemarP, mcnemarP } from './statistics/mcnemar.js';
import { type Discordance } from './statistics/paired-proportions.js';
import { orientation, rawDelta } from './evidence/compare.js';
import { differenceBounds } from './evidence/difference-bounds.js';
import { estimateDifference } from './evidence/estimate-difference.js';
import { type EvaluationIndex, indexEvaluation } from './evidence/evaluation-index.js';
import { type EvaluationEvidence, type EvidenceLevel, type MeasureEvidence } from './evidence/gate-evidence.js';
import { type MetricDefinition, WELL_KNOWN_METRICS } from './evidence/metric-definition.js';
import { parseSliceKey, type Slice } from './evidence/slice-key.js';
import { compareText } from '../values/compare-text.js';

/** What a row of the comparison suggests; a hint, since only a policy knows what is allowed. */
export const COMPARISON_HINTS = [
  'better',
  'worse',
  'no_difference_shown',
  'only_challenger',
  'only_incumbent',
  'unknown',
] as const;
/** One of them. */
export type ComparisonHint = (typeof COMPARISON_HINTS)[number];

/** One metric on one slice of two versions; delta is challenger − incumbent, lower and upper its two-sided 95 % interval. */
export interface ComparisonRow {
  metric: string;
  slice: Slice;
  challenger: number | null;
  incumbent: number | null;
  delta: number | null;
  /** The delta with better as positive; null where the metric has no known direction. */
  improvement: number | null;
  count: number | null;
  lower: number | null;
  upper: number | null;
  evidenceLevel: EvidenceLevel;
  /** Where the metric is a share of rows that either model alone can count towards; null elsewhere. */
  mcnemar: DiscordantRows | null;
  hint: ComparisonHint;
}

/** Rows that one model alone counts towards a share, and how probable so uneven a split is between equal models. */
export interface DiscordantRows extends McNemarP {
  onlyChallenger: number;
  onlyIncumbent: number;
}

const TWO_SIDED_ALPHA = 0.025;

/** The table metric × slice of two evaluations on the same data: missing values first, then the worst slices. */
export function compareEvaluations(
  challenger: EvaluationEvidence,
  incumbent: EvaluationEvidence,
  metrics: Readonly<Record<string, MetricDefinition>>,
): ComparisonRow[] {
  const [own, theirs] = [indexEvaluation(challenger), indexEvaluation(incumbent)];
  const pairs = new Map<string, MeasureEvidence>();
  for (const measure of [...challenger.measures, ...incumbent.measures])
    pairs.set(`${measure.metric}\0${measure.sliceKey}`, measure);
  const rows = [...pairs.values()].map(({ metric, sliceKey }) =>
    compareMeasure(metric, sliceKey, own, theirs, definitionOf(metric, metrics)),
  );
  return rows.sort(worstFirst).map(({ row }) => row);
}

interface Ranked {
  row: ComparisonRow;
  rank: number;
  key: string;
}

function compareMeasure(
  metric: string,
  key: string,
  own: EvaluationIndex,
  theirs: EvaluationIndex,
  definition: MetricDefinition | undefined,
): Ranked {
  const [ours, others] = [own.find(metric, key), theirs.find(metric, key)];
  const [challenger, incumbent] = [finite(ours?.value), finite(others?.value)];
  const delta = challenger === null || incumbent === null ? null : rawDelta(challenger, incumbent);
  const sign = signOf(definition);
  const improvement = delta === null || sign === null ? null : sign * delta + 0;
  const interval =
    delta === null || definition === undefined ? NO_INTERVAL : intervalOf(metric, key, own, theirs, definition);
  const row: ComparisonRow = {
    metric,
    slice: parseSliceKey(key) ?? {},
    challenger,
    incumbent,
    delta,
    improvement,
    count: ours?.count ?? others?.count ?? null,
    ...interval,
    hint: hintOf(challenger, incumbent, sign, interval),
  };
  return { row, rank: rankOf(row), key };
}

/** Which way is better, as a sign; null where neither is, or nobody knows. */
function signOf(definition: MetricDefinition | undefined): 1 | -1 | null {
  return definition === undefined || definition.direction === 'none' ? null : orientation(definition.direction);
}

interface Interval {
  lower: number | null;
  upper: number | null;
  evidenceLevel: EvidenceLevel;
  mcnemar: DiscordantRows | null;
}

const NO_INTERVAL: Interval = { lower: null, upper: null, evidenceLevel: 'point', mcnemar: null };

function intervalOf(
  metric: string,
  key: string,
  own: EvaluationIndex,
  theirs: EvaluationIndex,
  definition: MetricDefinition,
): Interval {
  const [ours, others] = [own.find(metric, key), theirs.find(metric, key)];
  if (ours?.value == null || others?.value == null) return NO_INTERVAL;
  const estimated = estimateDifference({
    metric,
    key,
    definition,
    challenger: own,
    entries: own.pairsOf(metric, theirs.evaluation.version)(key),
    own: { ...ours, value: ours.value },
    theirs: { ...others, value: others.value },
  });
  if (estimated === null || 'fault' in estimated) return NO_INTERVAL;
  const bounds = differenceBounds(estimated, rawDelta(ours.value, others.value), TWO_SIDED_ALPHA);
  const { lower, upper } = typeof bounds === 'string' ? NO_INTERVAL : bounds;
  const mcnemar = discordantRows(estimated.discordance, ours.count);
  return { lower, upper, evidenceLevel: estimated.level, mcnemar };
}

/** The rows that only one version has right; effective numbers of weighted rows and of units are no numbers of rows. */
function discordantRows(pairs: Discordance | undefined, count: number | null): DiscordantRows | null {
  if (pairs?.n !== count || !Number.isInteger(pairs?.wins) || !Number.isInteger(pairs?.losses)) return null;
  return { onlyChallenger: pairs.wins, onlyIncumbent: pairs.losses, ...mcnemarP(pairs) };
}

function hintOf(
  challenger: number | null,
  incumbent: number | null,
  sign: 1 | -1 | null,
  { lower, upper }: Interval,
): ComparisonHint {
  if (challenger === null || incumbent === null) {
    return challenger === incumbent ? 'unknown' : incumbent === null ? 'only_challenger' : 'only_incumbent';
  }
  if (sign === null || lower === null || upper === null) return 'unknown';
  if (lower <= 0 && upper >= 0) return 'no_difference_shown';
  return sign * lower > 0 ? 'better' : 'worse';
}

/** What the challenger lacks comes first, then relative worsening; metrics without direction come last. */
function rankOf({ hint, improvement, incumbent }: ComparisonRow): number {
  if (hint === 'only_incumbent') return -Infinity;
  if (improvement === null) return Infinity;
  return improvement / Math.max(Math.abs(incumbent ?? 0), 1e-12);
}

function worstFirst(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return compareText(a.row.metric, b.row.metric) || compareText(a.key, b.key);
}

/** What is known of a metric: as a policy declares it, or as everybody knows it. */
export function definitionOf(
  metric: string,
  metrics: Readonly<Record<string, MetricDefinition>>,
): MetricDefinition | undefined {
  return Object.hasOwn(metrics, metric) ? metrics[metric] : WELL_KNOWN_METRICS.get(metric);
}

function finite(value: number | null | undefined): number | null {
  return value != null && Number.isFinite(value) ? value : null;
}
