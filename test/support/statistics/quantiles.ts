import { type QuantileBounds, quantileRanks } from '../../../src/judging/statistics/quantiles.js';

/**
 * Conservative bounds of a quantile from a histogram, counts per bucket and ascending upper edges: the upper edge of the
 * upper rank's bucket and the lower edge of the lower rank's (Conover 1999); null as `quantileRanks`, and for a lower rank
 * in the first bucket, whose lower edge is unknown.
 */
export function histogramQuantileBounds(
  upperEdges: ArrayLike<number>,
  counts: ArrayLike<number>,
  quantile: number,
  alpha: number,
): QuantileBounds {
  let n = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) n += counts[bucket]!;
  const { lower, upper } = quantileRanks(n, quantile, alpha);
  const lowerBucket = lower === null ? 0 : bucketOf(counts, lower);
  return {
    lower: lowerBucket === 0 ? null : upperEdges[lowerBucket - 1]!,
    upper: upper === null ? null : upperEdges[bucketOf(counts, upper)]!,
  };
}

function bucketOf(counts: ArrayLike<number>, rank: number): number {
  let seen = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    seen += counts[bucket]!;
    if (seen >= rank) return bucket;
  }
  return counts.length - 1;
}
