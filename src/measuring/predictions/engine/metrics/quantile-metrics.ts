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

/** Median of absolute errors in ascending order. */
export function medianError(sorted: Float64Array): ComputedMetric {
  return { name: 'median_ae', value: linearQuantile(sorted, 0.5) };
}
