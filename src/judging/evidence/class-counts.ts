import { type PairedDifference } from './difference.js';

/** Rows of each class on a slice, as far as they are known. */
export type ClassCounts = Pick<PairedDifference, 'positives' | 'negatives'>;

/** The rows of each class that any of these differences counts; the fewest, where they do not agree. */
export function classCountsOf(differences: readonly (PairedDifference | null)[]): ClassCounts {
  const fewest = (of: (counts: ClassCounts) => number | undefined) => {
    const known = differences.flatMap((one) => (one === null ? [] : (of(one) ?? [])));
    return known.length === 0 ? undefined : Math.min(...known);
  };
  return { positives: fewest(({ positives }) => positives), negatives: fewest(({ negatives }) => negatives) };
}
