import { hash } from 'node:crypto';
import { type Caller } from '../access/caller.js';
import { passesIfMatch, passesIfNoneMatch } from './preconditions.js';
import { type Problem, problemKind } from './problem.js';

const preconditionFailed = problemKind(412, 'PRECONDITION_FAILED', 'The resource is not as the caller knows it');

/** The strong validator of a representation: the same bytes, the same tag. */
export function etagOf(payload: string): string {
  return `"${hash('sha256', payload, 'base64url').slice(0, 27)}"`;
}

/** The resource is another than the one that the caller names. */
export function hasChanged(): Problem {
  return preconditionFailed('The resource changed since it was read. Read it again and decide anew.');
}

/**
 * Refuses a change when the caller names the representation it knows and the resource is another by now, or none (null), or
 * when it wants nothing to be there and something is.
 * @throws {Problem} 412 PRECONDITION_FAILED
 */
export function requireMatch({ preconditions }: Caller, current: object | null, isThere = current !== null): void {
  if (preconditions === undefined) return;
  const etag = current === null ? null : etagOf(JSON.stringify(current));
  if (!passesIfMatch(preconditions.ifMatch, etag)) throw hasChanged();
  if (passesIfNoneMatch(preconditions.ifNoneMatch, etag, isThere)) return;
  throw preconditionFailed('This was to be done only if the resource is not there, or not as it is; it is.');
}
