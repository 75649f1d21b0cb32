/** Lets so many through at once; the others wait in line. */
export class Turnstile {
  private readonly line: (() => void)[] = [];

  constructor(private free: number) {}

  /** Does some work when it is its turn. */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Ends when there is room; the function it answers makes room for the next, and is called once. */
  async enter(): Promise<() => void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.line.push(resolve));
    return () => this.leave();
  }

  private leave(): void {
    const next = this.line.shift();
    if (next) next();
    else this.free += 1;
  }
}
