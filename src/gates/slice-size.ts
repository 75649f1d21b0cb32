import { type EvidenceFault } from './choose-evidence.js';
import { groupThousands } from './gate-message.js';
import { isOverall } from './slice-key.js';

/** A slice with fewer rows than the rule demands: no statistic can protect it, so nothing is concluded. */
export function tooSmall(key: string, count: number | null, minSliceSize: number): EvidenceFault | undefined {
  if (isOverall(key) || count === null || count >= minSliceSize) return undefined;
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'SLICE_TOO_SMALL',
    detail: `the slice has ${groupThousands(count)} rows, fewer than ${groupThousands(minSliceSize)}`,
    remediation: `Measure on at least ${groupThousands(minSliceSize)} rows of this slice, or lower minSliceSize of the rule.`,
  };
}

/** A slice whose rows nobody counted might be too small, so it may fail but not pass. */
export function uncounted(key: string, count: number | null, minSliceSize: number): EvidenceFault | undefined {
  if (isOverall(key) || count !== null || minSliceSize === 0) return undefined;
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'COUNT_UNKNOWN',
    detail: `nothing says whether the slice has the ${groupThousands(minSliceSize)} rows it needs`,
    remediation: 'Submit the count of this slice, or set minSliceSize of the rule to 0.',
  };
}
