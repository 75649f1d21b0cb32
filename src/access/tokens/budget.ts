import { type Permission } from '../../platform/access/permission.js';
import { type RateLimitSettings } from '../../platform/config/rate-limits.js';

/** What a principal spends requests from. */
export type Budget = keyof RateLimitSettings;
export const BUDGETS: readonly Budget[] = ['reads', 'writes', 'rollbacks', 'failures'];

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request of this method changes nothing. */
export function isReading(method: string): boolean {
  return READING.has(method);
}

export function budgetOf(method: string, permission: Permission): Exclude<Budget, 'failures'> {
  if (permission === 'transition:rollback') return 'rollbacks';
  return isReading(method) ? 'reads' : 'writes';
}
