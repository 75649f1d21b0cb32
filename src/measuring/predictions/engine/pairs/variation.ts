import { type Weighting } from '../metrics/means-sql.js';
import { numberIn, type SqlRow } from '../groups.js';

/** Smallest and largest differences that are looked at, twice what has to vary for a mean to be judged. */
const LISTED = 20;
/** Differences beyond this many need not be counted. */
const COUNTED = LISTED / 2;

/** What a difference came to besides its sums, as fields of paired evidence. */
export interface Variation {
  varied: number;
  wins?: number;
  losses?: number;
}

/** Columns that tell how the differences of a group vary, and on how much of it each side has more; `readVariation` reads them. */
export function sumVariation(difference: string, index: number, weighting: Weighting): string[] {
  const lists = [
    `min(${difference}, ${LISTED}) AS low${index}`,
    `max(${difference}, ${LISTED}) AS high${index}`,
    `count(${difference}) AS listed${index}`,
  ];
  if (weighting === 'none') return lists;
  const size = weighting === 'unit' ? 'count(*)' : 'sum(weight)';
  return [
    ...lists,
    `${size} FILTER (${difference} > 0) AS wins${index}`,
    `${size} FILTER (${difference} < 0) AS losses${index}`,
  ];
}

/** What `sumVariation` found of the n-th difference. */
export function readVariation(row: SqlRow, index: number, weighting: Weighting): Variation {
  const [low, high] = [row[`low${index}`], row[`high${index}`]] as [number[] | null, number[] | null];
  const varied = variedAmong(numberIn(row, `listed${index}`), low ?? [], high ?? []);
  return weighting === 'none'
    ? { varied }
    : { varied, wins: numberIn(row, `wins${index}`), losses: numberIn(row, `losses${index}`) };
}

/**
 * Differences that are another than the most frequent one, of which those beyond ten are not counted, from the smallest and
 * the largest: where fewer than ten are others, the tenth from either end is the most frequent one.
 */
export function variedAmong(count: number, low: readonly number[], high: readonly number[]): number {
  if (count <= LISTED) return count - mostFrequent(low);
  const smallest = low.toSorted((a, b) => a - b);
  const largest = high.toSorted((a, b) => b - a);
  const common = smallest[COUNTED - 1]!;
  if (common !== largest[COUNTED - 1]) return COUNTED;
  return smallest.filter((value) => value < common).length + largest.filter((value) => value > common).length;
}

function mostFrequent(values: readonly number[]): number {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return Math.max(0, ...times.values());
}
