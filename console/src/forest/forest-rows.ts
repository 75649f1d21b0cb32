import {
  type ComparisonResponse,
  type ComparisonRowResponse,
  type DecisionBoundsResponse,
  type MeasureStatus,
  type PooledRowResponse,
} from '@stagegate/client';
import { formatSliceValue, visibleText } from '../format/identifiers.js';
import { TEXTS } from '../texts.js';
import { scaleOf } from './forest-scale.js';

/** Ends of an interval; an end that does not exist runs open. */
export interface Interval {
  lower: number | null;
  upper: number | null;
}

/** The bounds that a verdict was decided on. */
export interface Decision extends Interval {
  confidence: number | null;
  adjusted: boolean;
}

/** A row of the forest plot. All differences are improvements, better to the right, whatever the metric's direction. */
export interface ForestRow {
  /** Stands in the address. */
  key: string;
  kind: 'slice' | 'pool' | 'member';
  slice: Readonly<Record<string, unknown>>;
  /** The features of the slice; empty for all rows. */
  group: string;
  label: string;
  status: MeasureStatus | null;
  challenger: number | null;
  incumbent: number | null;
  improvement: number | null;
  /** Two-sided, 95 %. */
  interval: Interval | null;
  decision: Decision | null;
  /** The loss that is allowed, 0 or more. */
  margin: number | null;
  count: number | null;
  neededN: number | null;
  ruleIds: readonly string[];
  /** Key of the pool that a member is judged in. */
  pool: string | null;
}

/** What the rows of a metric have in common. */
export interface ForestMetric {
  name: string;
  direction: 'higher' | 'lower' | 'none' | null;
  unit: string | null;
  /** Whether differences are said in points, hundredths of a share. */
  isShare: boolean;
  /** So many decimals tell differences of this size apart. */
  decimals: number;
}

export interface Forest {
  metric: ForestMetric;
  rows: ForestRow[];
}

/** Kinds whose values are shares between 0 and 1. */
const SHARES = new Set<string | null>(['proportion', 'ratio', 'auc']);

/** A comparison of one metric as the rows of its plot, in the order they came. */
export function forestOf(metric: string, { rows, pooled }: ComparisonResponse): Forest {
  const known = rows.find((row) => row.metric === metric);
  const direction = known?.direction ?? null;
  const turn = direction === 'lower' ? turned : asIs;
  const all = [
    ...rows.filter((row) => row.metric === metric).map((row) => sliceRow(row, turn)),
    ...pooled.filter((pool) => pool.metric === metric).map((pool) => poolRow(pool, turn)),
  ];
  const isShare = SHARES.has(known?.kind ?? null);
  const decimals = decimalsFor(scaleOf(all, isShare, false).half * (isShare ? 100 : 1));
  return { metric: { name: metric, direction, unit: known?.unit ?? null, isShare, decimals }, rows: all };
}

/** Three digits of what is as large as the scale. */
function decimalsFor(half: number): number {
  return Math.max(0, Math.min(12, 2 - Math.floor(Math.log10(half) + 1e-9)));
}

/** Without a known direction there is no better and no worse: the plot is neutral. */
export function isNeutral({ direction }: ForestMetric): boolean {
  return direction === null || direction === 'none';
}

type Turn = (interval: Interval) => Interval;

const asIs: Turn = ({ lower, upper }) => ({ lower, upper });

/** Where less is better the ends change places and signs. */
const turned: Turn = ({ lower, upper }) => ({ lower: negative(upper), upper: negative(lower) });

function negative(value: number | null): number | null {
  return value === null ? null : -value;
}

function sliceRow(row: ComparisonRowResponse, turn: Turn): ForestRow {
  const { slice, lower, upper, pooledIn } = row;
  return {
    ...judged(row, turn),
    key: sliceKey(slice),
    kind: pooledIn === null ? 'slice' : 'member',
    slice,
    group: Object.keys(slice).join(' × '),
    label: labelOf(slice),
    // What a pool says is no verdict of its member.
    status: pooledIn === null ? row.status : null,
    improvement: row.improvement ?? row.delta,
    interval: lower === null && upper === null ? null : turn({ lower, upper }),
    pool: pooledIn,
  };
}

function poolRow(row: PooledRowResponse, turn: Turn): ForestRow {
  const { id, features, members } = row;
  return {
    ...judged(row, turn),
    key: id,
    kind: 'pool',
    slice: {},
    group: features.join(' × '),
    label: TEXTS.compare.pooled(members.length),
    status: row.status,
    improvement: row.improvement ?? row.delta,
    interval: null,
    pool: null,
  };
}

type Values = Pick<
  ComparisonRowResponse,
  'challenger' | 'incumbent' | 'margin' | 'count' | 'neededN' | 'ruleIds' | 'decision'
>;

function judged({ challenger, incumbent, margin, count, neededN, ruleIds, decision }: Values, turn: Turn) {
  return { challenger, incumbent, margin, count, neededN, ruleIds, decision: decision && decided(decision, turn) };
}

function decided(decision: DecisionBoundsResponse, turn: Turn): Decision {
  return { ...turn(decision), confidence: decision.confidence, adjusted: decision.adjusted };
}

/** The value where a feature is the group's heading, all of it where there are several. */
function labelOf(slice: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(slice);
  if (parts.length === 0) return TEXTS.compare.allRows;
  if (parts.length === 1) return visibleText(formatSliceValue(parts[0]![1]));
  return visibleText(parts.map(([feature, value]) => `${feature} ${formatSliceValue(value)}`).join(' · '));
}

export function sliceKey(slice: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(slice).sort(([one], [other]) => (one < other ? -1 : 1))));
}
