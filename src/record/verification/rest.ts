/** A walk that takes less needs no rest after it. */
const SHORT_MS = 10_000;

/** How long a principal rests after a walk that took so long, in milliseconds: it may keep the service at it half of the time. */
export function restAfter(walkMs: number): number {
  return walkMs < SHORT_MS ? 0 : walkMs;
}
