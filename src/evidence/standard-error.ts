import { standardErrorOfInterval } from '../statistics/estimate.js';
import { type MeasureEvidence } from './gate-evidence.js';
import { type MetricDefinition } from './metric-definition.js';

/** The standard error of one model's value: as stated, from its interval, or of a share of counted rows; null without. */
export function standardErrorOf(
  measure: MeasureEvidence & { value: number },
  definition: MetricDefinition,
): number | null {
  const { standardError, ciLow, ciHigh, ciLevel, value, count } = measure;
  if (standardError != null) return Number.isFinite(standardError) && standardError >= 0 ? standardError : null;
  if (ciLow != null && ciHigh != null) return standardErrorOfInterval(ciLow, ciHigh, ciLevel ?? 0.95);
  if (definition.kind !== 'proportion' || count === null || !(count > 0) || value < 0 || value > 1) return null;
  return Math.sqrt((value * (1 - value)) / count);
}
