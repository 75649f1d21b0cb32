import { createDataSource } from '../src/database.js';
import { readConfig } from '../src/platform/config.js';
import { type CommandDataSource } from '../src/platform/database/command-data-source.js';
import { PreparedReads } from '../src/platform/database/prepared-reads.js';
import { hindranceOf } from '../src/platform/http/unavailable.js';
import { TEST_SECRET } from './support/app/app.js';
import { createTestDatabase, type TestDatabase } from './support/app/database.js';

let database: TestDatabase;
let dataSource: CommandDataSource;
let pooled: CommandDataSource;

const TEXT = 'SELECT * FROM prepared WHERE id = $1';
const READ = { name: 'prepared-read', text: TEXT };

beforeAll(async () => {
  database = await createTestDatabase();
  await database.execute('CREATE TABLE prepared (id integer, name text); INSERT INTO prepared VALUES (1, $$one$$)');
  const { databaseLimits: limits } = readConfig(
    { DATABASE_URL: database.url, STAGEGATE_JWT_SECRET: TEST_SECRET },
    false,
  );
  dataSource = createDataSource(database.url, { poolSize: 1, limits });
  pooled = createDataSource(database.url, { poolSize: 1, limits, isPooled: true });
  await Promise.all([dataSource.initialize(), pooled.initialize()]);
});
afterAll(async () => {
  await Promise.all([dataSource?.destroy(), pooled?.destroy()]);
  await database?.drop();
});

/** Asks in a transaction; answers the rows, and the texts that the session has prepared by then. */
function ask(source: CommandDataSource): Promise<{ rows: object[]; prepared: string[] }> {
  return source.transaction(async (manager) => {
    const rows = await manager.query<object[]>(TEXT, [1]);
    const prepared = await manager.query<{ statement: string }[]>('SELECT statement FROM pg_prepared_statements');
    return { rows, prepared: prepared.map(({ statement }) => statement) };
  });
}

it('prepares what comes again in transactions, and nothing that is asked once or outside of any', async () => {
  await dataSource.query(TEXT, [1]);
  await dataSource.query(TEXT, [1]);
  expect((await ask(dataSource)).prepared).toEqual([]);
  expect(await ask(dataSource)).toEqual({ rows: [{ id: 1, name: 'one' }], prepared: [TEXT] });
  expect(await ask(dataSource)).toEqual({ rows: [{ id: 1, name: 'one' }], prepared: [TEXT] });
});

it('prepares nothing behind a pooler', async () => {
  for (const _ of [1, 2, 3]) expect(await ask(pooled)).toEqual({ rows: [{ id: 1, name: 'one' }], prepared: [] });
});

it('what failed in a transaction is told by all that was sent with it, prepared or not', async () => {
  for (const source of [dataSource, pooled]) {
    for (const _ of [1, 2, 3]) {
      const codes = await source
        .transaction(async (manager) => {
          const sent = [manager.query('SELECT 1 / $1::int', [0]), manager.query('SELECT 1'), manager.query(TEXT, [1])];
          const ended = await Promise.allSettled(sent);
          throw Object.assign(new Error('all is taken back'), {
            codes: ended.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code),
          });
        })
        .catch((error: unknown) => (error as { codes: unknown }).codes);
      expect(codes).toEqual(['22012', '22012', '22012']);
    }
    expect(await source.transaction((manager) => manager.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  }
});

it('survives a migration that changes what a prepared statement answers', async () => {
  const reads = new PreparedReads(dataSource);
  // Each of the connections for reads has prepared it then.
  for (const _ of [1, 2, 3, 4]) await reads.query(READ, [1]);
  await database.execute('ALTER TABLE prepared ADD COLUMN size integer DEFAULT 5');
  for (const _ of [1, 2, 3, 4]) expect(await reads.query(READ, [1])).toEqual([{ id: 1, name: 'one', size: 5 }]);
  const refused = hindranceOf(await ask(dataSource).catch((error: unknown) => error));
  expect(refused).toMatchObject({ code: 'DATABASE_BUSY' });
  expect((await ask(dataSource)).rows).toEqual([{ id: 1, name: 'one', size: 5 }]);
  await reads.onApplicationShutdown();
});
