import { ge } from '../../evidence/compare.js';
import { formatSlice, type Slice } from '../../evidence/slice-key.js';
import { type MetricDefinition } from '../../evidence/metric-definition.js';
import { formatCount, formatDistance, formatMargin, formatValues } from '../../outcome/gate-message.js';
import { type Observed } from '../../outcome/gate-outcome.js';
import { type SliceGapRule } from './slice-gap-rule.js';
import { type Spread } from './slice-spread.js';

/** Ratios read as shares do, and have no unit. */
const RATIO: MetricDefinition = { direction: 'none', kind: 'proportion', range: [0, 1] };

/** Says how far slices lie apart: the spread, between which, its bounds, what was asked for, and the incumbent's. */
export function tellGap(
  rule: SliceGapRule,
  definition: MetricDefinition,
  { count, incumbent, lower, upper }: Observed,
  { value, worst, best }: Spread,
): string {
  const isRatio = rule.statistic === 'ratio';
  const tell = (size: number, limit?: number) =>
    isRatio ? formatValues(size, limit ?? size, RATIO)[0] : formatDistance(size, definition, limit);
  const by = rule.noWorseThanIncumbentBy;
  const theirLimit = by === undefined || incumbent == null ? undefined : isRatio ? incumbent - by : incumbent + by;
  const near = (size: number) => nearest(size, [rule.min, rule.max, theirLimit]);
  const between =
    best === null
      ? `of ${nameOf(worst)} behind the whole`
      : `between ${[worst, best]
          .sort((a, b) => a.value - b.value)
          .map(nameOf)
          .join(' and ')}`;
  const bounds =
    lower === undefined || upper === undefined
      ? ''
      : `${Number((rule.confidence * 100).toFixed(2))} % bounds ${tell(lower, near(lower))} … ${tell(upper, near(upper))}, `;
  const stated = (limit: number) => (isRatio ? String(limit) : formatMargin(limit, definition));
  const demands = [
    rule.min === undefined ? '' : `at least ${stated(rule.min)}`,
    rule.max === undefined ? '' : `at most ${stated(rule.max)}`,
    by === undefined ? '' : `no worse than the incumbent by more than ${stated(by)}`,
  ].filter(Boolean);
  const theirs = incumbent == null ? '' : ` The incumbent has ${tell(incumbent)}.`;
  const what = isRatio ? 'ratio' : 'difference';
  return `${rule.metric}: ${what} ${tell(value, near(value))} ${between} (${bounds}smallest ${formatCount(count)}). Required ${demands.join(' and ')}.${theirs}`;
}

/** The limit that a rounded value might be mistaken for; one that it equals up to float noise does not count. */
function nearest(value: number, limits: readonly (number | undefined)[]): number | undefined {
  const stated = limits.filter((limit) => limit !== undefined && !(ge(limit, value) && ge(value, limit)));
  return stated.sort((a, b) => Math.abs(a! - value) - Math.abs(b! - value))[0];
}

function nameOf({ slice }: { slice: string }): string {
  return formatSlice(JSON.parse(slice) as Slice);
}
