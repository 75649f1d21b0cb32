/** What a job can branch on; the command line ends alike. */
export const EXIT = { done: 0, other: 1, refused: 2, awaiting: 3, inconclusive: 4, stale: 5 };

/** @param {string | undefined} verdict PASS, FAIL, ERROR or INCONCLUSIVE; faulty evidence refuses as a failed rule does */
export function outcomeOfVerdict(verdict) {
  if (verdict === 'PASS') return 'done';
  return verdict === 'INCONCLUSIVE' ? 'inconclusive' : 'refused';
}

/** A refused transition ends as its verdict; a refusal without a report is still a refusal. */
export function outcomeOfTransition(status, verdict) {
  if (status === 'applied') return 'done';
  if (status === 'awaiting_approval') return 'awaiting';
  if (status === 'refused') return verdict === 'PASS' ? 'refused' : outcomeOfVerdict(verdict);
  return status === 'stale' ? 'stale' : 'other';
}
