import { isStandardError, standardErrorOfInterval } from '../statistics/estimate.js';
import { type MeasureEvidence } from './gate-evidence.js';
import { type MetricDefinition } from './metric-definition.js';

type Value = MeasureEvidence & { value: number };

/**
 * The standard error of one model's value: as stated, or of a share of counted rows √(p(1 − p)/n), whose p gets one success
 * and one failure more (Agresti and Caffo 2000) where less than one row succeeded or failed, since 0 would be certainty; null
 * without either.
 */
export function standardErrorOf(measure: Value, definition: MetricDefinition): number | null {
  const stated = statedErrorOf(measure);
  if (stated !== null && !isStandardError(stated)) return null;
  const { value, count } = measure;
  const isShare = definition.kind === 'proportion' && count !== null && count > 0 && value >= 0 && value <= 1;
  if (stated !== null && (stated > 0 || !isShare)) return stated;
  if (!isShare) return null;
  const isVaried = Math.min(value, 1 - value) * count >= 1 - 1e-6;
  const [rate, size] = isVaried ? [value, count] : [(value * count + 1) / (count + 2), count + 2];
  return Math.sqrt((rate * (1 - rate)) / size);
}

/** The standard error that an evaluation states; of one stated beside an interval the larger; NaN for an impossible one, null for none. */
export function statedErrorOf({ standardError, ciLow, ciHigh, ciLevel }: MeasureEvidence): number | null {
  const ofInterval =
    ciLow == null || ciHigh == null ? null : (standardErrorOfInterval(ciLow, ciHigh, ciLevel ?? 0.95) ?? NaN);
  if (standardError == null) return ofInterval;
  return Number.isFinite(standardError) ? Math.max(standardError, ofInterval ?? standardError) : NaN;
}
