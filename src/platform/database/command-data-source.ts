import { type Pool, type PoolConfig } from 'pg';
import { DataSource, type DataSourceOptions, type EntityManager, type QueryRunner } from 'typeorm';
import { ambientTransaction, inSavepoint } from './ambient-transaction.js';
import { type Asked, Connections, KEPT_CONNECTIONS } from './connections.js';
import { currentWork, endIfCallerLeft } from './current-work.js';
import { traceStatements } from './statement-spans.js';
import { type ReplicaOptions } from '../config/database.js';
import { Replica } from './replica/replica.js';
import { cutOff, type SessionOptions, transactionLimits } from './session.js';

type IsolationLevel = Parameters<DataSource['transaction']>[0];
type Work<Result> = (manager: EntityManager) => Promise<Result>;

/** The part of TypeORM's driver that hands out connections. */
interface Driver {
  master: Pool;
  options: DataSourceOptions;
  createPool(options: DataSourceOptions, credentials: DataSourceOptions): Promise<Pool>;
  obtainMasterConnection(): Promise<unknown>;
}

/** Who asks for a connection. A request in a transaction has one; what else it does must not wait for others like itself. */
function asked(): Asked {
  const work = currentWork.getStore();
  return work === undefined || ambientTransaction.getStore() ? { lane: 'background' } : work;
}

/**
 * Commands open their transaction as ever; inside an ambient one it becomes a savepoint of that. A transaction whose caller
 * has gone does not commit. With limits, connections are shared out by lanes, and the pool can be opened anew.
 */
export class CommandDataSource extends DataSource {
  private given: Connections | null = null;
  /** The standby for reads that may lag, where there is one. */
  readonly replica: Replica | null;

  constructor(
    options: DataSourceOptions,
    readonly session: SessionOptions = {},
    replica: ReplicaOptions | null = null,
  ) {
    super(options);
    this.replica = replica && new Replica(replica, poolOf(options));
  }

  /** What shares the connections out; null before the start, and where nothing limits them. */
  get connections(): Connections | null {
    return this.given;
  }

  override async initialize(): Promise<this> {
    await super.initialize();
    const { limits } = this.session;
    if (!limits) return this;
    const { poolSize } = this.options as { poolSize: number };
    const driver = this.connectionDriver;
    this.given = new Connections(driver.master, poolSize - KEPT_CONNECTIONS, limits.waitSeconds * 1000);
    driver.obtainMasterConnection = async () => (await this.lendOfReplica()) ?? this.given!.obtain(asked());
    return this;
  }

  override async destroy(): Promise<void> {
    await this.replica?.close();
    await super.destroy();
  }

  /** A connection to the replica, where the request may read from it; what runs in a transaction of the whole request may not. */
  private async lendOfReplica() {
    const read = currentWork.getStore()?.replicaRead;
    if (!this.replica || !read || read.isGivenUp || ambientTransaction.getStore()) return null;
    return this.replica.lend(read);
  }

  /** Drops all connections, of which none answers, for new ones. */
  async reopenPool(): Promise<void> {
    const driver = this.connectionDriver;
    const pool = await driver.createPool(driver.options, driver.options);
    driver.master = pool;
    this.given?.replace(pool);
  }

  override createQueryRunner(...mode: Parameters<DataSource['createQueryRunner']>): QueryRunner {
    const runner = super.createQueryRunner(...mode);
    traceStatements(runner);
    const { limits, isPooled } = this.session;
    if (limits && isPooled) limitTransactions(runner, transactionLimits(limits));
    return runner;
  }

  override transaction<Result>(isolationOrWork: IsolationLevel | Work<Result>, work?: Work<Result>): Promise<Result> {
    const run = whileCallerStays(typeof isolationOrWork === 'function' ? isolationOrWork : work!);
    const ambient = ambientTransaction.getStore();
    if (ambient) return inSavepoint(ambient, run);
    return typeof isolationOrWork === 'function' ? super.transaction(run) : super.transaction(isolationOrWork, run);
  }

  private get connectionDriver(): Driver {
    return this.driver as unknown as Driver;
  }
}

/** How the pool of the replica opens its connections: as that of the primary does. */
function poolOf(options: DataSourceOptions): PoolConfig {
  const { applicationName, poolSize, extra } = options as {
    applicationName: string;
    poolSize: number;
    extra: PoolConfig;
  };
  return { ...extra, application_name: `${applicationName} replica`, max: poolSize };
}

/** Counts a statement that asks for the lock of a model, or of what all stand on, for as long as it has no answer. */
export async function whileWaitingForLock<Result>(manager: EntityManager, ask: () => Promise<Result>): Promise<Result> {
  const connections = manager.dataSource instanceof CommandDataSource ? manager.dataSource.connections : null;
  if (!connections) return ask();
  connections.waitingForLocks += 1;
  try {
    return await ask();
  } finally {
    connections.waitingForLocks -= 1;
  }
}

function limitTransactions(runner: QueryRunner, statements: string): void {
  const start = runner.startTransaction.bind(runner);
  runner.startTransaction = async (isolation) => {
    const isOutermost = !runner.isTransactionActive;
    await start(isolation);
    if (isOutermost) await runner.query(statements);
  };
}

/** Takes back what is done for a caller who leaves before the COMMIT; what waits for a lock just then ends at once. */
function whileCallerStays<Result>(work: Work<Result>): Work<Result> {
  const signal = currentWork.getStore()?.signal;
  if (!signal) return work;
  return async (manager) => {
    endIfCallerLeft();
    const leave = () => void manager.queryRunner!.connect().then((client: object) => cutOff(client));
    signal.addEventListener('abort', leave);
    try {
      const result = await work(manager);
      endIfCallerLeft();
      return result;
    } catch (error) {
      endIfCallerLeft();
      throw error;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  };
}
