/** A JSON Pointer (RFC 6901): empty for the whole document, else `/` before each escaped step. */
export type Pointer = string;

export function pointerTo(path: readonly (string | number)[]): Pointer {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
