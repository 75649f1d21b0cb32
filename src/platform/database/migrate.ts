import { Client } from 'pg';
import { type DataSource } from 'typeorm';

/** Replicas that start at once queue on this key, so only the first one migrates. */
const MIGRATION_LOCK = 7_305_118_221;

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
  const applied = new Set(await appliedMigrations(dataSource));
  return migrationNames(dataSource).filter((name) => !applied.has(name));
}

/** Names of migrations that a newer program applied. */
export async function unknownMigrations(dataSource: DataSource): Promise<string[]> {
  const known = new Set(migrationNames(dataSource));
  return (await appliedMigrations(dataSource)).filter((name) => !known.has(name));
}

async function appliedMigrations(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations');
  return rows.map((row) => row.name);
}

/** Names of the migrations this program knows, oldest first. */
export function migrationNames(dataSource: DataSource): string[] {
  return dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
}
