import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { type Config } from './platform/config.js';
import { createDataSource } from './database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.js';
import { type Log } from './platform/http/log.js';
import { databaseFailure } from './platform/start-failure.js';

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
  let isClosing = false;
  const dataSource = createDataSource(config.databaseUrl ?? postgres!.url, {
    poolSize: config.databasePoolSize,
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
