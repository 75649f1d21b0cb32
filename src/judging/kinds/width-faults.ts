import { type MetricDefinition } from '../evidence/metric-definition.js';
import { type RuleFault, ruleFault } from './rule-kind.js';

/** No difference, between slices or as a gain, exceeds the range of its metric: one that does was mostly meant as a share. */
export function widthFaults(
  at: string,
  what: string,
  size: number | undefined,
  metric: MetricDefinition | undefined,
): RuleFault[] {
  if (size === undefined || metric?.range === undefined) return [];
  const [low, high] = metric.range;
  if (size <= high - low) return [];
  const detail = `The metric lies between ${low} and ${high}; a ${what} of ${size} does not.`;
  return [ruleFault(at, 'LIMIT_OUT_OF_RANGE', detail)];
}
