/** Statements kept ready in each session are so many at most, since each takes memory of the server. */
const MOST_NAMED = 200;
/** Texts longer than this hold a list that differs from time to time. */
const LONGEST_TEXT = 20_000;

/**
 * Gives a statement a name when its text comes again, so that the server reads and plans it once per session: that is half of what a
 * promotion costs there. Values are never part of a text.
 */
export class StatementNames {
  private readonly named = new Map<string, string>();
  private met = new Set<string>();

  constructor(private readonly prefix: string) {}

  /** The name of a text, or undefined for one that is not worth a name yet. */
  of(text: string): string | undefined {
    const known = this.named.get(text);
    if (known !== undefined) return known;
    if (this.named.size >= MOST_NAMED || text.length > LONGEST_TEXT) return undefined;
    if (!this.met.has(text)) {
      if (this.met.size >= MOST_NAMED) this.met = new Set();
      this.met.add(text);
      return undefined;
    }
    const name = `${this.prefix}-${this.named.size + 1}`;
    this.named.set(text, name);
    return name;
  }
}
