import { type EntityManager } from 'typeorm';
import { whileWaitingForLock } from './command-data-source.js';

/** The lock of what decisions about every model stand on: freezes, the default policy, rights and the tokens that carry them. */
const COMMON_GROUND = '7305118224';

/**
 * Keeps the common ground as it is until the transaction has ended. What is read by a statement after this one is what holds as the
 * transaction commits. Asked for with, or after, the lock of the model, since it is not to be waited for under this one.
 */
export async function keepGround(manager: EntityManager): Promise<void> {
  const text = `SELECT pg_advisory_xact_lock_shared(${COMMON_GROUND})`;
  await whileWaitingForLock(manager, () => manager.query(text));
}

/**
 * Waits for the decisions under way, and makes later ones wait until the change of the common ground is committed: none that did not
 * see it commits after it was answered. The first lock of its transaction, which takes that of no model.
 */
export async function changeGround(manager: EntityManager): Promise<void> {
  const text = `SELECT pg_advisory_xact_lock(${COMMON_GROUND})`;
  await whileWaitingForLock(manager, () => manager.query(text));
}
