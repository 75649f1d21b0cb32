import fc from 'fast-check';
import { expectClose, golden } from '../../../test/fixtures/statistics/golden.js';
import { binomialCdf } from './distributions.js';
import { linearQuantile, quantileBounds, quantileRanks } from './quantiles.js';
import { histogramQuantileBounds } from '../../../test/support/statistics/quantiles.js';

it.each([60, 100, 500, 1000])('ranks that bound the 95th percentile of %i rows', (n) => {
  const reference = golden[`p95_rank_${n}`] as { upper_rank_1based: number; lower_rank_1based: number };
  expect(quantileRanks(n, 0.95, 0.05)).toEqual({
    lower: reference.lower_rank_1based,
    upper: reference.upper_rank_1based,
  });
});

it('59 rows are the fewest with an upper bound of the 95th percentile', () => {
  expect(quantileRanks(58, 0.95, 0.05).upper).toBeNull();
  expect(quantileRanks(59, 0.95, 0.05).upper).toBe(59);
});

it('no rows have no bounds and no quantile', () => {
  expect(quantileRanks(0, 0.95, 0.05)).toEqual({ lower: null, upper: null });
  expect(quantileBounds([], 0.95, 0.05)).toEqual({ lower: null, upper: null });
  expect(histogramQuantileBounds([1, 2], [0, 0], 0.95, 0.05)).toEqual({ lower: null, upper: null });
  expect(linearQuantile([], 0.5)).toBeNull();
});

it('a rank covers the quantile with at least the confidence asked, and one rank closer does not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.constantFrom(0.5, 0.9, 0.95, 0.99),
      fc.constantFrom(0.05, 0.025),
      (n, quantile, alpha) => {
        const { lower, upper } = quantileRanks(n, quantile, alpha);
        if (upper !== null) {
          expect(binomialCdf(upper - 1, n, quantile)).toBeGreaterThanOrEqual(1 - alpha - 1e-12);
          expect(binomialCdf(upper - 2, n, quantile)).toBeLessThan(1 - alpha);
        }
        if (lower !== null) {
          expect(binomialCdf(lower - 1, n, quantile)).toBeLessThan(alpha + 1e-12);
          expect(binomialCdf(lower, n, quantile)).toBeGreaterThanOrEqual(alpha - 1e-12);
        }
      },
    ),
  );
});

const latencies = Array.from({ length: 100 }, (_, index) => index + 1);

it('bounds are observations, and a histogram’s are no tighter', () => {
  expect(quantileBounds(latencies, 0.95, 0.05)).toEqual({ lower: 91, upper: 99 });
  expect(histogramQuantileBounds([50, 90, 95, 100], [50, 40, 5, 5], 0.95, 0.05)).toEqual({ lower: 90, upper: 100 });
  expect(histogramQuantileBounds([100], [100], 0.95, 0.05)).toEqual({ lower: null, upper: 100 });
});

it.each([
  [0, 1],
  [0.5, 50.5],
  [0.95, 95.05],
  [1, 100],
])('linear quantile %d of 1…100', (quantile, expected) => expectClose(linearQuantile(latencies, quantile), expected));
