/** One request as its caller saw it; times are milliseconds of one clock. */
interface Attempt {
  kind: 'read' | 'write';
  began: number;
  ended: number;
  succeeded: boolean;
}

export interface Outage {
  failed: number;
  /** Between the first request that failed and the first one after the last failure that did not; 0 without a failure. */
  milliseconds: number;
}

/** What callers met, for the question of how long a fault was felt. */
export class Availability {
  private readonly attempts: Attempt[] = [];

  note(attempt: Attempt): void {
    this.attempts.push(attempt);
  }

  /** How long requests of this kind that began between the two moments failed. */
  outage(kind: Attempt['kind'], from: number, until: number): Outage {
    const within = this.attempts
      .filter((attempt) => attempt.kind === kind && attempt.began >= from && attempt.began < until)
      .sort((one, other) => one.ended - other.ended);
    const failures = within.filter(({ succeeded }) => !succeeded);
    if (failures.length === 0) return { failed: 0, milliseconds: 0 };
    const last = failures.at(-1)!.ended;
    const back = within.find(({ succeeded, ended }) => succeeded && ended > last)?.ended ?? until;
    return {
      failed: failures.length,
      milliseconds: Math.round(back - Math.min(...failures.map(({ began }) => began))),
    };
  }

  succeededSince(kind: Attempt['kind'], moment: number): boolean {
    return this.attempts.some((attempt) => attempt.kind === kind && attempt.succeeded && attempt.began >= moment);
  }
}
