import { canonicalJson } from '../../values/canonical-json.js';
import { type Pointer, pointerTo } from '../../values/pointer.js';

export const DIFFERENCE_CAUSES = ['method', 'other'] as const;

/** The first place at which a report that was judged again is not as it was stored. */
export interface ReportDifference {
  pointer: Pointer;
  /** `method` when the judging or one of its methods has another version by now, else what was stored was changed. */
  cause: (typeof DIFFERENCE_CAUSES)[number];
  /** JSON of what is stored there; null where nothing is. */
  stored: string | null;
  /** JSON of what comes of judging again; null where nothing does. */
  replayed: string | null;
}

/** The first difference of two JSON values, or null; one of a method comes before the numbers that follow from it. */
export function findReportDifference(stored: unknown, replayed: unknown): ReportDifference | null {
  let first: ReportDifference | null = null;
  for (const { path, stored: one, replayed: other } of differencesOf(stored, replayed, [])) {
    const isOfMethod = path.includes('method');
    const found = { pointer: pointerTo(path), stored: textOf(one), replayed: textOf(other) };
    if (isOfMethod) return { ...found, cause: 'method' };
    first ??= { ...found, cause: 'other' };
  }
  return first;
}

interface Place {
  path: PropertyKey[];
  stored: unknown;
  replayed: unknown;
}

/** Every place at which two values differ, members by name, and as deep as both go. */
function* differencesOf(stored: unknown, replayed: unknown, path: PropertyKey[]): Generator<Place> {
  if (!isNested(stored) || !isNested(replayed) || Array.isArray(stored) !== Array.isArray(replayed)) {
    if (textOf(stored) !== textOf(replayed)) yield { path, stored, replayed };
    return;
  }
  const keys = new Set([...Object.keys(stored), ...Object.keys(replayed)]);
  for (const key of keys) yield* differencesOf(stored[key], replayed[key], [...path, key]);
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | null {
  return value === undefined ? null : canonicalJson(value);
}
