import { type Direction } from './metric-definition.js';

/** Relative tolerance of comparisons where a policy states none. */
export const EQUALITY_EPSILON = 1e-9;
const ABSOLUTE_FLOOR = 1e-12;

/** An allowed change in units of the metric and as a share of the incumbent's value, of which the larger counts. */
export interface Margin {
  abs?: number;
  rel?: number;
}

/** a ≥ b up to float noise: a − b ≥ −max(ε·max(|a|,|b|), 1e-12); gates.md §1.5. Only for values on the metric scale; what is not finite has no noise. */
export function ge(a: number, b: number, epsilon: number = EQUALITY_EPSILON): boolean {
  if (a >= b) return true;
  const size = Math.max(Math.abs(a), Math.abs(b));
  return size < Infinity && a - b >= -Math.max(epsilon * size, ABSOLUTE_FLOOR);
}

/** +1 where higher is better and −1 where lower is; direction appears nowhere else in the rules. */
export function orientation(direction: Direction): 1 | -1 {
  return direction === 'lower' ? -1 : 1;
}

/** The effective margin max(abs, rel·|incumbent|) ≥ 0, never a division by the incumbent; gates.md §1.5. */
export function effectiveMargin(margin: Margin, incumbent: number): number {
  return Math.min(Math.max(margin.abs ?? 0, (margin.rel ?? 0) * Math.abs(incumbent)), Number.MAX_VALUE);
}

/** Whether the oriented delta is at least g, judged on the metric scale: ge(s·M_c, s·M_i + g). */
export function deltaAtLeast(
  challenger: number,
  incumbent: number,
  sign: 1 | -1,
  g: number,
  epsilon?: number,
): boolean {
  return ge(sign * challenger, sign * incumbent + g, epsilon);
}

/** The raw difference challenger − incumbent without the representation noise of its operands; finite for finite operands. */
export function rawDelta(challenger: number, incumbent: number): number {
  const scale = Math.max(Math.abs(challenger), Math.abs(incumbent));
  const delta = challenger - incumbent;
  if (!Number.isFinite(delta)) return Math.sign(delta) * Number.MAX_VALUE;
  if (scale === 0) return delta;
  const decimals = 14 - Math.ceil(Math.log10(scale));
  const factor = 10 ** decimals;
  const scaled = Math.round(delta * factor);
  return decimals >= 0 && decimals <= 22 && Number.isSafeInteger(scaled) ? scaled / factor + 0 : delta;
}
