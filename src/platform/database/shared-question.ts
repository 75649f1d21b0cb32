/**
 * Asks the same question for many at once: one is under way at a time, and what is asked meanwhile, or in the same turn, shares the
 * next one. So every answer is younger than what it was asked for, without a question for each.
 */
export class SharedQuestion<Asked, Answer> {
  private next: Pending<Asked, Answer> | null = null;
  private isAsking = false;

  constructor(private readonly askFor: (asked: readonly Asked[]) => Promise<Answer>) {}

  /** The answer to a question that was begun after this call, for this and others. */
  ask(asked: Asked): Promise<Answer> {
    this.next ??= newPending();
    const { promise, all } = this.next;
    all.push(asked);
    if (!this.isAsking) void this.askAll();
    return promise;
  }

  private async askAll(): Promise<void> {
    this.isAsking = true;
    await Promise.resolve();
    while (this.next) {
      const { all, answer, fail } = this.next;
      this.next = null;
      await this.askFor(all).then(answer, fail);
    }
    this.isAsking = false;
  }
}

interface Pending<Asked, Answer> {
  all: Asked[];
  promise: Promise<Answer>;
  answer: (answer: Answer) => void;
  fail: (error: unknown) => void;
}

function newPending<Asked, Answer>(): Pending<Asked, Answer> {
  let answer!: Pending<Asked, Answer>['answer'];
  let fail!: Pending<Asked, Answer>['fail'];
  const promise = new Promise<Answer>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { all: [], promise, answer, fail };
}
