import { createReadStream } from 'node:fs';
import { type ExportLine } from './export-walk.js';

const LINE_END = 10;
/** An event with all its evidence is some megabytes at most. */
const LONGEST_LINE = 512 * 1024 * 1024;

/** What is read of a file at once. */
const CHUNK_BYTES = 256 * 1024;

/**
 * The lines of files one after the other, several at a time since each time costs more than a line; `-` is what is piped in. No more
 * than a chunk and a line are held in memory.
 */
export async function* readLines(files: readonly string[]): AsyncGenerator<ExportLine[]> {
  for (const file of files)
    yield* linesOf(file === '-' ? process.stdin : createReadStream(file, { highWaterMark: CHUNK_BYTES }));
}

async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<ExportLine[]> {
  let rest: Buffer[] = [];
  let held = 0;
  for await (const read of stream) {
    const chunk = typeof read === 'string' ? Buffer.from(read) : read;
    const lines: ExportLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      const piece = chunk.subarray(start, end);
      lines.push({ bytes: rest.length === 0 ? piece : Buffer.concat([...rest, piece]), isWhole: true });
      [rest, held, start] = [[], 0, end + 1];
    }
    if (lines.length > 0) yield lines;
    rest.push(chunk.subarray(start));
    held += chunk.length - start;
    if (held > LONGEST_LINE) throw new Error('A line of the export is longer than 512 MiB.');
  }
  if (held > 0) yield [{ bytes: Buffer.concat(rest), isWhole: false }];
}
