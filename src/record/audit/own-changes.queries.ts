import { type PreparedReads } from '../../platform/database/prepared-reads.js';

/** From the time of an event to the commit that makes it known, at the most: a change may wait so long for evidence. */
const LONGEST_COMMIT_SECONDS = 60;

const READ = {
  name: 'own-changes',
  text: `SELECT (pg_current_wal_insert_lsn() - '0/0')::float8 AS position,
    coalesce((SELECT e.at FROM audit_events e WHERE e.actor = $1 ORDER BY e.sequence DESC LIMIT 1)
      > clock_timestamp() - make_interval(secs => $2), false) AS "hasChanged"`,
};

/**
 * How far the log of the database has to be read to know of all that a subject changed, as the record tells; 0 when its last
 * change is so long ago that whoever lags by no more than `lagSeconds` knows of it.
 */
export async function positionOfOwnChanges(reads: PreparedReads, subject: string, lagSeconds: number): Promise<number> {
  const [row] = await reads.query<{ position: number; hasChanged: boolean }>(READ, [
    subject,
    lagSeconds + LONGEST_COMMIT_SECONDS,
  ]);
  return row!.hasChanged ? row!.position : 0;
}
