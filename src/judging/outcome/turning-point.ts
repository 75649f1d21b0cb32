import { type MetricDefinition } from '../evidence/metric-definition.js';
import { type Slice } from '../evidence/slice-key.js';
import { formatDelta, formatMeasure, formatValue } from './gate-message.js';

/**
 * The smallest change of the challenger's value that turns a FAIL into a PASS (gates §1.10), as a sentence; where bounds are
 * judged they are taken to move along. Undefined where no value of the metric would do.
 */
export function turningPoint(
  metric: string,
  slice: Slice,
  value: number,
  change: number,
  definition: MetricDefinition,
): string | undefined {
  const needed = value + change;
  const [lowest, highest] = definition.range ?? [-Infinity, Infinity];
  if (!Number.isFinite(needed) || needed < lowest || needed > highest) return undefined;
  const where = formatMeasure(metric, slice);
  return `${where} would pass at about ${formatValue(needed, definition)} (${formatDelta(change, definition)}).`;
}
