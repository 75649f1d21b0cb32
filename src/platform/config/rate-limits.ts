import { type SettingsReader } from './settings-reader.js';

/** Requests per minute, by budget; 0 sets no limit. */
export interface RateLimitSettings {
  readonly reads: number;
  readonly writes: number;
  /** A rollback has a budget that nothing else can use up. */
  readonly rollbacks: number;
  readonly failures: number;
}

export function readRateLimits(read: SettingsReader): RateLimitSettings {
  return Object.freeze({
    reads: read.count('RATE_LIMIT_READS', 1_200_000, 0, 1_000_000_000),
    writes: read.count('RATE_LIMIT_WRITES', 60_000, 0, 1_000_000_000),
    rollbacks: read.count('RATE_LIMIT_ROLLBACKS', 600, 0, 1_000_000_000),
    failures: read.count('RATE_LIMIT_FAILURES', 600, 0, 1_000_000_000),
  });
}
