import { type Permission } from '../../platform/access/permission.js';
import { type RateLimitSettings } from '../../platform/config/rate-limits.js';

/** What a principal spends requests from. */
export type Budget = keyof RateLimitSettings;
export const BUDGETS: readonly Budget[] = ['reads', 'writes', 'rollbacks', 'failures'];

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request of this method changes nothing, whatever its route is. */
export function isReading(method: string): boolean {
  return READING.has(method);
}

/** Whether a request changes nothing: by its method, or because its route declares it with `@OnlyReads`. */
export function changesNothing({ method, routeOptions }: Asked): boolean {
  return isReading(method) || routeOptions.config.onlyReads === true;
}

/** What a request is counted with, and which connections to the database it gets. */
export function budgetOf(asked: Asked, permission: Permission): Exclude<Budget, 'failures'> {
  if (permission === 'transition:rollback') return 'rollbacks';
  return changesNothing(asked) ? 'reads' : 'writes';
}

/** The part of a request that says whether it changes something. */
interface Asked {
  method: string;
  routeOptions: { config: { onlyReads?: boolean } };
}
