/** A JSON Pointer (RFC 6901): empty for the whole document, else `/` before each escaped step. */
export type Pointer = string;

export function pointerTo(path: readonly PropertyKey[]): Pointer {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A fault of a document at the place of a path: a stable code, and a sentence. */
export function problemAt(
  path: readonly PropertyKey[],
  code: string,
  detail: string,
): { pointer: Pointer; code: string; detail: string } {
  return { pointer: pointerTo(path), code, detail };
}
