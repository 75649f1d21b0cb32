import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DataSource } from 'typeorm';
import { migrateTo, migrateUnlimited } from '../connect.js';
import { type BackupHeader } from '../platform/backup/backup-file.js';
import { checkBackup, loadBackup } from '../platform/backup/backup.reader.js';
import { readConfig, readDatabaseConfig } from '../platform/config.js';
import { appliedMigrations, migrationNames } from '../platform/database/migrate.js';
import { connectBeside } from '../platform/backup/backup.connection.js';
import { readOrKeep } from '../platform/kept-secret.reader.js';
import { runCommand, withDatabase } from './run.js';
import { verifyRecord } from './verify-record.js';

/** `npm run restore -- FILE`: puts a backup into an empty registry, brings it to this release, and verifies its record. */
async function restore(): Promise<void> {
  const [named] = process.argv.slice(2);
  if (named === undefined) throw new Error('Usage: npm run restore -- FILE');
  const file = resolve(named);
  const header = await checkBackup(file);
  const database = readDatabaseConfig();
  assertNoOtherFiles(header, database.dataDir);
  await withDatabase(database, async (dataSource) => {
    const rows = await load(dataSource, file, header);
    keepFiles(header, database.dataDir);
    const verdict = await verifyRecord(readConfig(), dataSource);
    return `Restored ${rows} rows of ${header.takenAt}. ${verdict}`;
  });
}

async function load(dataSource: DataSource, file: string, { migrations, release }: BackupHeader): Promise<number> {
  const known = migrationNames(dataSource);
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`The backup is of a newer release, ${release}: this program does not know ${unknown.join(', ')}.`);
  if ((await appliedMigrations(dataSource)).length > 0)
    throw new Error('There is a registry already. Restore into an empty database, or name another STAGEGATE_DATA_DIR.');
  await migrateTo(dataSource, migrations);
  const client = await connectBeside(dataSource, 'restore');
  try {
    const rows = await loadBackup(client, file);
    await migrateUnlimited(dataSource);
    return rows;
  } finally {
    await client.end();
  }
}

/** Another secret that is there signs tokens of somebody; it is not lost by a restore. */
function assertNoOtherFiles({ files }: BackupHeader, dataDir: string | null): void {
  if (dataDir === null) return;
  for (const [name, text] of Object.entries(files)) {
    const path = join(dataDir, name);
    if (existsSync(path) && readFileSync(path, 'utf8') !== text)
      throw new Error(`${path} is there, and is not that of the backup. Restore into an empty data folder.`);
  }
}

function keepFiles({ files }: BackupHeader, dataDir: string | null): void {
  if (dataDir === null) return;
  for (const [name, text] of Object.entries(files)) readOrKeep(dataDir, name, () => text);
}

runCommand(restore);
