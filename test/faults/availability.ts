/** One request as its caller saw it; times are milliseconds of one clock. */
export interface Attempt {
  kind: 'read' | 'write';
  model: string;
  began: number;
  ended: number;
  succeeded: boolean;
}

/** How a fault was felt by one kind of request. */
export interface Felt {
  asked: number;
  failed: number;
  /** The longest time in which none of them succeeded, be it that they failed or that they hung. */
  withoutMs: number;
}

/** What callers met, for the question of how much of a fault was felt. */
export class Availability {
  private readonly attempts: Attempt[] = [];

  note(attempt: Attempt): void {
    this.attempts.push(attempt);
  }

  /** What became of the requests of a kind between two moments, of those models that are asked for. */
  felt(kind: Attempt['kind'], from: number, until: number, concerns: (model: string) => boolean): Felt {
    const within = this.attempts.filter(
      (attempt) => attempt.kind === kind && attempt.ended >= from && attempt.began < until && concerns(attempt.model),
    );
    const successes = within.filter(({ succeeded }) => succeeded).map(({ ended }) => Math.min(ended, until));
    const moments = [from, ...successes.sort((one, other) => one - other), until];
    const pauses = moments.slice(1).map((moment, index) => moment - moments[index]!);
    return { asked: within.length, failed: within.length - successes.length, withoutMs: Math.max(...pauses) };
  }

  succeededSince(kind: Attempt['kind'], model: string, moment: number): boolean {
    const isSuccess = (attempt: Attempt) => attempt.kind === kind && attempt.model === model && attempt.succeeded;
    return this.attempts.some((attempt) => attempt.began >= moment && isSuccess(attempt));
  }
}
