import { type MetricDefinition } from '../evidence/metric-definition.js';
import { type RuleFault, ruleFault } from './rule-kind.js';

/** A difference beyond the range of its metric, of slices or a gain, is none that could be: mostly points meant as shares. */
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
