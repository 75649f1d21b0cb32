import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { migrateUnlimited, withoutLimits } from '../connect.js';
import { readDatabaseConfig } from '../platform/config.js';
import {
  appliedMigrations,
  migrationNames,
  pendingMigrations,
  revertNewest,
  unknownMigrations,
} from '../platform/database/migrate.js';
import { packageRoot } from '../platform/package-files.js';
import { runCommand, withDatabase } from './run.js';

type Command = (dataSource: DataSource, name: string | undefined) => Promise<string>;

const COMMANDS: Record<string, Command> = {
  async run(dataSource) {
    const applied = await migrateUnlimited(dataSource);
    return applied.length === 0 ? 'The database has every migration.' : `Applied ${applied.join(', ')}.`;
  },
  async revert(dataSource) {
    if ((await appliedMigrations(dataSource)).length === 0) return 'The database has no migration to revert.';
    const [newer] = (await unknownMigrations(dataSource)).slice(-1);
    if (newer !== undefined)
      throw new Error(`${newer} is of a newer release than this program. Revert it with that one.`);
    return `Reverted ${await withoutLimits(dataSource, revertNewest)}.`;
  },
  async show(dataSource) {
    const pending = new Set(await pendingMigrations(dataSource));
    const newer = await unknownMigrations(dataSource);
    return [
      ...migrationNames(dataSource).map((name) => `[${pending.has(name) ? ' ' : 'X'}] ${name}`),
      ...newer.map((name) => `[?] ${name}, of a newer release than this program`),
      pending.size === 0 ? 'None pending.' : `${pending.size} pending: npm run migration:run applies them.`,
    ].join('\n');
  },
  async generate(dataSource, name = 'change-schema') {
    const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
    if (upQueries.length === 0) return 'The entities say what the database has; nothing was written.';
    const file = join('migrations', `${Date.now()}-${name}.ts`);
    const down = downQueries.toReversed();
    writeFileSync(join(packageRoot(), file), toMigration(name, upQueries.map(queryOf), down.map(queryOf)));
    return `Wrote ${file}. Read it, then list it in src/database.ts.`;
  },
};

function queryOf({ query }: { query: string }): string {
  return query;
}

function toMigration(name: string, up: readonly string[], down: readonly string[]): string {
  const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const run = (queries: readonly string[]) =>
    queries.map((query) => `    await runner.query(${JSON.stringify(query)});`);
  return [
    "import { type MigrationInterface, type QueryRunner } from 'typeorm';",
    '',
    `export class ${words.join('')}${Date.now()} implements MigrationInterface {`,
    '  async up(runner: QueryRunner): Promise<void> {',
    ...run(up),
    '  }',
    '',
    '  async down(runner: QueryRunner): Promise<void> {',
    ...run(down),
    '  }',
    '}',
    '',
  ].join('\n');
}

/** `npm run migration:run|revert|show|generate`, on the same database as the service; nothing is signed, so no secret is needed. */
async function migrations(): Promise<void> {
  const [name = '', argument] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) throw new Error(`Unknown command "${name}"; known are ${Object.keys(COMMANDS).join(', ')}.`);
  await withDatabase(readDatabaseConfig(), (dataSource) => command(dataSource, argument));
}

runCommand(migrations);
