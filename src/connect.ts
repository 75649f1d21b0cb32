import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { type Config } from './platform/config.js';
import { createDataSource } from './database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.js';
import { migrate, migrationNames, pendingMigrations } from './platform/database/migrate.js';
import { findPooler } from './platform/database/pooler.js';
import { type Log } from './platform/http/log.js';
import { databaseFailure } from './platform/start-failure.js';

const NO_SUCH_TABLE = '42P01';

/** An open database and how to leave it. */
export interface Connected {
  dataSource: DataSource;
  close(): Promise<void>;
  /** Only the embedded database can end by itself. */
  onUnexpectedExit(callback: (reason: string) => void): void;
}

/** Opens the configured database, or starts the embedded one of the data folder. @throws StartFailure when the first fails */
export async function connect(config: Config, log: Log): Promise<Connected> {
  const postgres = config.databaseUrl === null ? await startPostgres(config, log) : null;
  const url = config.databaseUrl ?? postgres!.url;
  let isClosing = false;
  const isPooled = await poolerBefore(url, config, log).catch(async (error: unknown) => {
    await postgres?.stop();
    throw config.databaseUrl === null ? error : databaseFailure(error);
  });
  const dataSource = createDataSource(url, {
    poolSize: config.databasePoolSize,
    limits: config.databaseLimits,
    isPooled,
    // The whole error carries the connection, and with it secrets; while closing, the server may well end first.
    onPoolError: ({ message }) =>
      void (isClosing || log.warn({ reason: message }, 'An idle database connection broke.')),
  });
  const close = async () => {
    isClosing = true;
    try {
      if (dataSource.isInitialized) await dataSource.destroy();
    } finally {
      await postgres?.stop();
    }
  };
  try {
    await dataSource.initialize();
  } catch (error) {
    await close();
    throw config.databaseUrl === null ? error : databaseFailure(error);
  }
  return { dataSource, close, onUnexpectedExit: (callback) => postgres?.onUnexpectedExit(callback) };
}

function startPostgres(config: Config, log: Log): Promise<EmbeddedPostgres> {
  const dir = join(config.dataDir!, 'postgres');
  return startEmbeddedPostgres({ dir, env: config.launcherEnvironment, log: (line) => log.info(line) });
}

async function poolerBefore(url: string, config: Config, log: Log): Promise<boolean> {
  const isPooled = await findPooler(url, config.databasePooler, config.databaseLimits.waitSeconds);
  if (isPooled) {
    log.info(
      'A pooler stands before the database: statements are not prepared, and time limits are set in each transaction. ' +
        'Reads outside of one have the limits of the role, if any.',
    );
  }
  return isPooled;
}

/**
 * Brings the schema up to date, without the limits of the service: a migration may take its time. Nothing is written when
 * nothing is pending, so that a read-only database can be served from.
 */
export async function migrateUnlimited(dataSource: DataSource): Promise<string[]> {
  if ((await pendingMigrations(dataSource).catch(ifNew(dataSource))).length === 0) return [];
  const { url } = dataSource.options as { url: string };
  const unlimited = await createDataSource(url, { poolSize: 2 }).initialize();
  try {
    return await migrate(unlimited);
  } finally {
    await unlimited.destroy();
  }
}

/** A new database has no table of migrations, and so all of them to come. */
function ifNew(dataSource: DataSource) {
  return (error: unknown): string[] => {
    if ((error as { code?: string }).code !== NO_SUCH_TABLE) throw error;
    return migrationNames(dataSource);
  };
}
