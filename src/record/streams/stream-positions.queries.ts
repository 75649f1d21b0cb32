import { type EntityManager } from 'typeorm';
import { type SqlReader } from '../../platform/database/side-connection.js';

/** The one stream there is. */
export const KAFKA = 'kafka';

/** A stream in the hands of one process; another one moves it no further. */
export interface HeldStream {
  stream: string;
  owner: string;
  position: number;
}

/** How long a stream stays its holder's after the last sign of life, longer than sending may take. */
const LEASE = `clock_timestamp() + interval '30 seconds'`;

/** Keeps the position of a stream from now on; where there is one already, that stays. */
export async function beginStream(manager: EntityManager, stream: string, position: number): Promise<void> {
  await manager.query('INSERT INTO stream_positions (stream, position) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    stream,
    position,
  ]);
}

/** Takes a stream that nobody holds; null while somebody does. */
export async function claimStream(manager: EntityManager, stream: string, owner: string): Promise<HeldStream | null> {
  const rows: HeldStream[] = await manager.query(
    `WITH taken AS (
       UPDATE stream_positions p SET lease_owner = $2, lease_expires_at = ${LEASE}
       WHERE p.stream = $1 AND (p.lease_expires_at IS NULL OR p.lease_expires_at < clock_timestamp())
       RETURNING p.stream, p.lease_owner AS owner, p.position::float8 AS position)
     SELECT * FROM taken`,
    [stream, owner],
  );
  return rows[0] ?? null;
}

/** Says that everything up to a position was sent, and holds the stream for another while; false when it was taken over. */
export async function moveStream(
  manager: EntityManager,
  { stream, owner }: HeldStream,
  position: number,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `WITH moved AS (
       UPDATE stream_positions p SET position = $3, lease_expires_at = ${LEASE}
       WHERE p.stream = $1 AND p.lease_owner = $2 RETURNING 1)
     SELECT * FROM moved`,
    [stream, owner, position],
  );
  return rows.length > 0;
}

/** Lets others have a stream at once. */
export async function releaseStream(manager: EntityManager, { stream, owner }: HeldStream): Promise<void> {
  await manager.query(
    'UPDATE stream_positions SET lease_owner = NULL, lease_expires_at = NULL WHERE stream = $1 AND lease_owner = $2',
    [stream, owner],
  );
}

/** Forgets where a stream stood; answers whether that was known. */
export async function forgetStream(manager: EntityManager, stream: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'WITH gone AS (DELETE FROM stream_positions WHERE stream = $1 RETURNING 1) SELECT * FROM gone',
    [stream],
  );
  return rows.length > 0;
}

/** The last event that every stream was sent; null when there is none. */
export async function readStreamsReach(reader: SqlReader): Promise<number | null> {
  const [row]: [{ reach: number | null }] = await reader.query(
    'SELECT min(p.position)::float8 AS reach FROM stream_positions p',
  );
  return row.reach;
}
