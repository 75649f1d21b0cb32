/**
 * What one caller did about the Production stage of a model, and what it was told. Times are milliseconds of one clock;
 * an operation takes effect at some moment between `invoked` and `answered`, if it does.
 */
export interface Operation {
  kind: 'read' | 'write';
  /** What was read, or what the write put into Production; null is an empty stage. */
  version: number | null;
  /** What the answer to a write says it displaced; absent in a read and where no answer came. */
  displaced?: number | null;
  invoked: number;
  /** Infinity where no answer came: the write may have happened at any time since, or not at all. */
  answered: number;
}

/** The operations of many callers, by model. */
export class History {
  private readonly operations = new Map<string, Operation[]>();

  add(model: string, operation: Operation): void {
    const known = this.operations.get(model) ?? [];
    known.push(operation);
    this.operations.set(model, known);
  }

  get models(): string[] {
    return [...this.operations.keys()];
  }

  of(model: string): Operation[] {
    return this.operations.get(model) ?? [];
  }

  get size(): number {
    return [...this.operations.values()].reduce((sum, list) => sum + list.length, 0);
  }
}
