import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';

/**
 * The transaction that a whole request runs in, when it must commit together with its answer.
 * Without one, every command opens its own.
 */
export const ambientTransaction = new AsyncLocalStorage<EntityManager>();

/** Does work that commits by itself, whatever becomes of the request. */
export function outsideOfTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  return ambientTransaction.exit(work);
}

type IsolationLevel = Parameters<DataSource['transaction']>[0];
type Work<Result> = (manager: EntityManager) => Promise<Result>;

/** Commands open their transaction as ever; inside an ambient one it becomes a savepoint of that. */
export class CommandDataSource extends DataSource {
  override transaction<Result>(isolationOrWork: IsolationLevel | Work<Result>, work?: Work<Result>): Promise<Result> {
    const run = typeof isolationOrWork === 'function' ? isolationOrWork : work!;
    const ambient = ambientTransaction.getStore();
    if (ambient) return ambient.transaction(run);
    return typeof isolationOrWork === 'function' ? super.transaction(run) : super.transaction(isolationOrWork, run);
  }
}
