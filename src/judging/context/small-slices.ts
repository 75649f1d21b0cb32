import { withPooled } from '../evidence/evaluation-index.js';
import {
  contradictedSlices,
  type Pooled,
  poolSlices,
  type PoolSources,
  type SmallSlice,
} from '../evidence/pool-slices.js';
import { parseSliceKey, SMALL, sliceKey } from '../evidence/slice-key.js';
import { groupThousands } from '../outcome/gate-message.js';
import { type Settlement } from '../outcome/measure-outcome.js';
import { type ReasonCode } from '../verdict/reasons.js';
import { type RuleSlices, type SliceDemand, type SliceTarget } from './slice-target.js';

/** What small slices are judged together by. */
export interface SmallSources extends PoolSources {
  /** Whether the rule compares a slice with the incumbent's: never, where that has a value, or always. */
  compares: 'never' | 'where_possible' | 'always';
}

/** The small slices of a feature, and the rows of all its slices. */
export interface SmallFamily {
  features: string;
  slices: readonly SmallSlice[];
  total: number;
}

/**
 * A slice too small to judge alone whose values are in order; the others are judged alone, to say what is wrong with
 * them. A comparison needs the values of both models, and without an incumbent is skipped whatever the size.
 */
export function smallSlice(
  metric: string,
  key: string,
  { challenger, incumbent, compares }: SmallSources,
): SmallSlice | undefined {
  const own = challenger.find(metric, key);
  if (own === undefined || !isCounted(own) || challenger.isAmbiguous(metric, key)) return undefined;
  if (compares === 'never') return { key, own, theirs: undefined };
  const theirs = incumbent?.find(metric, key);
  const isFit = theirs !== undefined && isCounted(theirs) && incumbent?.isAmbiguous(metric, key) === false;
  if (isFit && own.count === theirs.count) return { key, own, theirs };
  return compares === 'always' ? undefined : { key, own, theirs: undefined };
}

function isCounted<T extends { value: number | null; count: number | null }>(
  measure: T,
): measure is T & { value: number; count: number } {
  return Number.isFinite(measure.value) && measure.count !== null;
}

/** Small slices are judged together where the policy says so and the metric allows it; what stays untested is bounded. */
export function settleSmall(rule: SliceDemand, family: SmallFamily, sources: SmallSources): RuleSlices {
  const { features, slices } = family;
  const untested = slices.reduce((sum, { own }) => sum + own.count, 0);
  const isPooled = rule.poolSmallSlices && untested >= rule.minSliceSize;
  const together = isPooled ? judgeTogether(rule.metric, family, sources) : undefined;
  if (together !== undefined) return together;
  // Where there are no rows at all, nothing was tested.
  const share = family.total === 0 ? 1 : untested / family.total;
  if (share > rule.maxUntestedShare) return { ...sources, targets: [untestedShare(features, share, rule)] };
  const detail = `too small to judge, with ${percent(share)} of the rows of ${features} in such slices`;
  return { ...sources, targets: skipped(slices, 'UNTESTED', detail) };
}

/** The small slices of a feature as one, or what is wrong with their evidence; undefined where the metric has no such sum. */
function judgeTogether(
  metric: string,
  { features, slices }: SmallFamily,
  sources: SmallSources,
): RuleSlices | undefined {
  const contradicted = contradictedSlices(metric, slices, sources);
  if (contradicted.length > 0) {
    const targets = contradicted.map(({ key, fault }) => ({ slice: parseSliceKey(key) ?? {}, key, settled: fault }));
    return { ...sources, targets };
  }
  const pool = pooledTarget(features);
  const pooled = poolSlices(metric, pool.key, slices, sources);
  if (pooled === 'incomplete') return { ...sources, targets: [{ ...pool, settled: POOL_INCOMPLETE }] };
  if (pooled === null) return undefined;
  const detail = `too small alone, judged with the other small slices of ${features}`;
  return { targets: [pool, ...skipped(slices, 'POOLED', detail)], ...withPool(pooled, sources) };
}

function withPool({ own, theirs, paired }: Pooled, sources: SmallSources): Omit<RuleSlices, 'targets'> {
  const { challenger, incumbent } = sources;
  return {
    challenger: withPooled(challenger, { measures: [own], paired }),
    incumbent: incumbent && withPooled(incumbent, { measures: theirs === undefined ? [] : [theirs], paired: [] }),
  };
}

/** The slice that stands for all small ones of a feature. */
function pooledTarget(features: string): SliceTarget {
  const slice = Object.fromEntries(features.split('&').map((feature) => [feature, SMALL]));
  return { slice, key: sliceKey(slice) };
}

function skipped(slices: readonly SmallSlice[], reasonCode: ReasonCode, detail: string): SliceTarget[] {
  return slices.map(({ key }) => ({
    slice: parseSliceKey(key) ?? {},
    key,
    settled: { status: 'SKIPPED', reasonCode, detail },
  }));
}

const POOL_INCOMPLETE: Settlement = {
  status: 'INCONCLUSIVE',
  reasonCode: 'EVIDENCE_TOO_WEAK',
  detail: 'only some of the small slices have paired evidence, so they cannot be judged together',
  remediation: 'Submit paired evidence for every slice of the feature.',
};

function untestedShare(features: string, share: number, rule: SliceDemand): SliceTarget {
  const settled: Settlement = {
    status: 'INCONCLUSIVE',
    reasonCode: 'UNTESTED_SHARE',
    detail: `${percent(share)} of the rows of ${features} lie in slices of fewer than ${groupThousands(rule.minSliceSize)} rows; allowed are ${percent(rule.maxUntestedShare)}`,
    remediation: 'Measure on more rows, join rare values, or set poolSmallSlices or maxUntestedShare of the rule.',
  };
  return { ...pooledTarget(features), settled };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
