import { type Client, type ClientConfig } from 'pg';
import { type DataSource } from 'typeorm';
import { type DatabaseLimits } from '../config/database.js';
import { DatabaseClient, type DatabaseClientConfig } from './database-client.js';
import { StatementNames } from './statement-names.js';

/** How the service speaks with its database. */
export interface SessionOptions {
  /** Without any, nothing ends by itself: for migrations and for commands at a terminal. */
  limits?: DatabaseLimits;
  /** A pooler lends sessions out by the transaction, so nothing may be kept in one, and limits come with each transaction. */
  isPooled?: boolean;
}

/** An answer may travel for so long after the database's own limit. */
const GRACE_MS = 3_000;
/** After so long without a byte the kernel asks whether the other side is still there. */
const KEEP_ALIVE_MS = 10_000;

/** How a pool opens its connections. */
type PoolConfig = DatabaseClientConfig & { Client: typeof DatabaseClient };

/** What every connection of the service has: its limits, and an end of its own when an answer does not come. */
export function sessionSettings({ limits, isPooled = false }: SessionOptions): PoolConfig {
  const always = { Client: DatabaseClient, keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_MS };
  if (!limits) return always;
  return {
    ...always,
    connectionTimeoutMillis: limits.waitSeconds * 1000,
    // Only a client that pipelines ends its connection when an answer is overdue; others would go on waiting for it.
    pipeline: true,
    ...(!isPooled && { statementNames: new StatementNames('transaction') }),
    query_timeout: limits.statementSeconds * 1000 + GRACE_MS,
    ...(!isPooled && serverLimits(limits)),
  };
}

/** Limits that PostgreSQL takes when a session opens; a pooler refuses a session that states them. */
function serverLimits({ lockSeconds, statementSeconds, idleSeconds }: DatabaseLimits): ClientConfig {
  return {
    lock_timeout: lockSeconds * 1000,
    statement_timeout: statementSeconds * 1000,
    idle_in_transaction_session_timeout: idleSeconds * 1000,
  };
}

/** The same for one transaction, which is all that a pooler lends. */
export function transactionLimits({ lockSeconds, statementSeconds, idleSeconds }: DatabaseLimits): string {
  return (
    `SET LOCAL lock_timeout = '${lockSeconds}s'; SET LOCAL statement_timeout = '${statementSeconds}s'; ` +
    `SET LOCAL idle_in_transaction_session_timeout = '${idleSeconds}s'`
  );
}

/**
 * Opens a connection apart from the pool, for work that takes long and must hold up nobody; whoever opens it ends it.
 * `purpose` is shown in `pg_stat_activity`. It has the limits of the service unless `settings` says otherwise.
 */
export async function connectApart(
  dataSource: DataSource,
  purpose: string,
  settings: ClientConfig = {},
): Promise<Client> {
  const { url, applicationName, extra } = dataSource.options as {
    url: string;
    applicationName: string;
    extra: ClientConfig;
  };
  const client = new DatabaseClient({
    ...extra,
    connectionString: url,
    application_name: `${applicationName} ${purpose}`,
    ...settings,
  });
  // A connection that breaks fails its queries; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Closes a connection at once, whatever it waits for; what it waited for fails, and its transaction is taken back. */
export function cutOff(client: object): void {
  (client as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}

/** Whether an answer did not come, as from a database that is gone without a word. */
export function isOverdue(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}
