import { type Slice } from '../../evidence/slice-key.js';
import { type MetricDefinition } from '../../evidence/metric-definition.js';
import { formatMeasure, formatValue } from '../../outcome/gate-message.js';
import { turningPoint } from '../../outcome/turning-point.js';
import { type SliceGapRule } from './slice-gap-rule.js';
import { type SliceValue } from '../../statistics/slices.js';
import { type Spread } from './slice-spread.js';

const NAMED_MAX = 3;

/**
 * What would turn a spread that is too large into a PASS (gates §1.10), as a sentence: the slices that would have to be better,
 * the others staying as they are. `missing` is by how much the spread is too large, or the ratio too small.
 */
export function gapTurningPoint(
  rule: SliceGapRule,
  definition: MetricDefinition,
  { value, worst, best }: Spread,
  values: readonly SliceValue[],
  missing: number,
): string | undefined {
  const isLower = definition.direction === 'lower';
  const target =
    best !== null && rule.statistic === 'ratio'
      ? besideRatio(value + missing, isLower, best)
      : worst.value + (isLower ? -missing : missing);
  if (best === null) {
    const alone = turningPoint(rule.metric, sliceOf(worst), worst.value, target - worst.value, definition);
    return alone?.replace(/\.$/, ', the whole staying as it is.');
  }
  const short = values.filter((slice) => (isLower ? slice.value > target : slice.value < target));
  const slices = short.map(sliceOf);
  if (slices.length < 2)
    return turningPoint(rule.metric, sliceOf(worst), worst.value, target - worst.value, definition);
  if (turningPoint(rule.metric, {}, worst.value, target - worst.value, definition) === undefined) return undefined;
  const named = slices.slice(0, NAMED_MAX).map((slice) => formatMeasure(rule.metric, slice));
  const others = slices.length - named.length;
  const who =
    others === 0 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : `${named.join(', ')} and ${others} more`;
  return `${who} would pass at about ${formatValue(target, definition)}.`;
}

function sliceOf({ slice }: SliceValue): Slice {
  return JSON.parse(slice) as Slice;
}

/** The value at which the worst slice has this ratio to the best, smallest by largest. */
function besideRatio(ratio: number, isLower: boolean, best: SliceValue): number {
  return isLower ? best.value / ratio : best.value * ratio;
}
