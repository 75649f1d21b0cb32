import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createDataSource, MIGRATIONS } from '../src/database.js';
import { pendingMigrations } from '../src/platform/database/migrate.js';
import { createEmptyDatabase } from './support/app/database.js';
import { built } from './support/processes/built.js';

const run = promisify(execFile);

async function migrateInProcess(databaseUrl: string): Promise<string> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, STAGEGATE_JWT_SECRET: 'x'.repeat(32) };
  const { stdout } = await run(process.execPath, [await built('src/commands/migrations.ts'), 'run'], { env });
  return stdout.trim();
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
