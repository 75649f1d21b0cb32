import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type Witness } from './witness.kind.js';
import { Witnesses } from './witnesses.service.js';
import { type AuditEvent } from './audit-event.entity.js';
import {
  type AuditEventResponse,
  type ExportAuditEventsQuery,
  toAuditEventResponse,
  toListedAuditEvent,
} from './audit.dto.js';
import { readArchiveExtent, requireUnarchived } from './archive.queries.js';
import { exportsRun } from './audit.problems.js';
import { readEventsAfter, type ScopedFilter } from './audit.queries.js';
import { SettledReader } from './settled.reader.js';

/** Events held in memory at a time. */
const BATCH = 500;
/** Exports that run at once in this process, each on a connection of its own, and those of one principal among them. */
const MOST_EXPORTS = 4;
const MOST_OF_ONE = 2;

/** Streams the record, apart from the pool. */
@Injectable()
export class AuditExports {
  /** The principals whose exports run, one entry each. */
  private readonly running: string[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly witnesses: Witnesses,
  ) {}

  /**
   * The events as lines of JSON, oldest first; the next ones are read when the last have been taken, and none when the reader has left.
   * @throws {Problem} 429 when too many exports run, 410 when it is to go on behind an event that was archived with later ones.
   */
  async begin(query: ExportAuditEventsQuery, { subject, scope }: Pick<Caller, 'subject' | 'scope'>): Promise<Readable> {
    this.enter(subject);
    let reader: SettledReader | undefined;
    const toLine = query.include === 'evidence' ? withEvidence(this.witnesses.all) : withoutEvidence;
    const end = (): void => {
      this.running.splice(this.running.indexOf(subject), 1);
      reader?.close().catch(() => undefined);
    };
    try {
      reader = await SettledReader.open(this.dataSource, 'export');
      if (query.after !== undefined) await requireUnarchived(reader, query.after);
      const start = query.after ?? (await readArchiveExtent(reader))?.through ?? 0;
      const { settled } = reader;
      const to = Math.min(settled, query.through ?? settled);
      return Readable.from(linesOf(reader, { ...query, scope, after: start }, to, toLine)).once('close', end);
    } catch (error) {
      end();
      throw error;
    }
  }

  private enter(subject: string): void {
    if (this.running.length >= MOST_EXPORTS) throw exportsRun('in all', MOST_EXPORTS);
    if (this.running.filter((who) => who === subject).length >= MOST_OF_ONE) throw exportsRun('of yours', MOST_OF_ONE);
    this.running.push(subject);
  }
}

type ToLine = (reader: SqlReader, event: AuditEvent) => Promise<AuditEventResponse>;

/** Nothing above what is settled: an event that commits later stands behind what was shown, and is shown next time. */
async function* linesOf(
  reader: SqlReader,
  query: ExportAuditEventsQuery & ScopedFilter & { after: number },
  to: number,
  toLine: ToLine,
): AsyncGenerator<string> {
  let last = query.after;
  let batch: AuditEvent[];
  do {
    batch = await readEventsAfter(reader, query, { after: last, to }, BATCH);
    // An export under way ends early when the archive takes events that it has not told yet.
    await requireUnarchived(reader, last);
    last = batch.at(-1)?.sequence ?? last;
    let lines = '';
    for (const event of batch) lines += `${JSON.stringify(await toLine(reader, event))}\n`;
    yield lines;
  } while (batch.length === BATCH);
}

const withoutEvidence: ToLine = (_reader, event) => Promise.resolve(toAuditEventResponse(event));

/** One after the other, since the documents of a single event may be megabytes. */
function withEvidence(witnesses: readonly Witness[]): ToLine {
  return async (reader, event) => {
    const line = toListedAuditEvent(event);
    for (const witness of witnesses.filter((each) => each.concerns(event.action))) {
      const parts = await witness.evidence?.(reader, event);
      const link = line.evidence?.find(({ kind }) => kind === witness.kind);
      if (parts && link) link.parts = parts;
    }
    return line;
  };
}
