import { Client } from 'pg';
import { type DataSource } from 'typeorm';

/** Replicas that start at once queue on this key, so only the first one migrates. */
const MIGRATION_LOCK = 7_305_118_221;

const NO_SUCH_TABLE = '42P01';

/** Applies the pending migrations and returns their names. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const applied = await alone(dataSource, () => dataSource.runMigrations());
  return applied.map((migration) => migration.name);
}

/** Takes back the newest migration and returns its name. */
export async function revertNewest(dataSource: DataSource): Promise<string | undefined> {
  return alone(dataSource, async () => {
    const before = await appliedMigrations(dataSource);
    await dataSource.undoLastMigration();
    const after = new Set(await appliedMigrations(dataSource));
    return before.find((name) => !after.has(name));
  });
}

/**
 * One process at a time changes the schema. The lock lives in a transaction on a connection of its own: it also holds through a
 * pooler that shares sessions, and a crash releases it.
 */
async function alone<Result>(dataSource: DataSource, work: () => Promise<Result>): Promise<Result> {
  const { url, applicationName } = dataSource.options as { url: string; applicationName: string };
  const lock = new Client({ connectionString: url, application_name: `${applicationName} migration lock` });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await lock.query('BEGIN');
    await lock.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await lock.query('SET LOCAL lock_timeout = 0');
    await lock.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const result = await work();
    await lock.query('COMMIT');
    return result;
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

/** Names of the migrations that the database has, in the order of their application; a new one has no table of them. */
export async function appliedMigrations(dataSource: DataSource): Promise<string[]> {
  try {
    const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations ORDER BY id');
    return rows.map((row) => row.name);
  } catch (error) {
    if ((error as { code?: string }).code !== NO_SUCH_TABLE) throw error;
    return [];
  }
}

/** Names of the migrations this program knows, oldest first. */
export function migrationNames(dataSource: DataSource): string[] {
  return dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
}
