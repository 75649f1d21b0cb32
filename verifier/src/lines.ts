import { createReadStream } from 'node:fs';

const LINE_END = 10;
/** An event with all its evidence is some megabytes at most. */
const LONGEST_LINE = 512 * 1024 * 1024;

/** A line of the export as bytes, without its line end. */
export interface ExportLine {
  bytes: Buffer;
  /** Whether a line end follows; the last line of a file that was cut has none. */
  isWhole: boolean;
}

/** The lines of files one after the other; `-` is what is piped in. No more than a line is held in memory. */
export async function* readLines(files: readonly string[]): AsyncGenerator<ExportLine> {
  for (const file of files) yield* linesOf(file === '-' ? process.stdin : createReadStream(file));
}

async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<ExportLine> {
  let rest: Buffer[] = [];
  let held = 0;
  for await (const read of stream) {
    const chunk = Buffer.from(read as Buffer);
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      const piece = chunk.subarray(start, end);
      yield { bytes: rest.length === 0 ? piece : Buffer.concat([...rest, piece]), isWhole: true };
      [rest, held, start] = [[], 0, end + 1];
    }
    rest.push(chunk.subarray(start));
    held += chunk.length - start;
    if (held > LONGEST_LINE) throw new Error('A line of the export is longer than 512 MiB.');
  }
  if (held > 0) yield { bytes: Buffer.concat(rest), isWhole: false };
}
