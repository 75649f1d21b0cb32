/** How the connections of the pool do; times in milliseconds. */
export interface PoolState {
  /** Whether requests wait for a connection, or did when it was found that only a restart helps. */
  isAwaited: boolean;
  /** Since the last answer that came over any of them. */
  silentMs: number;
  /** Since all of them were dropped for new ones; null when that was never done. */
  reopenedMs: number | null;
  /** Silence that no limit on locks and statements explains. */
  stuckAfterMs: number;
}

/** `reopen` is for connections that answer no more; `restart` says that new ones did not help either. */
export type PoolVerdict = 'works' | 'reopen' | 'restart';

/** What helps a pool that is awaited, while the database answers elsewhere. */
export function judgePool({ isAwaited, silentMs, reopenedMs, stuckAfterMs }: PoolState): PoolVerdict {
  if (!isAwaited || silentMs < stuckAfterMs) return 'works';
  const wasSilentSince = reopenedMs !== null && silentMs >= reopenedMs;
  if (!wasSilentSince) return 'reopen';
  return reopenedMs < stuckAfterMs ? 'works' : 'restart';
}
