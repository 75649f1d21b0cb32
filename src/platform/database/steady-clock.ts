/** Milliseconds since 1970 by a clock that nobody sets: it only goes forward, and differs from the wall clock after a jump. */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now();
}
