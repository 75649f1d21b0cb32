import { type ForestRow } from './forest-rows.js';

/** A linear scale, symmetric about no difference, in units of the metric. */
export interface ForestScale {
  /** Half of what is shown: the strip runs from −half to +half. */
  half: number;
  ticks: number[];
}

const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];
/** So much of all ends and differences lies within the scale; what reaches farther ends in an arrow. */
const SHARE_WITHIN = 0.8;
/** The margin lies well within the picture. */
const MARGINS_WITHIN = 2.5;

/** How far the parts of a row reach: the ends of its intervals, and its difference. */
function endsOf({ interval, decision, improvement }: ForestRow): number[] {
  return [interval?.lower, interval?.upper, decision?.lower, decision?.upper, improvement]
    .filter((end) => end != null)
    .map(Math.abs);
}

/** Rounded up to 1, 1.5, 2, 3, 4, 5, 6, 8 or 10 times a power of ten. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(12));
}

/** The scale of all rows of a metric, so that it does not move when some of them are hidden. */
export function scaleOf(rows: readonly ForestRow[], isShare: boolean, fitsOutliers: boolean): ForestScale {
  const ends = rows.flatMap(endsOf).toSorted((one, other) => one - other);
  const margin = Math.max(0, ...rows.map((row) => row.margin ?? 0));
  const within = fitsOutliers ? ends.at(-1) : ends[Math.max(0, Math.ceil(SHARE_WITHIN * ends.length) - 1)];
  const needed = Math.max(within ?? 0, MARGINS_WITHIN * margin);
  const unit = isShare ? 0.01 : 1;
  const half = needed === 0 ? unit : roundUp(needed / unit) * unit;
  return { half, ticks: [-half, -half / 2, 0, half / 2, half] };
}

/** Where a difference lies in a strip of this width; what lies beyond is at the edge. */
export function position(value: number, { half }: ForestScale, width: number): number {
  const clamped = Math.max(-half, Math.min(half, value));
  return Math.round((PAD + ((clamped + half) / (2 * half)) * (width - 2 * PAD)) * 10) / 10;
}

/** Kept free at both edges, for arrows and for marks at the end of the scale. */
export const PAD = 10;
