import { latencyMetrics, medianError } from './quantile-metrics.js';

/** Latencies of 1, 2, … n ms, so that a bound reads as its rank. */
function upTo(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, at) => at + 1);
}

// Ranks by scipy 1.17: binom.ppf(0.025, n, q) and binom.ppf(0.975, n, q) + 1, at n = 60 with 0.05 and 0.95.
it.each([
  [1000, 'latency_ms_p50', { ciLow: 469, ciHigh: 532, ciLevel: 0.95 }],
  [1000, 'latency_ms_p95', { ciLow: 936, ciHigh: 964, ciLevel: 0.95 }],
  [60, 'latency_ms_p95', { ciLow: 54, ciHigh: 60, ciLevel: 0.9 }],
])('bounds of %i rows, %s', (n, name, interval) => {
  expect(latencyMetrics(upTo(n))).toContainEqual(expect.objectContaining({ name, ...interval }));
});

it('too few rows give no bounds at any level, and no rows no value', () => {
  expect(latencyMetrics(upTo(58))[1]).toEqual({ name: 'latency_ms_p95', value: 55.15, unit: 'ms' });
  expect(latencyMetrics(upTo(0))[1]).toEqual({ name: 'latency_ms_p95', value: null, unit: 'ms' });
});

// By numpy.repeat and numpy.median.
it.each([
  [[1, 2, 3, 4], null, 2.5],
  [[1, 2, 3, 4], [1, 1, 1, 3], 3.5],
  [[1, 2, 3, 4], [1, 1, 1, 2], 3],
  [[1, 2, 3, 4], [2, 0, 0, 2], 2.5],
  [[1, 2], [0, 0], null],
])('the median of %j by weights %j is %d', (values, weights, value) => {
  const median = medianError(Float64Array.from(values), weights && Float64Array.from(weights));
  expect(median).toEqual({ name: 'median_ae', value });
});
