import { createHash } from 'node:crypto';
import { type Place } from './list-order.js';

/**
 * The place in a list after which the next page begins: the sort values of its last item, under a fingerprint of the list,
 * its filter and its order, so that no other list takes it.
 */
export function writeCursor(list: readonly unknown[], position: Place): string {
  return Buffer.from(JSON.stringify([fingerprintOf(list), ...position])).toString('base64url');
}

/** The sort values inside a cursor of this list, or null for a cursor of another list, and for what is no cursor. */
export function readCursor(list: readonly unknown[], cursor: string): Place | null {
  const [fingerprint, ...position] = parseCursor(cursor);
  const isOurs = fingerprint === fingerprintOf(list);
  return isOurs && position.every(isSortValue) ? position : null;
}

function isSortValue(value: unknown): value is string | null {
  return typeof value === 'string' || value === null;
}

function parseCursor(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function fingerprintOf(list: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 16);
}
