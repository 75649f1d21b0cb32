import { StagegateError } from './problems.js';

const PLACEHOLDER = /\{(\w+)\}/g;
/** With these as a segment, a path is that of another resource: `fetch` takes the dots away before it sends. */
const NO_SEGMENTS: ReadonlySet<string> = new Set(['', '.', '..']);
const PLAIN: ReadonlySet<string> = new Set(['string', 'number', 'bigint', 'boolean']);

/** Throws a `StagegateError` unless every parameter of a path is one segment of it. */
export function checkPathSegments(url: string, path: Readonly<Record<string, unknown>> = {}): void {
  for (const [, name] of url.matchAll(PLACEHOLDER)) {
    const value = path[name!];
    if (!PLAIN.has(typeof value) || NO_SEGMENTS.has(String(value)))
      throw new StagegateError(`'${String(value)}' is no ${name}: it would change the path of the request.`);
  }
}
