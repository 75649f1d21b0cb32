import { type EntityManager } from 'typeorm';
import { ProviderSignIn } from './provider-sign-in.entity.js';

/** Notes a sign-in under way, and forgets those that nobody came back from. */
export async function insertSignIn(manager: EntityManager, row: ProviderSignIn, now: Date): Promise<void> {
  await manager.query('DELETE FROM provider_sign_ins WHERE ends_at <= $1', [now]);
  await manager.insert(ProviderSignIn, row);
}

/** Takes the sign-in of a state, which nobody can take again; null when there is none, or no longer one. */
export async function takeSignIn(
  manager: EntityManager,
  stateDigest: string,
  now: Date,
): Promise<Omit<ProviderSignIn, 'stateDigest' | 'endsAt'> | null> {
  const [rows]: [{ browserDigest: string; issuer: string; nextPath: string; isOver: boolean }[], number] =
    await manager.query(
      `DELETE FROM provider_sign_ins WHERE state_digest = $1
       RETURNING browser_digest AS "browserDigest", issuer, next_path AS "nextPath", ends_at <= $2 AS "isOver"`,
      [stateDigest, now],
    );
  const [row] = rows;
  return row === undefined || row.isOver ? null : row;
}
