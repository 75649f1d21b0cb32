import { type EntityManager } from 'typeorm';
import { columnsOf } from '../../platform/database/columns.js';
import { type PreparedRead } from '../../platform/database/prepared-reads.js';
import { EXACT } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type Page } from '../../platform/lists/page.dto.js';
import { Session } from './session.entity.js';
import { type ListSessionsQuery } from './sessions.dto.js';

const STANDS = 's.ended_at IS NULL AND s.idle_until > now() AND s.ends_at > now()';

/** The session of a cookie, while it stands; asked at each of its requests, of the database's own clock. */
export const STANDING_SESSION: PreparedRead = {
  name: 'standing-session',
  lane: 'tokens',
  text: `SELECT s.id, s.token_id AS "tokenId", s.started_at AS "startedAt", s.idle_until AS "idleUntil", s.ends_at AS "endsAt",
      s.last_seen_at < now() - interval '1 minute' AS "isUnseen"
    FROM sessions s WHERE s.digest = $1 AND ${STANDS}`,
};

export interface StandingSession {
  id: string;
  tokenId: string;
  startedAt: Date;
  idleUntil: Date;
  endsAt: Date;
  /** Whether its last request is more than a minute ago, by the record. */
  isUnseen: boolean;
}

/** Sessions that stand; ids grow with time, so the newest come first by id. */
export const SESSION_LIST: ListSource = {
  name: 'sessions',
  select: columnsOf(Session, 's'),
  from: 'sessions s',
  where: STANDS,
  fields: {
    id: { column: 's.id', type: 'uuid', sortable: true, operators: EXACT },
    subject: { column: 's.subject', type: 'text', operators: EXACT },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

export function listSessionRows(manager: EntityManager, query: ListSessionsQuery): Promise<Page<Session>> {
  return readPage(manager, SESSION_LIST, query, { 's.subject = ?': query.subject });
}

/** Notes that a session is in use, at most once a minute whatever comes in at once. */
export async function noteUse(manager: EntityManager, id: string, idleSeconds: number): Promise<void> {
  await manager.query(
    `UPDATE sessions SET last_seen_at = now(), idle_until = least(ends_at, now() + make_interval(secs => $2))
     WHERE id = $1 AND last_seen_at < now() - interval '1 minute'`,
    [id, idleSeconds],
  );
}

export interface NewSession {
  id: string;
  digest: string;
  tokenId: string;
  subject: string;
  userAgent: string | null;
  address: string;
}

/** Begins a session, which ends with its token if that is sooner. */
export async function insertSession(
  manager: EntityManager,
  session: NewSession,
  { idleSeconds, longestSeconds, tokenEndsAt }: { idleSeconds: number; longestSeconds: number; tokenEndsAt: Date },
): Promise<Session> {
  const rows: [Session] = await manager.query(
    `INSERT INTO sessions AS s (id, digest, token_id, subject, user_agent, address, started_at, last_seen_at, idle_until, ends_at)
     SELECT $1, $2, $3, $4, $5, $6, now(), now(), least(now() + make_interval(secs => $7), "end"), "end"
     FROM (SELECT least(now() + make_interval(secs => $8), $9::timestamptz) AS "end") life
     RETURNING ${columnsOf(Session, 's')}`,
    [
      session.id,
      session.digest,
      session.tokenId,
      session.subject,
      session.userAgent,
      session.address,
      idleSeconds,
      longestSeconds,
      tokenEndsAt,
    ],
  );
  return rows[0];
}

/** Ends a session that stands; null when there is none of this id, or not of this subject where one is given. */
export async function endSessionRow(
  manager: EntityManager,
  { id, subject }: { id: string; subject: string | null },
): Promise<{ subject: string } | null> {
  const [rows]: [{ subject: string }[], number] = await manager.query(
    `UPDATE sessions s SET ended_at = now() WHERE s.id = $1 AND ($2::text IS NULL OR s.subject = $2) AND ${STANDS}
     RETURNING s.subject`,
    [id, subject],
  );
  return rows[0] ?? null;
}

/** The session of a cookie, locked; null when there is none that stands. */
export async function findSessionOf(
  manager: EntityManager,
  digest: string,
): Promise<{ id: string; subject: string } | null> {
  const rows: { id: string; subject: string }[] = await manager.query(
    `SELECT s.id, s.subject FROM sessions s WHERE s.digest = $1 AND ${STANDS} FOR UPDATE`,
    [digest],
  );
  return rows[0] ?? null;
}

/** Forgets sessions that were to end by a time, the oldest first; answers how many. */
export async function removeEndedSessions(manager: EntityManager, before: Date, most: number): Promise<number> {
  const rows: unknown[] = await manager.query(
    `WITH gone AS (
       DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE ends_at <= $1 ORDER BY ends_at LIMIT $2)
       RETURNING 1)
     SELECT * FROM gone`,
    [before, most],
  );
  return rows.length;
}
