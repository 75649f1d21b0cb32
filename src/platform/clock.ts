/** What time it is, for what begins or ends at a moment; tests set it. */
export class Clock {
  now(): Date {
    return new Date();
  }
}
