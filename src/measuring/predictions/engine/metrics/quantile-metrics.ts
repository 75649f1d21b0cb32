import { linearQuantile, quantileBounds } from '../../../../judging/statistics/quantiles.js';
import { type ComputedMetric } from './metric-values.js';

const LATENCIES = { latency_ms_p50: 0.5, latency_ms_p95: 0.95, latency_ms_p99: 0.99 } as const;
/** One-sided errors of the bounds, the strictest that the rows allow first: 97.5 % serves policies of 95 % too, at one or two ranks more. */
const ALPHAS = [0.025, 0.05];

/** Quantiles of latencies in ascending order with distribution-free bounds, where there are rows enough for them. */
export function latencyMetrics(sorted: Float64Array): ComputedMetric[] {
  return Object.entries(LATENCIES).map(([name, quantile]) => {
    const value = linearQuantile(sorted, quantile);
    return { name, value, ...intervalOf(sorted, quantile, value), unit: 'ms' };
  });
}

function intervalOf(sorted: Float64Array, quantile: number, value: number | null): Partial<ComputedMetric> {
  if (value === null) return {};
  for (const alpha of ALPHAS) {
    const { lower, upper } = quantileBounds(sorted, quantile, alpha);
    if (lower !== null && upper !== null && lower <= value && value <= upper)
      return { ciLow: lower, ciHigh: upper, ciLevel: 1 - 2 * alpha };
  }
  return {};
}

/** Median of absolute errors in ascending order, by the weights of the rows where they have some. */
export function medianError(sorted: Float64Array, weights: Float64Array | null): ComputedMetric {
  const value = weights === null ? linearQuantile(sorted, 0.5) : weightedMedian(sorted, (at) => weights[at]!);
  return { name: 'median_ae', value };
}

/**
 * The value of ascending ones at which half of all weight is reached, between it and the next where half is reached exactly,
 * so that a row of weight 2 counts as two rows (averaged inverted CDF, Hyndman and Fan 1996); null without weight.
 */
export function weightedMedian(sorted: Float64Array, weightOf: (at: number) => number): number | null {
  let total = 0;
  for (let at = 0; at < sorted.length; at++) total += weightOf(at);
  let passed = 0;
  let first: number | null = null;
  for (let at = 0; at < sorted.length; at++) {
    const weight = weightOf(at);
    if (weight === 0) continue;
    if (first !== null) return first + (sorted[at]! - first) / 2;
    passed += weight;
    if (2 * passed > total) return sorted[at]!;
    if (2 * passed === total) first = sorted[at]!;
  }
  return first;
}
