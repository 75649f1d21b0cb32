import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DataSource } from 'typeorm';
import { KEPT_FILES } from '../platform/backup/backup-file.js';
import { writeBackup } from '../platform/backup/backup.writer.js';
import { readDatabaseConfig } from '../platform/config.js';
import { appliedMigrations } from '../platform/database/migrate.js';
import { connectBeside } from '../platform/backup/backup.connection.js';
import { packageManifest } from '../platform/package-files.js';
import { runCommand, withDatabase } from './run.js';

/** `npm run backup -- FILE`: one moment of the registry, with the secrets of the data folder, taken while the service runs. */
async function backup(): Promise<void> {
  const [named] = process.argv.slice(2);
  if (named === undefined) throw new Error('Usage: npm run backup -- FILE');
  const config = readDatabaseConfig();
  await withDatabase(config, async (dataSource) => {
    const rows = await backUp(dataSource, resolve(named), config.dataDir);
    return `Wrote ${rows} rows to ${resolve(named)}. It holds secrets: keep it as safe as the registry.`;
  });
}

async function backUp(dataSource: DataSource, file: string, dataDir: string | null): Promise<number> {
  const migrations = await appliedMigrations(dataSource);
  if (migrations.length === 0) throw new Error('There is no registry in this database, and so nothing to back up.');
  const client = await connectBeside(dataSource, 'backup');
  try {
    return await writeBackup(client, file, {
      release: packageManifest().version,
      migrations,
      files: keptFiles(dataDir),
    });
  } finally {
    await client.end();
  }
}

function keptFiles(dataDir: string | null): Record<string, string> {
  if (dataDir === null) return {};
  const there = KEPT_FILES.filter((name) => existsSync(join(dataDir, name)));
  return Object.fromEntries(there.map((name) => [name, readFileSync(join(dataDir, name), 'utf8')]));
}

runCommand(backup);
