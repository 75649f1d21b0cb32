const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/** Makes every line end of a CSV text a line feed, piece by piece; those in quotes are part of their values and stay. */
export class LineEnds {
  private isQuoted = false;
  private endsInReturn = false;
  private readonly kinds = new Set<'\n' | '\r\n' | '\r'>();

  /** Whether lines ended in more than one way. */
  get areMixed(): boolean {
    return this.kinds.size > 1;
  }

  push(bytes: Uint8Array): Buffer {
    const out = Buffer.allocUnsafe(bytes.length + 1);
    let length = 0;
    for (const byte of bytes) {
      if (this.endsInReturn) {
        this.endsInReturn = false;
        out[length++] = NEWLINE;
        this.kinds.add(byte === NEWLINE ? '\r\n' : '\r');
        if (byte === NEWLINE) continue;
      }
      if (byte === QUOTE) this.isQuoted = !this.isQuoted;
      if (byte === RETURN && !this.isQuoted) {
        this.endsInReturn = true;
        continue;
      }
      if (byte === NEWLINE && !this.isQuoted) this.kinds.add('\n');
      out[length++] = byte;
    }
    return out.subarray(0, length);
  }

  /** What is left at the end of the text. */
  end(): Buffer {
    if (!this.endsInReturn) return Buffer.alloc(0);
    this.kinds.add('\r');
    return Buffer.of(NEWLINE);
  }
}
