const LONGEST_SECONDS = 3_600;

/** Seconds until the next attempt: doubled with each one that failed, an hour at most; 0 tries again at once. */
export function retryDelay(firstSeconds: number, attempts: number): number {
  return Math.min(firstSeconds * 2 ** Math.min(Math.max(attempts - 1, 0), 32), LONGEST_SECONDS);
}
