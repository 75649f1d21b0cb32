/** How far the log of the primary had got at a time of this process's clock, in milliseconds; a position is a number of bytes. */
export interface Mark {
  at: number;
  position: number;
}

/** An hour of marks at four a second. */
const MOST = 14_400;

/**
 * Tells how old a state of the database is, by this process's clock alone: whoever has the log up to the position of a mark has
 * all that was acknowledged before its time.
 */
export class Marks {
  /** In the order of their times. */
  private readonly marks: Mark[] = [];

  /** The time is that of the question: what is acknowledged while it is answered may be above the position. */
  note(mark: Mark): void {
    this.marks.push(mark);
    if (this.marks.length > MOST) this.marks.shift();
  }

  /** The time of the newest mark that a log up to this position has reached; -Infinity when it has reached none. */
  timeOf(position: number): number {
    return this.marks.findLast((mark) => mark.position <= position)?.at ?? -Infinity;
  }
}
