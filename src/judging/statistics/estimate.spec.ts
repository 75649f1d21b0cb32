import fc from 'fast-check';
import { expectClose, golden } from '../../../test/fixtures/statistics/golden.js';
import {
  type Estimate,
  estimateOf,
  oneSidedBounds,
  orient,
  regressionP,
  standardErrorOfInterval,
  unpairedDifference,
} from './estimate.js';
import { nonInferiorityP, twoSidedP } from '../../../test/support/statistics/estimate.js';

const aSAH = golden.pROC_aSAH_reference;

it('bounds and p of an AUC difference agree with pROC, given its Z', () => {
  const { aucA, aucB, Z, p, ci95 } = aSAH.wfns_vs_s100b;
  const estimate = estimateOf(aucA - aucB, (aucA - aucB) / Z)!;
  expectClose(twoSidedP(estimate), p);
  expectClose(oneSidedBounds(estimate, 0.025).lower, ci95[0]);
  expectClose(oneSidedBounds(estimate, 0.025).upper, ci95[1]);
});

it('an interval gives back its standard error, Z and p', () => {
  const { Z, p, ci95 } = aSAH.wfns_vs_ndka;
  const standardError = standardErrorOfInterval(ci95[0], ci95[1], 0.95)!;
  const estimate = estimateOf((ci95[0] + ci95[1]) / 2, standardError)!;
  expectClose(estimate.point / standardError, Z);
  expectClose(twoSidedP(estimate), p);
  expectClose(twoSidedP(estimateOf(aSAH.ndka_vs_s100b.Z, 1)!), aSAH.ndka_vs_s100b.p);
});

it('.850 against .845 of 1000 rows each, unpaired, has a lower bound of −.0214', () => {
  const measured = (value: number) => ({ value, standardError: Math.sqrt((value * (1 - value)) / 1000) });
  const estimate = unpairedDifference(measured(0.85), measured(0.845))!;
  expect(oneSidedBounds(estimate, 0.05).lower).toBeCloseTo(-0.0214, 4);
});

describe('degenerate input', () => {
  const still = estimateOf(0.01, 0)!;

  it('without a standard error the bounds are the point and there is no p', () => {
    expect(oneSidedBounds(still, 0.05)).toEqual({ lower: 0.01, upper: 0.01 });
    expect([nonInferiorityP(still, 0.01), regressionP(still), twoSidedP(still)]).toEqual([null, null, null]);
  });

  it('what is not finite or negative is no estimate', () => {
    expect([estimateOf(NaN, 1), estimateOf(0, Infinity), estimateOf(0, -1)]).toEqual([null, null, null]);
    expect([estimateOf(0, 1e151), estimateOf(-1e151, 1)]).toEqual([null, null]);
    const one = { value: 0.5, standardError: 0.1 };
    expect(unpairedDifference({ value: 0.5, standardError: -0.1 }, one)).toBeNull();
    expect(unpairedDifference({ value: NaN, standardError: 0.1 }, one)).toBeNull();
  });

  it('an interval that runs backwards or has no level gives no standard error', () => {
    expect([
      standardErrorOfInterval(1, 0, 0.95),
      standardErrorOfInterval(0, Infinity, 0.95),
      standardErrorOfInterval(0, 1, 1),
    ]).toEqual([null, null, null]);
    expect(standardErrorOfInterval(1, 1, 0.95)).toBe(0);
  });
});

const anyEstimate = fc
  .record({
    point: fc.double({ min: -1, max: 1, noNaN: true }),
    standardError: fc.double({ min: 1e-4, max: 1, noNaN: true }),
    degreesOfFreedom: fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.constant(Infinity)),
  })
  .map((parts): Estimate => ({ ...parts, centre: parts.point }));

describe('properties', () => {
  it('lower ≤ centre ≤ upper, and a smaller α widens the interval', () => {
    fc.assert(
      fc.property(anyEstimate, (estimate) => {
        const wide = oneSidedBounds(estimate, 0.025);
        const narrow = oneSidedBounds(estimate, 0.05);
        return wide.lower < narrow.lower && narrow.lower < estimate.centre && narrow.upper < wide.upper;
      }),
    );
  });

  it('the lower bound clears the margin exactly when the non-inferiority p is at most α', () => {
    fc.assert(
      fc.property(anyEstimate, fc.double({ min: -0.1, max: 0.5, noNaN: true }), (estimate, margin) => {
        const distance = oneSidedBounds(estimate, 0.05).lower + margin;
        fc.pre(Math.abs(distance) > 1e-9);
        return distance > 0 === nonInferiorityP(estimate, margin)! < 0.05;
      }),
    );
  });

  it('negating the metric mirrors the bounds, and turning twice changes nothing', () => {
    fc.assert(
      fc.property(anyEstimate, (estimate) => {
        const turned = orient(estimate, -1);
        expect(oneSidedBounds(turned, 0.05).lower).toBe(-oneSidedBounds(estimate, 0.05).upper);
        expectClose(regressionP(turned)! + regressionP(estimate)!, 1);
        expect(oneSidedBounds(orient(turned, -1), 0.05)).toEqual(oneSidedBounds(estimate, 0.05));
        expect(orient(estimate, 1)).toBe(estimate);
      }),
    );
  });
});
