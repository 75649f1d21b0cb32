import { type EvidenceFault } from '../evidence/choose-evidence.js';
import { groupThousands } from '../outcome/gate-message.js';
import { isOverall } from '../evidence/slice-key.js';

/** A slice with fewer rows than the rule demands: no statistic can protect it, so nothing is concluded; the whole only where `judgesWhole` says that statistics are asked of it. */
export function tooSmall(
  key: string,
  count: number | null,
  minSliceSize: number,
  judgesWhole = false,
): EvidenceFault | undefined {
  if ((isOverall(key) && !judgesWhole) || count === null || count >= minSliceSize) return undefined;
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'SLICE_TOO_SMALL',
    detail: `it has ${groupThousands(count)} rows, fewer than ${groupThousands(minSliceSize)}`,
    remediation: `Measure on at least ${groupThousands(minSliceSize)} rows here, or lower minSliceSize of the rule.`,
  };
}

/** A slice whose rows nobody counted might be too small, so it may fail but not pass. */
export function uncounted(
  key: string,
  count: number | null,
  minSliceSize: number,
  judgesWhole = false,
): EvidenceFault | undefined {
  if ((isOverall(key) && !judgesWhole) || count !== null || minSliceSize === 0) return undefined;
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'COUNT_UNKNOWN',
    detail: `nothing says whether it has the ${groupThousands(minSliceSize)} rows that are needed`,
    remediation: 'Submit its count, or set minSliceSize of the rule to 0.',
  };
}

/** Too few positive or negative rows for a statistic that needs both classes. */
export function tooFewOfClass(
  difference: { positives?: number; negatives?: number } | null,
  { minPositives, minNegatives }: { minPositives: number; minNegatives: number },
): EvidenceFault | undefined {
  const { positives = Infinity, negatives = Infinity } = difference ?? {};
  if (positives < minPositives) return tooRare('positive', positives, minPositives);
  return negatives < minNegatives ? tooRare('negative', negatives, minNegatives) : undefined;
}

/** Weighted rows that say no more than too few rows of equal weight would (gates S12). */
export function tooUneven(difference: { effectiveN?: number } | null, minSliceSize: number): EvidenceFault | undefined {
  const size = difference?.effectiveN;
  if (size === undefined || size >= minSliceSize) return undefined;
  const worth = groupThousands(Math.floor(size));
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'SLICE_TOO_SMALL',
    detail: `by their weights its rows are worth ${worth}, fewer than ${groupThousands(minSliceSize)}`,
    remediation: 'Measure on more rows here, weigh them more evenly, or lower minSliceSize of the rule.',
  };
}

function tooRare(what: string, rows: number, needed: number): EvidenceFault {
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'SLICE_TOO_SMALL',
    detail: `it has ${rows} ${what} rows, fewer than ${needed}`,
    remediation: `Measure on at least ${needed} ${what} rows here.`,
  };
}
