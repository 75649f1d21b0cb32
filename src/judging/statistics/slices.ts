import { normalQuantile } from './distributions.js';
import { type Bounds } from './estimate.js';
import { compensatedSumOf } from './summation.js';

/** A metric on one slice, with its standard error where the evidence gives one. */
export interface SliceValue {
  readonly slice: string;
  readonly value: number;
  readonly standardError: number | null;
}

/** Spread of a metric between slices, in its unit and as a ratio; the ratio is null unless the largest value is positive. */
export interface Gap {
  readonly difference: number;
  readonly ratio: number | null;
  readonly lowest: SliceValue;
  readonly highest: SliceValue;
}

/** max − min and min/max over slices (Fairlearn's definitions, Bird et al. 2020); ties name the first slice; null for fewer than 2 slices. */
export function gapBetween(slices: readonly SliceValue[]): Gap | null {
  if (slices.length < 2) return null;
  let lowest = slices[0]!;
  let highest = slices[0]!;
  for (const slice of slices) {
    if (slice.value < lowest.value) lowest = slice;
    if (slice.value > highest.value) highest = slice;
  }
  const ratio = highest.value > 0 ? lowest.value / highest.value : null;
  return { difference: highest.value - lowest.value, ratio, lowest, highest };
}

/** The worst slice, and its signed distance from the overall value in the unit of the metric: negative is worse than overall. */
export interface Worst {
  readonly difference: number;
  readonly worst: SliceValue;
}

/** The worst slice against the overall value, where sign 1 says that higher is better; ties name the first slice; null without slices. */
export function worstAgainstOverall(slices: readonly SliceValue[], overall: number, sign: 1 | -1): Worst | null {
  const [first, ...rest] = slices;
  if (first === undefined) return null;
  const worst = rest.reduce((so, slice) => (sign * slice.value < sign * so.value ? slice : so), first);
  return { difference: sign * (worst.value - overall), worst };
}

/**
 * One-sided (1 − α) bounds of max − min over independent slices, holding for all ordered pairs at once by Bonferroni (Dunn
 * 1961); null for fewer than 2 slices or one without a standard error.
 */
export function gapBounds(slices: readonly SliceValue[], alpha: number): Bounds | null {
  return overPairs(slices, alpha, (high, low, z) => {
    if (high.standardError === null || low.standardError === null) return null;
    const reach = z * Math.hypot(high.standardError, low.standardError);
    return { lower: high.value - low.value - reach, upper: high.value - low.value + reach };
  });
}

/**
 * One-sided (1 − α) bounds of min/max over independent slices of a positive metric, holding for all ordered pairs at once by
 * Bonferroni on the log ratio (Katz et al. 1978); null for fewer than 2 slices, a value that is not positive or one without
 * a standard error.
 */
export function gapRatioBounds(slices: readonly SliceValue[], alpha: number): Bounds | null {
  const logs = overPairs(slices, alpha, (high, low, z) => {
    const standardError = logRatioStandardError(high, low);
    if (standardError === null) return null;
    // Beside a value near 0 a standard error is without bound, and says nothing of the ratio.
    if (standardError === Infinity) return { lower: -Infinity, upper: Infinity };
    const log = Math.log(high.value) - Math.log(low.value);
    return { lower: log - z * standardError, upper: log + z * standardError };
  });
  return logs === null ? null : { lower: Math.exp(-logs.upper), upper: Math.exp(-logs.lower) };
}

/**
 * One-sided (1 − α) bounds of how far the worst slice lies behind the whole, max_s sign·(M − M_s) and at least 0, holding for
 * all slices at once by Bonferroni (Dunn 1961). The whole is the mean of its disjoint parts by their shares w of the rows, so
 * Var(M − M_s) = SE² + (1 − 2w)·SE_s²; null without slices, a standard error or a share inside (0, 1].
 */
export function behindBounds(
  slices: readonly (SliceValue & { readonly share: number })[],
  overall: { readonly value: number; readonly standardError: number | null },
  sign: 1 | -1,
  alpha: number,
): Bounds | null {
  if (slices.length === 0 || overall.standardError === null) return null;
  const z = normalQuantile(1 - alpha / slices.length);
  let lower = 0;
  let upper = 0;
  for (const { value, standardError, share } of slices) {
    if (standardError === null || !(share > 0 && share <= 1)) return null;
    const variance = overall.standardError ** 2 + (1 - 2 * share) * standardError ** 2;
    const reach = z * Math.sqrt(Math.max(0, variance));
    const behind = sign * (overall.value - value);
    lower = Math.max(lower, behind - reach);
    upper = Math.max(upper, behind + reach);
  }
  return { lower, upper };
}

/** The largest lower and upper bound over all ordered pairs, each at α over their number, and never below 0. */
function overPairs(
  slices: readonly SliceValue[],
  alpha: number,
  boundsOf: (high: SliceValue, low: SliceValue, z: number) => Bounds | null,
): Bounds | null {
  if (slices.length < 2) return null;
  const z = normalQuantile(1 - alpha / (slices.length * (slices.length - 1)));
  let lower = 0;
  let upper = 0;
  for (const high of slices) {
    for (const low of slices) {
      if (high === low) continue;
      const bounds = boundsOf(high, low, z);
      if (bounds === null) return null;
      lower = Math.max(lower, bounds.lower);
      upper = Math.max(upper, bounds.upper);
    }
  }
  return { lower, upper };
}

function logRatioStandardError(a: SliceValue, b: SliceValue): number | null {
  if (!(a.value > 0 && b.value > 0) || a.standardError === null || b.standardError === null) return null;
  return Math.hypot(a.standardError / a.value, b.standardError / b.value);
}

/** One slice of a partition: both models' values and the incumbent's share or count of rows. */
export interface SlicePair {
  readonly incumbentWeight: number;
  readonly challenger: number;
  readonly incumbent: number;
}

/** Both models on the incumbent's mix of slices, in the unit of the metric. */
export interface MixAdjusted {
  readonly challenger: number;
  readonly incumbent: number;
  readonly difference: number;
}

/** Direct standardisation to the incumbent's mix, δ_std = Σ w_s·δ_s/Σ w_s (Kitagawa 1955); null without weight. */
export function mixAdjusted(slices: readonly SlicePair[]): MixAdjusted | null {
  const weight = compensatedSumOf(slices.length, (s) => slices[s]!.incumbentWeight);
  const mean = (valueOf: (slice: SlicePair) => number) =>
    compensatedSumOf(slices.length, (s) => slices[s]!.incumbentWeight * valueOf(slices[s]!)) / weight;
  if (!(weight > 0)) return null;
  return {
    challenger: mean((slice) => slice.challenger),
    incumbent: mean((slice) => slice.incumbent),
    difference: mean((slice) => slice.challenger - slice.incumbent),
  };
}

/** Differences no larger than this have no sign: they are rounding. */
const NO_SIGN = 1e-12;

/**
 * Whether the overall difference points against the mix-adjusted one or against every slice (Simpson 1951, gates S25); false
 * without slices and for differences within rounding of 0.
 */
export function isSimpsonReversal(overallDifference: number, slices: readonly SlicePair[]): boolean {
  const overall = signOf(overallDifference);
  const adjusted = mixAdjusted(slices);
  if (overall === 0 || adjusted === null) return false;
  if (signOf(adjusted.difference) === -overall) return true;
  return slices.every((slice) => signOf(slice.challenger - slice.incumbent) === -overall);
}

function signOf(difference: number): number {
  return Math.abs(difference) <= NO_SIGN ? 0 : Math.sign(difference);
}
