import { createHash, type KeyObject } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { once } from 'node:events';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { toAuditEventResponse } from '../audit/audit.dto.js';
import { readEventsAfter } from '../audit/audit.queries.js';
import { type NoteKey, signNote } from '../checkpoints/signed-note.js';
import { type RecordState, sealText, type SegmentHeader } from './segment.js';

const BATCH = 500;

/** What a file is made of beside the events. */
export interface SegmentSource {
  header: SegmentHeader;
  /** The record at its end; the digest is made while the events are written. */
  after: Omit<RecordState, 'digest'>;
  checkpoint: string;
  key: NoteKey & { privateKey: KeyObject };
  signedAt: string;
}

/** What came of it. */
export interface WrittenSegment {
  digest: string;
  fileDigest: string;
  seal: string;
}

/** Writes a segment; the file has its name once all of it is on the disk, and one of that name that an earlier attempt left is replaced. */
export async function writeSegmentFile(
  reader: SqlReader,
  file: string,
  source: SegmentSource,
): Promise<WrittenSegment> {
  const draft = `${file}.partial`;
  await rm(draft, { force: true });
  const lines = new LineWriter(createWriteStream(draft, { flags: 'wx', mode: 0o600 }));
  try {
    const written = await writeLines(reader, lines, source);
    await lines.end();
    await persist(draft);
    await rename(draft, file);
    await persist(dirname(file));
    return written;
  } finally {
    lines.destroy();
    await rm(draft, { force: true });
  }
}

async function writeLines(reader: SqlReader, lines: LineWriter, source: SegmentSource): Promise<WrittenSegment> {
  const { header, after, checkpoint, key, signedAt } = source;
  await lines.write(header);
  let { digest } = header.before;
  for (let last = header.first - 1; last < header.last;) {
    const batch = await readEventsAfter(reader, {}, { after: last, to: header.last }, BATCH);
    for (const event of batch) {
      await lines.write(toAuditEventResponse(event));
      digest = createHash('sha256').update(`${digest}\n${event.hash}`).digest('hex');
    }
    last = batch.at(-1)?.sequence ?? header.last;
  }
  await lines.write({ after: { digest, ...after }, checkpoint });
  const fileDigest = lines.digest();
  const { segment, first, last, events, size } = header;
  const seal = signNote(sealText({ segment, first, last, events, size, fileDigest, signedAt }), key, key.privateKey);
  await lines.write({ seal });
  return { digest, fileDigest, seal };
}

/** Lines of JSON on their way to a file, and a digest of them. */
class LineWriter {
  private readonly hash = createHash('sha256');

  constructor(private readonly stream: WriteStream) {
    stream.on('error', () => undefined);
  }

  async write(value: object): Promise<void> {
    const line = `${JSON.stringify(value)}\n`;
    this.hash.update(line);
    if (this.stream.errored) throw this.stream.errored;
    if (!this.stream.write(line)) await once(this.stream, 'drain');
  }

  digest(): string {
    return this.hash.copy().digest('hex');
  }

  async end(): Promise<void> {
    this.stream.end();
    if (!this.stream.closed) await once(this.stream, 'close');
    if (this.stream.errored) throw this.stream.errored;
  }

  destroy(): void {
    this.stream.destroy();
  }
}

async function persist(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
