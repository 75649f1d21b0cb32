import { SCREEN_REPLICATES } from '../../../../judging/statistics/bootstrap.js';
import { LARGEST_SAMPLE, PARTS } from '../../../../judging/statistics/replicates.js';

/** Replicates of each list. */
export const REPLICATES = SCREEN_REPLICATES;
/** Lists that one evaluation may hold, about 20 kB each. */
export const MOST_LISTS = 60;
/** A bootstrap of fewer units says little, and most policies judge no slice that small. */
export const LEAST_UNITS = 50;

/** What one job may still spend. */
export interface ReplicateBudget {
  draws: number;
  lists: number;
}

/** A grouping as far as its cost goes. */
export interface PlannedGrouping {
  /** Columns it groups by; none is the whole. */
  columns: readonly string[];
  /** Rows of each group. */
  sizes: readonly number[];
}

/** Which groupings get replicates, by their place, and which do not. */
export interface ReplicatePlan {
  chosen: number[];
  left: (readonly string[])[];
}

/**
 * Takes the whole and then the slice columns in the order they were named, each with all its slices or not at all, while
 * the budget lasts; crosses get none. What is taken is taken off the budget.
 */
export function planReplicates(
  groupings: readonly PlannedGrouping[],
  metrics: number,
  unitsPerRow: number,
  budget: ReplicateBudget,
): ReplicatePlan {
  const plan: ReplicatePlan = { chosen: [], left: [] };
  groupings.forEach(({ columns, sizes }, place) => {
    const large = sizes.filter((rows) => rows * unitsPerRow >= LEAST_UNITS);
    if (large.length === 0) return;
    const draws = large.reduce((sum, rows) => sum + drawsOf(rows, unitsPerRow), 0);
    const lists = large.length * metrics;
    if (columns.length > 1 || draws > budget.draws || lists > budget.lists) {
      plan.left.push(columns);
      return;
    }
    budget.draws -= draws;
    budget.lists -= lists;
    plan.chosen.push(place);
  });
  return plan;
}

/** Rows drawn for one slice: all of them each time, or those of a part. */
function drawsOf(rows: number, unitsPerRow: number): number {
  const units = rows * unitsPerRow;
  return units <= LARGEST_SAMPLE ? rows * REPLICATES : rows * ((LARGEST_SAMPLE / units) * REPLICATES + PARTS);
}

/** What was left out, as a sentence; undefined when nothing was. */
export function describeLeft({ left }: ReplicatePlan, metrics: readonly string[], version: number): string | undefined {
  if (left.length === 0) return undefined;
  const names = left.map((columns) => (columns.length === 0 ? 'the whole' : columns.join(' × ')));
  return (
    `No replicates of ${metrics.join(', ')} against version ${version} were computed on ${names.join(', ')}: ` +
    `a job draws a bounded number of rows, keeps at most ${MOST_LISTS} lists of replicates, and none of crosses.`
  );
}
