import { AsyncLocalStorage } from 'node:async_hooks';
import { type EntityManager, type QueryRunner } from 'typeorm';
import { currentWork } from './current-work.js';

/**
 * The transaction that a whole request runs in, when it must commit together with its answer.
 * Without one, every command opens its own.
 */
export const ambientTransaction = new AsyncLocalStorage<EntityManager>();

/** Does work that commits by itself, whatever becomes of the request and of its caller. */
export function outsideOfTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  return ambientTransaction.exit(() => currentWork.exit(work));
}

/** Transactions under way that hold something the record tells of. */
const recorded = new WeakSet<QueryRunner>();

/** Notes that this transaction has an effect, be it a refusal that is kept. */
export function noteEffect({ queryRunner }: EntityManager): void {
  if (queryRunner) recorded.add(queryRunner);
}

/** Whether the transaction has an effect that was noted and not taken back. */
export function hasEffect(runner: QueryRunner): boolean {
  return recorded.has(runner);
}

/** Runs a command in a savepoint of the ambient transaction; one that throws leaves no effect of its own. */
export async function inSavepoint<Result>(
  ambient: EntityManager,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  const runner = ambient.queryRunner!;
  const hadEffect = hasEffect(runner);
  try {
    return await ambient.transaction(work);
  } catch (error) {
    if (!hadEffect) recorded.delete(runner);
    throw error;
  }
}
