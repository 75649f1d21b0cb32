import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type ChainHead, type WalkedEvent } from './audit-chain.js';
import { AuditEvent } from './audit-event.entity.js';

/** A part of the record, by the sequences of its first and its last event. */
export interface Span {
  from: number;
  to: number;
}

export type WalkedRow = AuditEvent & Pick<WalkedEvent, 'previous' | 'hasHead' | 'isArchived'>;

/** What is there of the event before `e` in its chain, and whether the chain has its head. */
const NEIGHBOURS = `CASE WHEN before.sequence IS NOT NULL
         THEN json_build_object('sequence', before.sequence, 'hash', before.hash) END AS previous,
       head.chain IS NOT NULL AS "hasHead"`;
const OF_NEIGHBOURS = `LEFT JOIN LATERAL (SELECT b.sequence, b.hash FROM audit_record b
       WHERE b.chain = e.chain AND b.position = e.position - 1 LIMIT 1) before ON true
     LEFT JOIN audit_chains head ON head.chain = e.chain
     WHERE e.sequence BETWEEN $1 AND $2 ORDER BY e.sequence`;

/** The next events of a span, each with what is there of the one before it in its chain: those that were archived first, which are older. */
export async function readWalkedEvents(reader: SqlReader, { from, to }: Span, limit: number): Promise<WalkedRow[]> {
  const archived = await readArchivedEvents(reader, { from, to }, limit);
  if (archived.length === limit) return archived;
  const rest = { from: (archived.at(-1)?.sequence ?? from - 1) + 1, to };
  const events: WalkedRow[] = await reader.query(
    `SELECT ${columnsOf(AuditEvent, 'e')}, false AS "isArchived", ${NEIGHBOURS}
     FROM audit_events e ${OF_NEIGHBOURS} LIMIT ${limit - archived.length}`,
    [rest.from, rest.to],
  );
  return [...archived, ...events];
}

/** An event that was archived is told with what stays of it; its previous hash is that of the one before it. */
function readArchivedEvents(reader: SqlReader, { from, to }: Span, limit: number): Promise<WalkedRow[]> {
  return reader.query(
    `SELECT e.sequence::float8 AS sequence, e.chain, e.position::float8 AS position, e.at, e.actor, e.action,
       e.model_id AS "modelId", e.model, e.version, '' AS "requestId", e.details, encode(e.content_digest, 'hex') AS "contentDigest",
       coalesce(before.hash, repeat('0', 64)) AS "previousHash", encode(e.hash, 'hex') AS hash, true AS "isArchived", ${NEIGHBOURS}
     FROM audit_archived_events e ${OF_NEIGHBOURS} LIMIT ${limit}`,
    [from, to],
  );
}

/** A chain as its head and its newest event tell it; that is null when no event is left. */
export interface ChainEnd {
  chain: string;
  /** The model's name in the newest event. */
  model: string | null;
  head: ChainHead;
  last: ChainHead | null;
}

interface EndRow {
  chain: string;
  model: string | null;
  head: Omit<ChainHead, 'chain'>;
  last: Omit<ChainHead, 'chain'> | null;
}

/** The chains after one, each with its end as it is in one moment. */
export async function readChainEnds(reader: SqlReader, after: string, limit: number): Promise<ChainEnd[]> {
  const rows: EndRow[] = await reader.query(
    `SELECT head.chain, last.model,
       json_build_object('position', head.position, 'sequence', head.sequence, 'hash', head.hash) AS head,
       CASE WHEN last.sequence IS NOT NULL
         THEN json_build_object('position', last.position, 'sequence', last.sequence, 'hash', last.hash) END AS last
     FROM audit_chains head
     LEFT JOIN LATERAL (SELECT e.position, e.sequence, e.hash, e.model FROM audit_record e
       WHERE e.chain = head.chain ORDER BY e.position DESC LIMIT 1) last ON true
     WHERE head.chain > $1 ORDER BY head.chain LIMIT ${limit}`,
    [after],
  );
  return rows.map(({ chain, model, head, last }) => ({
    chain,
    model,
    head: { chain, ...head },
    last: last && { chain, ...last },
  }));
}

/** The sequence of a chain's head, by which a fault of no event of it is placed; 1 when the head is gone, too. */
export async function findHeadSequence(reader: SqlReader, chain: string): Promise<number> {
  const rows: { sequence: number }[] = await reader.query(
    'SELECT sequence::float8 AS sequence FROM audit_chains WHERE chain = $1',
    [chain],
  );
  return rows[0]?.sequence ?? 1;
}
