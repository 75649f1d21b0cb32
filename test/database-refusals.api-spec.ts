import { TestApp } from './support/app/app.js';
import { Person, uniqueName } from './support/app/registry.js';
import { until } from './support/limits.js';

let app: TestApp;
let ci: Person;

beforeAll(async () => {
  app = await TestApp.start({ env: { DATABASE_STATEMENT_SECONDS: '1' } });
  ci = await Person.of(app, 'ci', 'contributor');
});
afterAll(() => app?.stop());

const sql = (text: string) => app.dataSource.query(text);

/** Has the database do this before it takes a new model. */
async function beforeModels(statement: string): Promise<void> {
  await sql(`CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN ${statement}; RETURN NEW; END $$`);
  await sql('CREATE OR REPLACE TRIGGER refuse BEFORE INSERT ON models FOR EACH ROW EXECUTE FUNCTION refuse()');
}
const takeModelsAgain = () => sql('DROP TRIGGER refuse ON models');

it('a schema of a newer program, and a clock that was ahead, are said by a service that is ready', async () => {
  expect(await ci.get('//readyz')).toEqual({ status: 'ready' });
  const later = await TestApp.start({ beside: app });
  const model = await ci.creates();
  await sql(`INSERT INTO migrations (timestamp, name) VALUES (1, 'OfTheFuture1')`);
  await sql(`UPDATE models SET updated_at = now() + interval '2 days' WHERE name = '${model}'`);
  const { status, warnings } = await later.anonymous().get('//readyz');
  expect(status).toBe('ready');
  expect(warnings).toEqual([expect.stringContaining('OfTheFuture1'), expect.stringContaining('a model was changed')]);
  await sql(`DELETE FROM migrations WHERE name = 'OfTheFuture1'`);
  await later.stop();
});

it.each([
  ['a lock that was not free in time', '55P03', 'MODEL_BUSY'],
  ['a statement that took too long', '57014', 'DATABASE_BUSY'],
  ['a deadlock', '40P01', 'DATABASE_BUSY'],
  ['transactions that cannot be put in an order', '40001', 'DATABASE_BUSY'],
  ['a transaction that stood still', '25P03', 'DATABASE_BUSY'],
  ['a lack of memory', '53200', 'DATABASE_BUSY'],
  ['a limit of the configuration', '53400', 'DATABASE_BUSY'],
  ['a lack of connections', '53300', 'DATABASE_UNAVAILABLE'],
  ['an end by the operator', '57P01', 'DATABASE_UNAVAILABLE'],
  ['a start that is not over', '57P03', 'DATABASE_UNAVAILABLE'],
  ['a broken connection', '08006', 'DATABASE_UNAVAILABLE'],
  ['a database that is read-only', '25006', 'DATABASE_READ_ONLY'],
  ['a full disk', '53100', 'DATABASE_FULL'],
])('%s (%s) is 503 with a code of its own and a time to come again', async (_case, state, code) => {
  await beforeModels(`RAISE EXCEPTION 'refused' USING ERRCODE = '${state}'`);
  const name = uniqueName();
  const ways: Record<string, string>[] = [{}, { 'idempotency-key': `${name}-key` }];
  for (const headers of ways) {
    const answer = await ci.sendOnce('POST', '/models', { name }, { headers });
    expect([answer.status, answer.body.code]).toEqual([503, code]);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  await takeModelsAgain();
  await ci.post('/models', { name }, 201, { headers: { 'idempotency-key': `${name}-key` } });
});

it('a database that was full makes the service unready for a while', async () => {
  await beforeModels(`RAISE EXCEPTION 'refused' USING ERRCODE = '53100'`);
  await ci.sendOnce('POST', '/models', { name: uniqueName() });
  await takeModelsAgain();
  const answer = await ci.sendOnce('GET', '//readyz');
  expect([answer.status, answer.body.code]).toEqual([503, 'DATABASE_FULL']);
});

it('a statement has its time, and what it did is taken back', async () => {
  await beforeModels('PERFORM pg_sleep(60)');
  const name = uniqueName();
  const answer = await ci.sendOnce('POST', '/models', { name });
  expect([answer.status, answer.body.code]).toEqual([503, 'DATABASE_BUSY']);
  await takeModelsAgain();
  await ci.get(`/models/${name}`, 404);
});

it('a read-only database serves reads, refuses changes, and is said by the probe', async () => {
  const model = await ci.creates();
  const database = new URL(app.databaseUrl).pathname.slice(1);
  await setReadOnly(database, 'on');
  await until('changes are refused', async () => {
    const { status, body } = await ci.sendOnce('POST', '/models', { name: uniqueName() });
    return status === 503 && body.code === 'DATABASE_READ_ONLY';
  });
  expect((await ci.get(`/models/${model}`)).name).toBe(model);
  expect((await ci.get('/models?limit=1')).items).toHaveLength(1);
  await ci.get(`/models/${model}/stages/Production`, 404);
  await until(
    'the probe says so',
    async () => (await ci.sendOnce('GET', '//readyz')).body.code === 'DATABASE_READ_ONLY',
  );
  await app.dataSource.transaction(async (manager) => {
    await manager.query('SET TRANSACTION READ WRITE');
    await manager.query(`ALTER DATABASE ${database} RESET default_transaction_read_only`);
  });
  await endSessions();
  await until(
    'changes are taken',
    async () => (await ci.sendOnce('POST', '/models', { name: uniqueName() })).status === 201,
  );
});

async function setReadOnly(database: string, value: string): Promise<void> {
  await sql(`ALTER DATABASE ${database} SET default_transaction_read_only = ${value}`);
  await endSessions();
}

/** As after a failover, what is open ends; new sessions are as the database says now. */
async function endSessions(): Promise<void> {
  await sql(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  const last = app.dataSource.createQueryRunner();
  await last.connect();
  await last.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
  await last.release();
}
