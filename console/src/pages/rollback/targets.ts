import { type HistoryTenureResponse } from '@stagegate/client';

/** The last tenure of each version that held Production and does not now, the newest first. */
export function targetsOf(tenures: readonly HistoryTenureResponse[]): HistoryTenureResponse[] {
  const seen = new Set(tenures.filter(({ endedAt }) => endedAt === null).map(({ version }) => version));
  return tenures.filter(({ version }) => {
    if (seen.has(version)) return false;
    seen.add(version);
    return true;
  });
}
