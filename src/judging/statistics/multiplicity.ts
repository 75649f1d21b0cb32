/** One p-value per measure of a family, in [0, 1]; null where there is none, which leaves the family that much smaller. */
export type Family = readonly (number | null)[];

/**
 * Holm-adjusted p-values in the order given, max_{j≤i} min(1, (K − j + 1)·p_(j)) (Holm 1979): rejecting at α keeps the chance
 * of any false rejection ≤ α; null stays null.
 */
export function holm(family: Family): (number | null)[] {
  const sorted = ascending(family);
  const adjusted = new Map<number, number>();
  let largest = 0;
  sorted.forEach((p, rank) => {
    largest = Math.max(largest, Math.min(1, (sorted.length - rank) * p));
    if (!adjusted.has(p)) adjusted.set(p, largest);
  });
  return family.map((p) => (p === null ? null : adjusted.get(p)!));
}

/**
 * Adjusted p-values in the order given, min_{j≥i} min(1, K·p_(j)/j) (Benjamini and Hochberg 1995): rejecting at α keeps the
 * expected share of false rejections ≤ α; null stays null.
 */
export function benjaminiHochberg(family: Family): (number | null)[] {
  const sorted = ascending(family);
  const adjusted = new Map<number, number>();
  let smallest = 1;
  for (let rank = sorted.length; rank >= 1; rank--) {
    const p = sorted[rank - 1]!;
    smallest = Math.min(smallest, (sorted.length * p) / rank);
    adjusted.set(p, smallest);
  }
  return family.map((p) => (p === null ? null : adjusted.get(p)!));
}

/** The p-values that exist, smallest first; equal ones get one adjusted value, whatever their order. */
function ascending(family: Family): Float64Array {
  return Float64Array.from(family.filter((p) => p !== null)).sort();
}
