import { linearQuantile, quantileBounds } from '../statistics/quantiles.js';
import { type ComputedMetric } from './metric-values.js';

const LATENCIES = { latency_ms_p50: 0.5, latency_ms_p95: 0.95, latency_ms_p99: 0.99 } as const;
/** One-sided 95 % on either side, so 90 % between. */
const ALPHA = 0.05;

/** Quantiles of latencies in ascending order with distribution-free bounds, where there are rows enough for them. */
export function latencyMetrics(sorted: Float64Array): ComputedMetric[] {
  return Object.entries(LATENCIES).map(([name, quantile]) => {
    const value = linearQuantile(sorted, quantile);
    const { lower, upper } = quantileBounds(sorted, quantile, ALPHA);
    const isBounded = value !== null && lower !== null && upper !== null && lower <= value && value <= upper;
    const interval = isBounded ? { ciLow: lower, ciHigh: upper, ciLevel: 1 - 2 * ALPHA } : {};
    return { name, value, ...interval, unit: 'ms' };
  });
}

/** Median of absolute errors in ascending order. */
export function medianError(sorted: Float64Array): ComputedMetric {
  return { name: 'median_ae', value: linearQuantile(sorted, 0.5) };
}
