import { canonicalize } from 'json-canonicalize';

/**
 * RFC 8785 canonical JSON. Objects are copied with sorted keys and written by the engine, a third of the time of a serializer
 * in JavaScript; keys that an object puts into an order of its own, and values that are no JSON, are left to the library.
 */
export function canonicalJson(value: unknown): string {
  const found = { isPlain: true };
  const sorted = withSortedKeys(value, found);
  return found.isPlain ? JSON.stringify(sorted) : canonicalize(value);
}

function withSortedKeys(value: unknown, found: { isPlain: boolean }): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null || value === undefined) return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) found.isPlain = false;
    return value;
  }
  if (typeof value !== 'object' || 'toJSON' in value) {
    found.isPlain = false;
    return value;
  }
  if (Array.isArray(value)) return value.map((item) => withSortedKeys(item, found));
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    if (isOrderedOtherwise(key)) found.isPlain = false;
    sorted[key] = withSortedKeys((value as Record<string, unknown>)[key], found);
  }
  return sorted;
}

/** Keys that may be array indices come first in every object, in numeric order; `__proto__` is no key at all when assigned. */
function isOrderedOtherwise(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first >= 48 && first <= 57) || key === '__proto__';
}
