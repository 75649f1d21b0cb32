/** Orders two strings by code unit, so that no locale can change a digest. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
