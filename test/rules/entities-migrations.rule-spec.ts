import { type DataSource } from 'typeorm';
import { createDataSource, MIGRATIONS } from '../../src/database.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { createEmptyDatabase, type TestDatabase } from '../support/app/database.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createEmptyDatabase();
  dataSource = await createDataSource(database.url).initialize();
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** Everything a migration can leave behind, by name and definition. */
async function describeSchema(): Promise<string[]> {
  const rows: { line: string }[] = await dataSource.query(`
    SELECT 'relation ' || relname || ' ' || relkind::text AS line FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'migrations%' AND relname NOT LIKE 'PK_8c82d7f526340ab734260ea46be'
    UNION ALL SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
    UNION ALL SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND conrelid <> coalesce(to_regclass('migrations'), 0)
    UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function ' || proname || ' ' || md5(prosrc) FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
    UNION ALL SELECT 'type ' || typname || ' ' || typtype::text FROM pg_type
      WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
    ORDER BY line`);
  return rows.map((row) => row.line);
}

it('migrations are listed oldest first, and their names are their files', () => {
  const times = MIGRATIONS.map((migration) => Number(migration.name.slice(-13)));
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(new Set(times).size).toBe(times.length);
});

it('each down undoes its up', async () => {
  const runner = dataSource.createQueryRunner();
  const undone: string[][] = [];
  const before: string[][] = [];
  const migrations = MIGRATIONS.map((Migration) => new Migration());
  for (const migration of migrations) {
    before.push(await describeSchema());
    await migration.up(runner);
  }
  for (const migration of [...migrations].reverse()) {
    await migration.down(runner);
    undone.unshift(await describeSchema());
  }
  await runner.release();
  expect(undone).toEqual(before);
});

it('the entities say what the migrations made', async () => {
  await migrate(dataSource);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
