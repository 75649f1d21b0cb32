import { type EntityManager } from 'typeorm';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { RANGE } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type ListQuery, type Page } from '../../platform/lists/page.dto.js';
import { type ArchiveExtent } from './archive-extent.js';
import { type ChainHead } from './audit-chain.js';
import { eventsAreArchived } from './audit.problems.js';
import { AuditSegment } from './audit-segment.entity.js';

/** Null while nothing is archived. */
export async function readArchiveExtent(reader: SqlReader): Promise<ArchiveExtent | null> {
  const rows: ArchiveExtent[] = await reader.query(
    'SELECT s.last::float8 AS through, s.last_at AS until FROM audit_segments s ORDER BY s.last DESC LIMIT 1',
  );
  return rows[0] ?? null;
}

/** Refuses what needs events behind a sequence, some of which are in the archive. @throws {Problem} 410 */
export async function requireUnarchived(reader: SqlReader, after: number): Promise<void> {
  const archive = await readArchiveExtent(reader);
  if (archive === null || after >= archive.through) return;
  throw eventsAreArchived(archive, `Read its segments, then go on from ${archive.through}.`);
}

/** All segments, in their order. */
export function listSegments(reader: SqlReader): Promise<AuditSegment[]> {
  return reader.query(`SELECT ${columnsOf(AuditSegment, 's')} FROM audit_segments s ORDER BY s.number`);
}

/** A segment with the time of its first event, of which the archive keeps the place. */
export type ListedSegment = AuditSegment & { firstAt: Date };

/** The files that hold the oldest part of the record, in its order. */
export const SEGMENT_LIST: ListSource = {
  name: 'audit-segments',
  select: `${columnsOf(AuditSegment, 's')},
    (SELECT f.at FROM audit_archived_events f WHERE f.sequence = s.first) AS "firstAt"`,
  from: 'audit_segments s',
  fields: {
    segment: { column: 's.number', type: 'integer', sortable: true, operators: RANGE },
    last: { column: 's.last', type: 'bigint', operators: RANGE },
  },
  defaultSort: 'segment',
  tieBreaker: 'segment',
};

/** A page of segments. */
export function listSegmentRows(manager: EntityManager, query: ListQuery): Promise<Page<ListedSegment>> {
  return readPage(manager, SEGMENT_LIST, query);
}

/** What a segment may hold: the sequences of its first and last event, their number, and their times. */
export interface ArchivablePart {
  first: number;
  last: number;
  events: number;
  firstAt: Date;
  lastAt: Date;
}

/** The oldest events that are not archived, all from before a time and at or below a sequence; null when there are none. */
export async function findArchivable(
  reader: SqlReader,
  { before, settled, most }: { before: Date; settled: number; most: number },
): Promise<ArchivablePart | null> {
  const [row]: [Omit<ArchivablePart, 'first'> & { first: number | null }] = await reader.query(
    `SELECT min(p.sequence)::float8 AS first, max(p.sequence)::float8 AS last, count(*)::float8 AS events,
       min(p.at) AS "firstAt", max(p.at) AS "lastAt"
     FROM (SELECT e.sequence, e.at FROM audit_events e
       WHERE e.sequence <= $2 AND e.sequence < coalesce((SELECT min(n.sequence) FROM audit_events n WHERE n.at >= $1), $2 + 1)
       ORDER BY e.sequence LIMIT $3) p`,
    [before, settled, most],
  );
  return row.first === null ? null : { ...row, first: row.first };
}

/** The newest event of each chain up to a sequence, in the order of the chains' names by code points. */
export function readHeadsAt(reader: SqlReader, sequence: number): Promise<ChainHead[]> {
  return reader.query(
    `SELECT h.chain, h.position::float8 AS position, h.sequence::float8 AS sequence, h.hash FROM audit_chains c
     CROSS JOIN LATERAL (SELECT r.chain, r.position, r.sequence, r.hash FROM audit_record r
       WHERE r.chain = c.chain AND r.sequence <= $1 ORDER BY r.position DESC LIMIT 1) h
     ORDER BY h.chain COLLATE "C"`,
    [sequence],
  );
}

/** The members of the details that stay: of some actions, and of any other. */
export interface KeptMembers {
  of: Readonly<Record<string, readonly string[]>>;
  otherwise: readonly string[];
}

/**
 * Removes the events of a segment and leaves what stays of each, with the segment, in the caller's transaction. The database refuses
 * that to all but the owner of the table, and where anything is left over or was invented.
 */
export async function moveToArchive(manager: EntityManager, segment: AuditSegment, kept: KeptMembers): Promise<void> {
  await manager.insert(AuditSegment, segment);
  const span = [segment.first, segment.last];
  await manager.query(
    `INSERT INTO audit_archived_events
       (sequence, chain, position, at, actor, action, model_id, model, version, details, content_digest, hash)
     SELECT e.sequence, e.chain, e.position, e.at, e.actor, e.action, e.model_id, e.model, e.version,
       (SELECT coalesce(jsonb_object_agg(d.key, d.value), '{}') FROM jsonb_each(e.details) d
        WHERE coalesce($3::jsonb -> e.action, $4::jsonb) ? d.key),
       decode(e.content_digest, 'hex'), decode(e.hash, 'hex')
     FROM audit_events e WHERE e.sequence BETWEEN $1 AND $2`,
    [...span, JSON.stringify(kept.of), JSON.stringify(kept.otherwise)],
  );
  await manager.query('DELETE FROM audit_events WHERE sequence BETWEEN $1 AND $2', span);
}

/** Keeps other processes from archiving while the connection lasts. @throws when one does */
export async function lockArchive(connection: SqlReader): Promise<void> {
  const [row]: [{ isOurs: boolean }] = await connection.query(
    `SELECT pg_try_advisory_lock(hashtext('stagegate archive')) AS "isOurs"`,
  );
  if (!row.isOurs) throw new Error('Another process archives. Wait until it has ended.');
}
