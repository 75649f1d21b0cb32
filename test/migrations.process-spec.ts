import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDataSource, MIGRATIONS } from '../src/database.js';
import { pendingMigrations } from '../src/platform/database/migrate.js';
import { createEmptyDatabase } from './support/database.js';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..');
const LOADER = new URL('./support/typescript-loader.js', import.meta.url).href;

function migrateInProcess(databaseUrl: string): Promise<string> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, STAGEGATE_JWT_SECRET: 'x'.repeat(32) };
  const command = ['--no-warnings', '--import', LOADER, join(ROOT, 'src', 'commands', 'migrations.ts'), 'run'];
  return run(process.execPath, command, { cwd: ROOT, env }).then(({ stdout }) => stdout.trim());
}

it('ten processes that start at once migrate once', async () => {
  const database = await createEmptyDatabase();
  const dataSource = await createDataSource(database.url).initialize();
  try {
    const said = await Promise.all(Array.from({ length: 10 }, () => migrateInProcess(database.url)));
    expect(said.filter((line) => line.startsWith('Applied'))).toHaveLength(1);
    expect(said.filter((line) => line === 'The database has every migration.')).toHaveLength(9);
    const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations ORDER BY id');
    expect(rows.map((row) => row.name)).toEqual(MIGRATIONS.map((migration) => migration.name));
    expect(await pendingMigrations(dataSource)).toEqual([]);
  } finally {
    await dataSource.destroy();
    await database.drop();
  }
});
