/** Which lane a connection is for, and what the work is about, if it may wait for that. */
export interface Demand<Lane extends string> {
  lane: Lane;
  about?: string;
}

export interface ShareSizes<Lane extends string> {
  /** For whoever comes. */
  shared: number;
  /** For this lane alone. */
  own: Readonly<Record<Lane, number>>;
  /** That all work about one thing may hold together. */
  aboutOneThing: number;
}

/** Why a demand was not met in time: too much about one thing, or too much of all. */
export type Refusal = 'about one thing' | 'of all';

interface Waiter<Lane extends string> {
  demand: Demand<Lane>;
  admit: (leave: () => void) => void;
}

/**
 * Shares out connections: each lane has some of its own, the rest goes to whoever comes. What is about one thing never gets
 * them all, so that a thing that is stuck stops nothing else.
 */
export class Shares<Lane extends string> {
  private readonly line: Waiter<Lane>[] = [];
  private readonly own: Record<Lane, number>;
  private readonly held = new Map<string, number>();
  private shared: number;

  constructor(private readonly sizes: ShareSizes<Lane>) {
    this.shared = sizes.shared;
    this.own = { ...sizes.own };
  }

  /** How many wait. */
  get waiting(): number {
    return this.line.length;
  }

  /** How many wait because others are at the same thing. */
  get waitingForOneThing(): number {
    return this.line.filter(({ demand }) => !this.mayHoldMore(demand)).length;
  }

  /** Calls `admit` with what makes room again, at once or when there is room; the answer gives the place in the line up. */
  enter(demand: Demand<Lane>, admit: (leave: () => void) => void): () => Refusal {
    const waiter = { demand, admit };
    this.line.push(waiter);
    this.advance();
    return () => {
      const refusal = this.mayHoldMore(demand) ? 'of all' : 'about one thing';
      const place = this.line.indexOf(waiter);
      if (place >= 0) this.line.splice(place, 1);
      return refusal;
    };
  }

  /** Lets in whoever there is room for, the longest waiting first. */
  private advance(): void {
    for (const waiter of [...this.line]) {
      const leave = this.take(waiter.demand);
      if (!leave) continue;
      this.line.splice(this.line.indexOf(waiter), 1);
      waiter.admit(leave);
    }
  }

  private take(demand: Demand<Lane>): (() => void) | undefined {
    const { lane, about } = demand;
    if (!this.mayHoldMore(demand)) return undefined;
    const isOwn = this.own[lane] > 0;
    if (!isOwn && this.shared === 0) return undefined;
    if (isOwn) this.own[lane] -= 1;
    else this.shared -= 1;
    this.count(about, 1);
    return () => {
      if (isOwn) this.own[lane] += 1;
      else this.shared += 1;
      this.count(about, -1);
      this.advance();
    };
  }

  private mayHoldMore({ about }: Demand<Lane>): boolean {
    return about === undefined || (this.held.get(about) ?? 0) < this.sizes.aboutOneThing;
  }

  private count(about: string | undefined, change: 1 | -1): void {
    if (about === undefined) return;
    const held = (this.held.get(about) ?? 0) + change;
    if (held === 0) this.held.delete(about);
    else this.held.set(about, held);
  }
}
