/** The statuses a measure or rule may have, worst first; SKIPPED stands outside the order. */
export const STATUSES = ['FAIL', 'ERROR', 'INCONCLUSIVE', 'PASS', 'SKIPPED'] as const;
/** The verdicts a judgement may have, worst first. */
export const VERDICTS = ['FAIL', 'ERROR', 'INCONCLUSIVE', 'PASS'] as const;

/** One of the statuses. */
export type Status = (typeof STATUSES)[number];
/** One of the verdicts. */
export type Verdict = (typeof VERDICTS)[number];

/** Position in the severity order FAIL > ERROR > INCONCLUSIVE > PASS > SKIPPED; a lower number is worse. */
export function severity(status: Status): number {
  return STATUSES.indexOf(status);
}

/** The worst of some statuses, leaving SKIPPED out of account; undefined when nothing was judged. */
export function worst(statuses: readonly Status[]): Verdict | undefined {
  return VERDICTS.find((verdict) => statuses.includes(verdict));
}
