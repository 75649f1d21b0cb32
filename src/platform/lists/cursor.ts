import { createHash } from 'node:crypto';

/**
 * The place in a list after which the next page begins: the sort values of its last item, under a fingerprint of the list,
 * its filter and its order, so that no other list takes it.
 */
export function writeCursor(list: readonly unknown[], position: readonly string[]): string {
  return Buffer.from(JSON.stringify([fingerprintOf(list), ...position])).toString('base64url');
}

/** The sort values inside a cursor of this list, or null for a cursor of another one, or of none. */
export function readCursor(list: readonly unknown[], cursor: string): string[] | null {
  const [fingerprint, ...position] = parseCursor(cursor);
  const isOurs = fingerprint === fingerprintOf(list);
  return isOurs && position.every((value) => typeof value === 'string') ? position : null;
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
