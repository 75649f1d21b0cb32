import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { SideConnection } from '../../platform/database/side-connection.js';
import {
  type ArchivablePart,
  findArchivable,
  listSegments,
  lockArchive,
  moveToArchive,
  readHeadsAt,
} from '../audit/archive.queries.js';
import { GENESIS_HASH } from '../audit/audit-chain.js';
import { type AuditSegment } from '../audit/audit-segment.entity.js';
import { AuditService } from '../audit/audit.service.js';
import { settledSequence } from '../audit/settled.queries.js';
import { CheckpointKeys } from '../checkpoints/checkpoint-keys.service.js';
import { Checkpoints } from '../checkpoints/checkpoints.service.js';
import { readStreamsReach } from '../streams/stream-positions.queries.js';
import { readWebhooksReach } from '../webhooks/webhooks.queries.js';
import { KEPT_DETAILS } from './kept-details.js';
import { type RecordState, segmentFileName, type SegmentHeader } from './segment.js';
import { isAttemptAt, verifySegmentFile } from './segment-file.reader.js';
import { writeSegmentFile } from './segment-file.writer.js';

/** Who archives, which no request asks for. */
const ACTOR = { subject: 'stagegate', requestId: 'archive' };

/** What is to be archived, and where to. */
export interface ArchiveOrder {
  before: Date;
  folder: string;
  /** Events of one file at most. */
  mostEvents: number;
}

/** A segment that was archived, or why there is none. */
export type Archived = { segment: AuditSegment; file: string } | { nothing: string };

const EMPTY: RecordState = { digest: GENESIS_HASH, heads: [], tree: [] };

/**
 * Moves the oldest events into files: a segment is written, sealed, read back and verified before the database lets go of its
 * content, in one transaction with the event that tells of it. Whatever ends the process, the events are there or the file is.
 */
@Injectable()
export class Archivist {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly checkpoints: Checkpoints,
    private readonly keys: CheckpointKeys,
    private readonly clock: Clock,
  ) {}

  /** Archives the next segment. @throws when another process archives, a file is in the way, or what was written does not verify */
  async archiveNext(order: ArchiveOrder): Promise<Archived> {
    const reader = await SideConnection.open(this.dataSource, 'archive');
    try {
      await lockArchive(reader);
      const segments = await listSegments(reader);
      const part = await this.findPart(order);
      return 'nothing' in part ? part : await this.archivePart(reader, part, segments.at(-1), order.folder);
    } finally {
      await reader.close();
    }
  }

  private async findPart({ before, mostEvents }: ArchiveOrder): Promise<ArchivablePart | { nothing: string }> {
    const { manager } = this.dataSource;
    const settled = await settledSequence(manager);
    const reaches = {
      webhooks: (await readWebhooksReach(manager)) ?? settled,
      streams: (await readStreamsReach(manager)) ?? settled,
    };
    const reach = Math.min(settled, reaches.webhooks, reaches.streams);
    const part = await findArchivable(manager, { before, settled: reach, most: mostEvents });
    return part ?? { nothing: reasonOf(before, reach < settled ? reach : null, reaches) };
  }

  private async archivePart(
    reader: SideConnection,
    part: ArchivablePart,
    former: AuditSegment | undefined,
    folder: string,
  ): Promise<Archived> {
    const header = await this.headerOf(part, former, folder);
    const file = await placeOf(folder, header);
    const { segment: number, first, last, events, size } = header;
    const { checkpoint, ...after } = await this.endAt(size, last);
    const key = await this.keys.introduced();
    const signedAt = this.clock.now().toISOString();
    const written = await writeSegmentFile(reader, file, { header, after, checkpoint, key, signedAt });
    await verifySegmentFile(file, key);
    const places = { number, first, last, events, size, lastAt: part.lastAt };
    const segment = { ...places, ...written, archivedAt: this.clock.now() };
    await this.dataSource.transaction((manager) => this.letGo(manager, segment));
    return { segment, file };
  }

  private async headerOf(
    { first, last, events, firstAt, lastAt }: ArchivablePart,
    former: AuditSegment | undefined,
    folder: string,
  ): Promise<SegmentHeader> {
    const place = { segment: (former?.number ?? 0) + 1, first, last, events, size: (former?.size ?? 0) + events };
    const times = { firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() };
    if (former === undefined) return { ...place, ...times, previous: null, before: EMPTY };
    const earlier = join(folder, segmentFileName(former.number));
    if (!existsSync(earlier))
      throw new Error(
        `${earlier} is not there: keep all segments in one folder, so that they can be verified together.`,
      );
    const { heads, tree } = await this.endAt(former.size, former.last);
    return { ...place, ...times, previous: former.fileDigest, before: { digest: former.digest, heads, tree } };
  }

  /** The chains and the tree of the record up to an event, and the checkpoint of it. */
  private async endAt(size: number, sequence: number): Promise<Omit<RecordState, 'digest'> & { checkpoint: string }> {
    const { note: checkpoint, tree } = await this.checkpoints.signEarlier({ size, sequence });
    const heads = await readHeadsAt(this.dataSource.manager, sequence);
    return { heads, tree: tree.map((hash) => hash.toString('hex')), checkpoint };
  }

  private async letGo(manager: EntityManager, segment: AuditSegment): Promise<void> {
    await moveToArchive(manager, segment, KEPT_DETAILS);
    const { number, first, last, events, digest, fileDigest } = segment;
    const details = { segment: number, first, last, events, digest, fileDigest };
    await this.audit.record(manager, ACTOR, { action: 'record.archived', details });
  }
}

/** Where the file of a segment goes. @throws when a file is there that no earlier attempt at it left */
async function placeOf(folder: string, header: SegmentHeader): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, segmentFileName(header.segment));
  if (existsSync(file) && !(await isAttemptAt(file, header)))
    throw new Error(`${file} is there already, and belongs to another registry or another part of this one.`);
  return file;
}

function reasonOf(before: Date, reach: number | null, reaches: { webhooks: number; streams: number }): string {
  const nothing = `There is nothing from before ${before.toISOString()} left to archive`;
  if (reach === null) return `${nothing}.`;
  const who =
    reaches.webhooks === reach
      ? 'a webhook has not been told of the next one yet. Enable it, or delete it.'
      : 'Kafka has not been sent the next one yet. Let it catch up, or, when it is no longer set up, run with --forget-kafka.';
  return `${nothing} up to event ${reach}: ${who}`;
}
