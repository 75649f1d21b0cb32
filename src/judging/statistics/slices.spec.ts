import fc from 'fast-check';
import { expectClose, golden } from '../../../test/fixtures/statistics/golden.js';
import { share } from '../../../test/support/statistics/proportions.js';
import {
  behindBounds,
  gapBetween,
  gapBounds,
  gapRatioBounds,
  isSimpsonReversal,
  mixAdjusted,
  type SliceValue,
  worstAgainstOverall,
} from './slices.js';
import { ratioBounds } from '../../../test/support/statistics/slices.js';

const ofShare = (slice: string, successes: number, n: number): SliceValue => {
  const { point, standardError } = share({ successes, n })!;
  return { slice, value: point, standardError };
};
const low = ofShare('low', 300, 1000);
const high = ofShare('high', 380, 1000);

describe('.30 against .38 of 1000 rows each', () => {
  it('difference and ratio', () => {
    const gap = gapBetween([high, low])!;
    expectClose(gap.difference, 0.08);
    expect(gap.ratio).toBeCloseTo(0.7895, 4);
    expect([gap.lowest, gap.highest]).toEqual([low, high]);
  });

  it('90 % two-sided bounds of the ratio, to the four digits the reference states', () => {
    const bounds = ratioBounds(low, high, 0.05)!;
    expect(bounds.lower).toBeCloseTo(0.7118, 4);
    expect(bounds.upper).toBeCloseTo(0.8756, 4);
    const logError = Math.sqrt(0.7 / 300 + 0.62 / 380);
    expectClose(Math.log(bounds.upper / bounds.lower), 2 * 1.6448536269514722 * logError);
  });

  it('simultaneous bounds over the two ordered pairs use half of α', () => {
    const each = ratioBounds(low, high, 0.025)!;
    const both = gapRatioBounds([low, high], 0.05)!;
    expectClose(both.lower, each.lower);
    expectClose(both.upper, each.upper);
    const reach = 1.959963984540054 * Math.hypot(low.standardError!, high.standardError!);
    expectClose(gapBounds([low, high], 0.05)!.lower, 0.08 - reach);
    expectClose(gapBounds([low, high], 0.05)!.upper, 0.08 + reach);
  });
});

describe('worst slice against overall', () => {
  const slices = [low, high];
  it.each([
    [1 as const, 0.35, -0.05, 'low'],
    [-1 as const, 0.35, -0.03, 'high'],
  ])('sign %i', (sign, overall, difference, worst) => {
    const found = worstAgainstOverall(slices, overall, sign)!;
    expectClose(found.difference, difference);
    expect(found.worst.slice).toBe(worst);
  });
});

describe('degenerate input', () => {
  it('one slice has no gap, and no slice is no worst', () => {
    expect([gapBetween([low]), gapBounds([low], 0.05), gapRatioBounds([low], 0.05)]).toEqual([null, null, null]);
    expect(worstAgainstOverall([], 0.5, 1)).toBeNull();
  });

  it('a standard error beyond all measure of its value bounds no ratio', () => {
    const tiny = { slice: 'tiny', value: 5e-324, standardError: 0.1 };
    expect(gapRatioBounds([tiny, low], 0.05)).toEqual({ lower: 0, upper: 1 });
    const least = { ...tiny, standardError: 0 };
    const largest = { slice: 'largest', value: 1e300, standardError: 0 };
    expect(gapRatioBounds([least, largest], 0.05)).toEqual({ lower: 0, upper: 0 });
  });

  it('no ratio of values that are not positive, no bounds without a standard error', () => {
    const none = { slice: 'none', value: 0, standardError: 0 };
    const bare = { slice: 'bare', value: 0.5, standardError: null };
    expect(gapBetween([none, none])!.ratio).toBeNull();
    expect(gapBetween([none, low])!.ratio).toBe(0);
    expect([ratioBounds(none, low, 0.05), gapRatioBounds([none, low], 0.05)]).toEqual([null, null]);
    expect([ratioBounds(bare, low, 0.05), gapBounds([bare, low], 0.05)]).toEqual([null, null]);
  });

  it('no weight has no adjusted mean and no reversal', () => {
    expect(mixAdjusted([])).toBeNull();
    expect(isSimpsonReversal(0.1, [])).toBe(false);
    expect(mixAdjusted([{ incumbentWeight: 0, challenger: 1, incumbent: 0 }])).toBeNull();
  });
});

describe('how far the worst slice lies behind the whole', () => {
  // Two halves of one sample: the variance of the whole is a quarter of the sum of theirs.
  const halves = [0.02, 0.03].map((standardError, at) => ({
    slice: String(at),
    value: [0.8, 0.9][at]!,
    standardError,
    share: 0.5,
  }));
  const whole = { value: 0.85, standardError: Math.hypot(0.02, 0.03) / 2 };

  it('has bounds by the variance of whole minus part, and Bonferroni over the parts', () => {
    // M − M_A = (M_B − M_A) / 2, whose standard error is √(.02² + .03²) / 2; z at 1 − .05/2.
    const { lower, upper } = behindBounds(halves, whole, 1, 0.05)!;
    expectClose(upper, 0.05 + (golden.quantiles.z975! * Math.hypot(0.02, 0.03)) / 2);
    expectClose(lower, 0.05 - (golden.quantiles.z975! * Math.hypot(0.02, 0.03)) / 2);
  });

  it('looks at the other end where lower is better', () => {
    const mirrored = halves.map((half) => ({ ...half, value: -half.value }));
    expect(behindBounds(mirrored, { ...whole, value: -0.85 }, -1, 0.05)).toEqual(behindBounds(halves, whole, 1, 0.05));
  });

  it('has no bounds without slices, an error or a share', () => {
    const bounds = (parts: typeof halves, error: number | null = 0.01) =>
      behindBounds(parts, { value: 0.85, standardError: error }, 1, 0.05);
    expect([bounds([]), bounds(halves, null), bounds([{ ...halves[0]!, share: Number.NaN }])]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('mix of slices', () => {
  const cases = [
    { incumbentWeight: 900, challenger: 0.92, incumbent: 0.9 },
    { incumbentWeight: 100, challenger: 0.65, incumbent: 0.6 },
  ];

  it('.785 against .870 overall is +.023 on the incumbent’s mix', () => {
    const adjusted = mixAdjusted(cases)!;
    expectClose(adjusted.challenger, 0.893);
    expectClose(adjusted.incumbent, 0.87);
    expectClose(adjusted.difference, 0.023);
    expect(isSimpsonReversal(0.785 - 0.87, cases)).toBe(true);
    expect(isSimpsonReversal(0.023, cases)).toBe(false);
  });

  it('the AUC rises overall and falls on both slices', () => {
    const { overall, slice_A, slice_B } = golden.auc_simpson_fixture;
    const slices = [slice_A, slice_B].map(([challenger, incumbent]) => ({
      incumbentWeight: 4,
      challenger: challenger!,
      incumbent: incumbent!,
    }));
    expect(isSimpsonReversal(overall[0]! - overall[1]!, slices)).toBe(true);
  });

  it('no difference overall reverses nothing', () => expect(isSimpsonReversal(0, cases)).toBe(false));

  it('a mean over one dataset never reverses', () => {
    const anySlice = fc.record({
      incumbentWeight: fc.nat(1000),
      challenger: fc.double({ min: 0, max: 1, noNaN: true }),
      incumbent: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(anySlice, { minLength: 1, maxLength: 20 }), (slices) => {
        const adjusted = mixAdjusted(slices);
        fc.pre(adjusted !== null && slices.some((slice) => slice.incumbentWeight > 0));
        // Slices without rows say nothing about the mean.
        const filled = slices.filter((slice) => slice.incumbentWeight > 0);
        return !isSimpsonReversal(adjusted.challenger - adjusted.incumbent, filled);
      }),
    );
  });
});

it('bounds of a gap are ordered, not negative, and hold the observed gap below their upper end', () => {
  const anySlice = fc.record({
    slice: fc.constant('s'),
    value: fc.double({ min: 0.01, max: 1, noNaN: true }),
    standardError: fc.double({ min: 0, max: 0.2, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(anySlice, { minLength: 2, maxLength: 8 }), (slices) => {
      const gap = gapBetween(slices)!;
      const difference = gapBounds(slices, 0.05)!;
      const ratio = gapRatioBounds(slices, 0.05)!;
      expect(difference.lower).toBeGreaterThanOrEqual(0);
      expect(difference.lower).toBeLessThanOrEqual(gap.difference);
      expect(difference.upper).toBeGreaterThanOrEqual(gap.difference);
      expect(ratio.upper).toBeLessThanOrEqual(1);
      expect(ratio.upper * (1 + 1e-12)).toBeGreaterThanOrEqual(gap.ratio!);
      expect(ratio.lower).toBeLessThanOrEqual(gap.ratio! * (1 + 1e-12));
    }),
  );
});
