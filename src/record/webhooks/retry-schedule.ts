const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 6 * 3_600;
/** Each pause is up to so much shorter or longer, so that those who failed together do not come back together. */
const JITTER = 0.2;
/** After so long a delivery is given up, and its lane goes on. */
export const GIVEN_UP_AFTER_MS = 3 * 24 * 3_600_000;

/** Milliseconds until the next attempt: doubled with each one that failed, six hours at most; `chance` is from 0 to 1. */
export function retryAfterMs(failures: number, chance: number): number {
  const seconds = Math.min(FIRST_SECONDS * 2 ** Math.min(failures - 1, 32), LONGEST_SECONDS);
  return Math.round(seconds * (1 + JITTER * (2 * chance - 1)) * 1000);
}

/** Whether a delivery is given up when this attempt failed, which is as long after the first one. */
export function isGivenUp(firstAttemptAt: Date, now: Date): boolean {
  return now.getTime() - firstAttemptAt.getTime() >= GIVEN_UP_AFTER_MS;
}
