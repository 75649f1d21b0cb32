import { type EntityManager } from 'typeorm';
import { atIsToCome } from './past.problems.js';

/** Refuses a time that is to come; a second is left to callers whose clock is ahead of the database's. */
export async function requirePast(manager: EntityManager, at: string): Promise<void> {
  const [row]: { isToCome: boolean }[] = await manager.query(
    `SELECT $1::timestamptz > clock_timestamp() + interval '1 second' AS "isToCome"`,
    [at],
  );
  if (row!.isToCome) throw atIsToCome(at);
}
