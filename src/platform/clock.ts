/** The time by which boundaries are decided, such as ends of freezes and waivers; a test sets another. */
export class Clock {
  now(): Date {
    return new Date();
  }
}
