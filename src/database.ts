import { Client, type Pool } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { CreateAudit1700000000000 } from '../migrations/1700000000000-create-audit.js';
import { CreateTokens1700000000010 } from '../migrations/1700000000010-create-tokens.js';
import { AuditChain } from './audit/audit-chain.entity.js';
import { AuditEvent } from './audit/audit-event.entity.js';
import { Token } from './auth/token.entity.js';

/** Every table the service reads or writes; a feature adds its entities here. */
const ENTITIES = [AuditChain, AuditEvent, Token];

/** Every migration, oldest first; a feature adds its own here. The schema is made by these alone. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [CreateAudit1700000000000, CreateTokens1700000000010];

/** Replicas that start at once queue on this key, so only the first one migrates. */
const MIGRATION_LOCK = 7_305_118_221;

export interface DatabaseOptions {
  poolSize?: number;
  applicationName?: string;
  onPoolError?: (error: Error) => void;
}

/** The one place that describes the database to the application, the command line and the tests. */
export function createDataSource(url: string, options: DatabaseOptions = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'stagegate',
    connectTimeoutMS: 5_000,
    poolErrorHandler: options.onPoolError ?? (() => undefined),
    extra: { keepAlive: true },
  });
}

/**
 * Applies the pending migrations and returns their names. The lock lives in a transaction on a connection of its own:
 * it also holds through a pooler that shares sessions, and a crash releases it.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const { url, applicationName } = dataSource.options as { url: string; applicationName: string };
  const lock = new Client({ connectionString: url, application_name: `${applicationName} migration lock` });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await lock.query('BEGIN');
    await lock.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await lock.query('SET LOCAL lock_timeout = 0');
    await lock.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const applied = await dataSource.runMigrations();
    await lock.query('COMMIT');
    return applied.map((migration) => migration.name);
  } finally {
    await lock.end();
  }
}

/** Names of migrations this program knows and the database has not seen. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations');
  const applied = new Set(rows.map((row) => row.name));
  return MIGRATIONS.map((migration) => migration.name).filter((name) => !applied.has(name));
}

/** The pool below TypeORM, for the few hot statements that are prepared by name. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
