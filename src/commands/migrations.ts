import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { migrate, migrationNames, pendingMigrations } from '../platform/database/migrate.js';
import { packageRoot } from '../platform/package-files.js';
import { runCommand, withDatabase } from './run.js';

type Command = (dataSource: DataSource, name: string | undefined) => Promise<string>;

const COMMANDS: Record<string, Command> = {
  async run(dataSource) {
    const applied = await migrate(dataSource);
    return applied.length === 0 ? 'The database has every migration.' : `Applied ${applied.join(', ')}.`;
  },
  async revert(dataSource) {
    await dataSource.undoLastMigration();
    return 'Reverted the newest migration.';
  },
  async show(dataSource) {
    const pending = new Set(await pendingMigrations(dataSource));
    return migrationNames(dataSource)
      .map((name) => `[${pending.has(name) ? ' ' : 'X'}] ${name}`)
      .join('\n');
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

/** `npm run migration:run|revert|show|generate`, on the same database as the service. */
async function migrations(): Promise<void> {
  const [name = '', argument] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) throw new Error(`Unknown command "${name}"; known are ${Object.keys(COMMANDS).join(', ')}.`);
  await withDatabase((dataSource) => command(dataSource, argument));
}

runCommand(migrations);
