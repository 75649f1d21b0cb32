/** 2²⁷ + 1 splits a double into two halves whose products are exact (Dekker 1971). */
const SPLITTER = 134217729;

/** Sum of numbers with the rounding error carried along (Neumaier 1974); 0 for an empty list. */
export function compensatedSum(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Compensated Σ of `term(i)` for i in [0, count); 0 for no terms. */
export function compensatedSumOf(count: number, term: (index: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const value = term(i);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** a·b − c·d with both products split exactly, so that only the inputs' own rounding remains (Dekker 1971). */
export function differenceOfProducts(a: number, b: number, c: number, d: number): number {
  const ab = a * b;
  const cd = c * d;
  return ab - cd + (productError(a, b, ab) - productError(c, d, cd));
}

/** The part of a·b that its rounded product lost; 0 where splitting would overflow (beyond about 1e300). */
function productError(a: number, b: number, product: number): number {
  const aUpper = upperHalf(a);
  const bUpper = upperHalf(b);
  const aLower = a - aUpper;
  const bLower = b - bUpper;
  const error = aLower * bLower - (product - aUpper * bUpper - aLower * bUpper - aUpper * bLower);
  return Number.isFinite(error) ? error : 0;
}

function upperHalf(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}
