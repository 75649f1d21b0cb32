/** Whether the reader points with a finger: no pointer rests on anything, and a field that gets the focus brings a keyboard up. */
export function isFinger(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
