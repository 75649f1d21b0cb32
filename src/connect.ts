import { join } from 'node:path';
import { type DataSource, type MigrationInterface } from 'typeorm';
import { type DatabaseSettings } from './platform/config/database.js';
import { createDataSource, MIGRATIONS } from './database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.js';
import { appliedMigrations, migrate, pendingMigrations } from './platform/database/migrate.js';
import { findPooler } from './platform/database/pooler.js';
import { hindranceOfMigrating, readRights } from './platform/database/rights.js';
import { faultOfServer, readServer } from './platform/database/server.js';
import { type Log } from './platform/http/log.js';
import { databaseFailure, migrationFailure, StartFailure } from './platform/start-failure.js';

/** An open database and how to leave it. */
export interface Connected {
  dataSource: DataSource;
  close(): Promise<void>;
  /** Only the embedded database can end by itself. */
  onUnexpectedExit(callback: (reason: string) => void): void;
}

/** Opens the configured database, or starts the embedded one of the data folder. @throws StartFailure when the first fails */
export async function connect(config: DatabaseSettings, log: Log): Promise<Connected> {
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
    replica: config.databaseReplica,
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
    await assertUsable(dataSource, log);
  } catch (error) {
    await close();
    throw config.databaseUrl === null || error instanceof StartFailure ? error : databaseFailure(error);
  }
  return { dataSource, close, onUnexpectedExit: (callback) => postgres?.onUnexpectedExit(callback) };
}

/** A registry that stands already in such a database is not shut out by an upgrade of this program. */
async function assertUsable(dataSource: DataSource, log: Log): Promise<void> {
  const fault = faultOfServer(await readServer(dataSource));
  if (fault === undefined) return;
  if ((await appliedMigrations(dataSource)).length === 0) throw new StartFailure(fault);
  log.warn(fault);
}

function startPostgres(config: DatabaseSettings, log: Log): Promise<EmbeddedPostgres> {
  const dir = join(config.dataDir!, 'postgres');
  return startEmbeddedPostgres({ dir, env: config.launcherEnvironment, log: (line) => log.info(line) });
}

async function poolerBefore(url: string, config: DatabaseSettings, log: Log): Promise<boolean> {
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
 * Brings the schema up to date and answers the names of what was applied. Nothing is written when nothing is pending, so that a
 * read-only database can be served from. @throws StartFailure when the role may not, or the database is read-only
 */
export async function migrateUnlimited(dataSource: DataSource): Promise<string[]> {
  const { length } = await pendingMigrations(dataSource);
  if (length === 0) return [];
  const hindrance = hindranceOfMigrating(await readRights(dataSource), length);
  if (hindrance !== undefined) throw new StartFailure(hindrance);
  return withoutLimits(dataSource, migrate);
}

/** The same database without the limits of the service: a migration may take its time. */
export async function withoutLimits<Result>(
  dataSource: DataSource,
  use: (unlimited: DataSource) => Promise<Result>,
): Promise<Result> {
  const { url, migrations } = dataSource.options as unknown as {
    url: string;
    migrations: (new () => MigrationInterface)[];
  };
  const unlimited = await createDataSource(url, { poolSize: 2, migrations }).initialize();
  try {
    return await use(unlimited);
  } catch (error) {
    throw migrationFailure(error);
  } finally {
    await unlimited.destroy();
  }
}

/** Makes the schema that a database with these migrations has. @throws {StartFailure} when the role may not */
export async function migrateTo(dataSource: DataSource, names: readonly string[]): Promise<void> {
  const { url } = dataSource.options as { url: string };
  const migrations = MIGRATIONS.filter(({ name }) => names.includes(name));
  const earlier = await createDataSource(url, { poolSize: 2, migrations }).initialize();
  try {
    await migrateUnlimited(earlier);
  } finally {
    await earlier.destroy();
  }
}
