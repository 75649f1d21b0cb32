/** A number for a sentence: at most two decimals, never -0. */
export function round(amount: number): number {
  return Math.round(amount * 100) / 100 + 0;
}
