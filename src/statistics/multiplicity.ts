/** One p-value per measure of a family, in [0, 1]; null where there is none, which leaves the family that much smaller. */
export type Family = readonly (number | null)[];

/**
 * Holm-adjusted p-values in the order given, max_{j≤i} min(1, (K − j + 1)·p_(j)) (Holm 1979): rejecting at α keeps the chance
 * of any false rejection ≤ α; null stays null.
 */
export function holm(family: Family): (number | null)[] {
  const order = ascending(family);
  const adjusted: (number | null)[] = family.map(() => null);
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (order.length - rank) * family[index]!));
    adjusted[index] = largest;
  });
  return adjusted;
}

/**
 * Adjusted p-values in the order given, min_{j≥i} min(1, K·p_(j)/j) (Benjamini and Hochberg 1995): rejecting at α keeps the
 * expected share of false rejections ≤ α; null stays null.
 */
export function benjaminiHochberg(family: Family): (number | null)[] {
  const order = ascending(family);
  const adjusted: (number | null)[] = family.map(() => null);
  let smallest = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1]!;
    smallest = Math.min(smallest, (order.length * family[index]!) / rank);
    adjusted[index] = smallest;
  }
  return adjusted;
}

/** Indices of the p-values that exist, smallest first. */
function ascending(family: Family): number[] {
  const indices = [...family.keys()].filter((index) => family[index] !== null);
  return indices.sort((a, b) => family[a]! - family[b]!);
}
