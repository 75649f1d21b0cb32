import fc from 'fast-check';
import { expectClose, golden } from '../../../test/fixtures/statistics/golden.js';
import { oneSidedBounds } from './estimate.js';
import { bonettPrice } from './paired-proportions.js';
import {
  minimumDetectableEffect,
  neededN,
  neededNForPairs,
  sampleSize,
  zeroDisagreementDetectableN,
  zeroDisagreementN,
} from './power.js';
import { minimumDetectableEffectForPairs } from '../../../test/support/statistics/power.js';

const rates = { alpha: 0.05, power: 0.8 };
const margins = [0.005, 0.01, 0.02, 0.03, 0.05];

it('σ .2345 at margin .01 needs 3399.80 rows', () => {
  expectClose(sampleSize(0.2345, 0.01, rates), golden.ni_n);
  expectClose(sampleSize(0.2345, 0.01, rates), golden.ni_n_statsmodels);
  expect(neededN(0.2345, 1, 0.01, rates)).toBe(3400);
});

describe('rows needed per disagreement and margin', () => {
  it.each([
    [2, [4947, 1237, 310, 138, 50]],
    [5, [12366, 3092, 773, 344, 124]],
    [10, [24731, 6183, 1546, 687, 248]],
    [20, [49461, 12366, 3092, 1374, 495]],
  ])('%i %%', (percent, expected) => {
    const pairs = { wins: percent, losses: 0, n: 100 };
    expect(margins.map((margin) => Math.ceil(sampleSize(Math.sqrt(percent / 100), margin, rates)!))).toEqual(expected);
    expect(margins.map((margin) => neededNForPairs(pairs, margin, rates))).toEqual(expected);
  });

  it('without disagreement Bonett–Price alone decides', () => {
    const expected = [464, 231, 115, 76, 45];
    expect(margins.map((margin) => zeroDisagreementN(margin, 0.05))).toEqual(expected);
    expect(margins.map((margin) => neededNForPairs({ wins: 0, losses: 0, n: 50 }, margin, rates))).toEqual(expected);
  });

  it('detects at the same size what Bonett–Price can show of it', () => {
    const rows = margins.map((margin) => zeroDisagreementDetectableN(margin, rates)!);
    const none = (n: number) => minimumDetectableEffect(bonettPrice({ wins: 0, losses: 0, n })!.standardError, rates);
    rows.forEach((n, at) => {
      expect(none(n)).toBeLessThanOrEqual(margins[at]!);
      expect(none(n - 1)).toBeGreaterThan(margins[at]!);
    });
  });

  it('30 wins and 25 losses of 1000 need 13 602 rows at margin .005', () => {
    expect(neededNForPairs({ wins: 30, losses: 25, n: 1000 }, 0.005, rates)).toBe(13602);
  });
});

it('a margin that is not positive, or no rows, has no answer', () => {
  expect([sampleSize(1, 0, rates), neededN(1, 10, -1, rates), zeroDisagreementN(0, 0.05)]).toEqual([null, null, null]);
  expect(zeroDisagreementDetectableN(0, rates)).toBeNull();
  expect(neededNForPairs({ wins: 0, losses: 0, n: 0 }, 0.01, rates)).toBeNull();
});

it('the minimum detectable effect is 2.486 standard errors, and none without error', () => {
  expectClose(minimumDetectableEffect(0.01, rates), 0.024864748605243863);
  expect(minimumDetectableEffect(0, rates)).toBe(0);
});

it('at the needed n without disagreement the bound passes, one row fewer fails', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.3, noNaN: true }), (margin) => {
      const n = zeroDisagreementN(margin, 0.05)!;
      const lower = (rows: number) => oneSidedBounds(bonettPrice({ wins: 0, losses: 0, n: rows })!, 0.05).lower;
      expect(lower(n)).toBeGreaterThanOrEqual(-margin * (1 + 1e-8));
      if (n > 1) expect(lower(n - 1)).toBeLessThan(-margin);
    }),
  );
});

it('a wider margin never needs more rows, and the margin reached is the effect detected', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 10, noNaN: true }),
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      (sd, m) => {
        const size = sampleSize(sd, m, rates)!;
        expect(sampleSize(sd, m * 1.1, rates)!).toBeLessThan(size);
        expectClose(minimumDetectableEffect(sd / Math.sqrt(size), rates), m);
      },
    ),
  );
});

it('a margin of the effect detectable on n pairs needs n pairs', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 100, max: 100_000 }), (wins, losses, n) => {
      const margin = minimumDetectableEffectForPairs({ wins, losses, n }, rates)!;
      expect(neededNForPairs({ wins, losses, n }, margin, rates)).toBe(n);
    }),
  );
  expect(minimumDetectableEffectForPairs({ wins: 0, losses: 0, n: 0 }, rates)).toBeNull();
});
