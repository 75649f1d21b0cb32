import { AsyncLocalStorage } from 'node:async_hooks';
import { type EntityManager } from 'typeorm';
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
