/** What served a read that may lag: the replica, or the primary and why. */
export const SERVED_BY = ['replica', 'primary_own_change', 'primary_behind', 'primary_away', 'primary_again'] as const;
export type ServedBy = (typeof SERVED_BY)[number];

/** What a request reads from the replica, and whether it still may. */
export class ReplicaRead {
  private stalestMs: number | null = null;
  private reason: Exclude<ServedBy, 'replica'> | null = null;

  /** `needed` is the position of the primary's log that the replica must have reached; 0 for any. */
  constructor(readonly needed: number) {}

  /** Whether what is read from now on comes from the primary. */
  get isGivenUp(): boolean {
    return this.reason !== null;
  }

  /** By how many milliseconds what was read may be old; null when nothing was read from the replica. */
  get lagMs(): number | null {
    return this.stalestMs;
  }

  /** Null when nothing was read at all. */
  get servedBy(): ServedBy | null {
    return this.stalestMs === null ? this.reason : 'replica';
  }

  /** Notes that something is read that may be so old. */
  took(lagMs: number): void {
    this.stalestMs = Math.max(this.stalestMs ?? 0, lagMs);
  }

  /** The rest is read from the primary, which has what was read so far, or newer. */
  giveUp(reason: Exclude<ServedBy, 'replica'>): this {
    this.reason ??= reason;
    return this;
  }

  /** All of it is read from the primary, also what was read before. */
  startOver(): void {
    this.stalestMs = null;
    this.reason = 'primary_again';
  }
}
