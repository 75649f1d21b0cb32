import fc from 'fast-check';
import { expectClose, golden } from '../../../test/fixtures/statistics/golden.js';
import { oneSidedBounds } from './estimate.js';
import { nonInferiorityP, twoSidedP } from '../../../test/support/statistics/estimate.js';
import { clusteredMean, effectiveN, pairedMean, weightedMean } from './means.js';
import {
  clusterDiffOf,
  meanDiffOf,
  pairedMeanOf,
  relativeContrast,
  weightedDiffOf,
} from '../../../test/support/statistics/means.js';

const reference = golden.paired_mean;
const differences = reference.d;
const zeros = differences.map(() => 0);

describe.each([
  ['from sums', pairedMean(meanDiffOf(differences, zeros))!],
  ['from the differences', pairedMeanOf(differences)!],
])('paired mean %s', (_from, estimate) => {
  it('agrees with scipy', () => {
    expectClose(estimate.point, reference.mean);
    expectClose(estimate.standardError, reference.se);
    expectClose(estimate.point / estimate.standardError, reference.t);
    expectClose(twoSidedP(estimate), reference.p2);
    expectClose(oneSidedBounds(estimate, 0.025).lower, reference.ci95[0]);
    expectClose(oneSidedBounds(estimate, 0.025).upper, reference.ci95[1]);
    expectClose(oneSidedBounds(estimate, 0.05).lower, reference.lower95);
    expectClose(nonInferiorityP(estimate, 0.02), reference.ni_p_m02);
  });
});

describe('numerical care', () => {
  it('paired shares as a mean keep every digit, the sums being whole numbers', () => {
    const { standardError } = pairedMean({ n: 1000, sumD: 5, sumD2: 55 })!;
    expectClose(standardError, Math.sqrt((1000 * 55 - 25) / 999) / 1000, 1e-15);
  });

  it('a common offset a hundred million times the spread costs nothing in two passes', () => {
    const offset = Array.from({ length: 1000 }, (_, row) => 1e8 + (row % 2));
    expectClose(pairedMeanOf(offset)!.standardError, Math.sqrt(0.25 / 999), 1e-12);
  });

  it('a naive Σd² − n·d̄² would lose what the exact products keep', () => {
    const n = 1000;
    const offset = 2 ** 20;
    // d alternates between offset and offset + 1; both sums are whole and exact.
    const sums = { n, sumD: n * offset + n / 2, sumD2: (n / 2) * offset ** 2 + (n / 2) * (offset + 1) ** 2 };
    expectClose(pairedMean(sums)!.standardError, Math.sqrt(0.25 / 999), 1e-12);
  });
});

describe('degenerate input', () => {
  it('fewer than two rows, or sums no data could give, is no estimate', () => {
    expect(pairedMean({ n: 1, sumD: 1, sumD2: 1 })).toBeNull();
    expect(pairedMean({ n: 10, sumD: 10, sumD2: 1 })).toBeNull();
    expect(pairedMean({ n: 10, sumD: NaN, sumD2: 1 })).toBeNull();
    expect(pairedMean({ n: 10, sumD: 0, sumD2: -1 })).toBeNull();
    expect([pairedMeanOf([]), pairedMeanOf([1])]).toEqual([null, null]);
  });

  it('equal differences have no spread', () => {
    expect(pairedMean(meanDiffOf([0.1, 0.1, 0.1], [0, 0, 0]))).toMatchObject({ standardError: 0 });
    expect(pairedMean({ n: 50, sumD: 0, sumD2: 0 })).toMatchObject({ point: 0, standardError: 0 });
  });

  it('one unit, or no weight, is no estimate', () => {
    expect(clusteredMean(clusterDiffOf([1, 2, 3], ['a', 'a', 'a']))).toBeNull();
    expect(weightedMean(weightedDiffOf([1, 2], [0, 0]))).toBeNull();
    expect(weightedMean(weightedDiffOf([1, 2], [1, 0]))).toBeNull();
    expect(effectiveN({ sumW: 0, sumW2: 0 })).toBeNull();
  });
});

describe('rows of one unit', () => {
  const units = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4];

  it('agrees with statsmodels’ cluster covariance', () => {
    const estimate = clusteredMean(clusterDiffOf(differences, units))!;
    expectClose(estimate.point, reference.mean);
    expectClose(estimate.standardError, 0.0271952815);
    expect(estimate.degreesOfFreedom).toBe(3);
  });

  it('units of one row are independent rows', () => {
    const estimate = clusteredMean(clusterDiffOf(differences, [...differences.keys()]))!;
    expectClose(estimate.standardError, reference.se);
    expect(estimate.degreesOfFreedom).toBe(11);
  });

  it('repeating every row k times within its unit leaves the error unchanged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 }),
        fc.integer({ min: 2, max: 5 }),
        (d, k) => {
          const repeated = d.flatMap((value) => Array<number>(k).fill(value));
          const owners = d.flatMap((_, unit) => Array<number>(k).fill(unit));
          expectClose(clusteredMean(clusterDiffOf(repeated, owners))!.standardError, pairedMeanOf(d)!.standardError);
        },
      ),
    );
  });
});

describe('weights', () => {
  it('by hand: weights 1, 2, 3 on 0, 1, 2', () => {
    const estimate = weightedMean(weightedDiffOf([0, 1, 2], [1, 2, 3]))!;
    expectClose(estimate.point, 8 / 6);
    // Σ(w(d − μ))² = (4/3)² + (2/3)² + 2² = 56/9
    expectClose(estimate.standardError, Math.sqrt((3 / 2) * (56 / 9)) / 6);
    expectClose(estimate.degreesOfFreedom, 36 / 14 - 1);
  });

  it('equal weights change nothing, whatever their size', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (weight) => {
        const sums = weightedDiffOf(
          differences,
          differences.map(() => weight),
        );
        const estimate = weightedMean(sums)!;
        expectClose(estimate.point, reference.mean);
        expectClose(estimate.standardError, reference.se);
        expectClose(effectiveN(sums), 12);
      }),
    );
  });
});

describe('relative margin', () => {
  it('the contrast averages to the oriented difference plus the allowed share of the incumbent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: -5, max: 9, noNaN: true }), fc.double({ min: -5, max: 9, noNaN: true })), {
          minLength: 2,
          maxLength: 30,
        }),
        fc.constantFrom(1 as const, -1 as const),
        (rows, sign) => {
          const [c, i] = [rows.map(([value]) => value), rows.map(([, value]) => value)];
          const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
          fc.pre(Math.abs(mean(i)) > 1e-6);
          const contrast = pairedMeanOf(relativeContrast(c, i, 0.1, sign))!;
          expectClose(contrast.point, sign * (mean(c) - mean(i)) + 0.1 * Math.abs(mean(i)));
        },
      ),
    );
  });

  it('c − (1 − r)·i for a metric that is better when higher', () => {
    expect([...relativeContrast([3, 4], [2, 4], 0.5, 1)]).toEqual([2, 2]);
    expect([...relativeContrast([3, 4], [2, 4], 0.5, -1)]).toEqual([0, 2]);
  });
});

it('scaling the metric scales the estimate', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (factor) => {
      const scaled = pairedMeanOf(differences.map((d) => d * factor))!;
      expectClose(scaled.point, reference.mean * factor);
      expectClose(scaled.standardError, reference.se * factor);
    }),
  );
});
