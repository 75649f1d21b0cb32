import { type StatedMetric } from '../../../../judging/evidence/stated-evidence.js';
import { parseSliceKey } from '../../../../judging/evidence/slice-key.js';
import { type Estimate } from '../../../../judging/statistics/estimate.js';
import { clusteredMean, pairedMean, weightedMean } from '../../../../judging/statistics/means.js';
import { type MeanSums } from './means-sql.js';

/** One metric on one slice as computed; a null value is undefined on that slice. */
export interface ComputedMetric {
  name: string;
  value: number | null;
  standardError?: number | null;
  ciLow?: number;
  ciHigh?: number;
  ciLevel?: number;
  unit?: string;
  definition?: string | null;
}

/** A mean, null where it is undefined, and its standard error. */
export type ComputedMean = Pick<ComputedMetric, 'value' | 'standardError'>;

/** The mean behind sums of distances from an origin, with its standard error where two rows, units or weights give one. */
export function meanOf(sums: MeanSums | null, origin: number): ComputedMean {
  if (sums === null || sums.n === 0) return { value: null };
  switch (sums.by) {
    case 'none':
      return withError(origin + sums.sumD / sums.n, pairedMean(sums));
    case 'unit':
      return withError(origin + sums.sumD / sums.n, clusteredMean(sums));
    case 'weight':
      return sums.sumW > 0 ? withError(origin + sums.sumWD / sums.sumW, weightedMean(sums)) : { value: null };
  }
}

function withError(value: number, estimate: Estimate | null): ComputedMean {
  return { value, ...(estimate !== null && { standardError: estimate.standardError }) };
}

/** The wire form of a computed metric; nothing that is not finite passes. */
export function toMetricValue(sliceKey: string, count: number, metric: ComputedMetric): StatedMetric {
  const { name, value, standardError, ciLow, ciHigh, ciLevel, unit, definition } = metric;
  const slice = parseSliceKey(sliceKey) ?? {};
  const isDefined = value !== null && Number.isFinite(value);
  return {
    name,
    slice,
    ...(isDefined ? { value } : { undefined: true }),
    count,
    ...(isDefined && isError(standardError) && { standardError }),
    ...(isDefined && ciLow !== undefined && ciHigh !== undefined && { ciLow, ciHigh, ciLevel }),
    ...(unit !== undefined && { unit }),
    ...(definition != null && { definition }),
  };
}

function isError(value: number | null | undefined): value is number {
  return value != null && Number.isFinite(value) && value >= 0;
}
