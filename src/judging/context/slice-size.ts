import { type EvidenceFault } from '../evidence/choose-evidence.js';
import { type ClassCounts } from '../evidence/class-counts.js';
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

/** Rows of each class that a rule asks for. */
interface ClassMinima {
  minPositives: number;
  minNegatives: number;
}

/** Too few positive or negative rows, as far as they are counted. */
export function tooFewOfClass(
  { positives = Infinity, negatives = Infinity }: ClassCounts,
  { minPositives, minNegatives }: ClassMinima,
): EvidenceFault | undefined {
  if (positives < minPositives) return tooRare('positive', positives, minPositives);
  return negatives < minNegatives ? tooRare('negative', negatives, minNegatives) : undefined;
}

/** A class whose rows nobody counted might have too few: where a policy asks for more than is usual, it may fail but not pass. */
export function uncountedClass(
  { positives, negatives }: ClassCounts,
  { minPositives, minNegatives }: ClassMinima,
  usual: number,
): EvidenceFault | undefined {
  if (positives === undefined && minPositives > usual) return unknownClass('positive', minPositives);
  return negatives === undefined && minNegatives > usual ? unknownClass('negative', minNegatives) : undefined;
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

function unknownClass(what: 'positive' | 'negative', needed: number): EvidenceFault {
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'COUNT_UNKNOWN',
    detail: `nothing says whether it has the ${groupThousands(needed)} ${what} rows that are needed`,
    remediation: `Submit paired evidence that counts both classes, binary8 or aucPair, or lower the minimum of ${what} rows of the rule.`,
  };
}
