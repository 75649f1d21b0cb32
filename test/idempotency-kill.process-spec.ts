import pg from 'pg';
import { TestApp } from './support/app/app.js';
import { Client } from './support/app/client.js';
import { found, until } from './support/limits.js';
import { ServiceProcess } from './support/processes/service-process.js';

const LOCK = 4711;

/** Holds the storing of an answer up: at the end of its transaction, or as it is written. */
const MOMENTS = {
  'while the effect and its answer are being committed': {
    trigger: 'CREATE CONSTRAINT TRIGGER hold_up AFTER INSERT ON idempotency_keys DEFERRABLE INITIALLY DEFERRED',
    replayed: 'true',
  },
  'after the effect, before its answer is kept': {
    trigger: 'CREATE TRIGGER hold_up BEFORE INSERT ON idempotency_keys',
    replayed: null,
  },
};

let app: TestApp;
let sql: pg.Client;
let service: ServiceProcess | null = null;

beforeAll(async () => {
  app = await TestApp.start();
  sql = new pg.Client(app.databaseUrl);
  await sql.connect();
  await sql.query(`CREATE FUNCTION hold_up() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_advisory_xact_lock(${LOCK}); RETURN NEW; END $$`);
});
afterAll(async () => {
  await service?.end();
  await sql?.end();
  await app?.stop();
});

function heldUp(): Promise<number> {
  return found('the answer is held up', async () => {
    const { rows } = await sql.query(
      `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = ${LOCK} AND NOT granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return rows[0]?.pid as number | undefined;
  });
}

function gone(pid: number): Promise<void> {
  const connections = () => sql.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid]);
  return until('the connection of the killed service is gone', async () => (await connections()).rowCount === 0);
}

it.each(Object.entries(MOMENTS))('killed %s, a repetition has one effect', async (_, { trigger, replayed }) => {
  const { token } = await app.as('admin', 'admin');
  const model = `killed-${replayed}`;
  await new Client(app.url, token).post('/models', { name: model });
  const register = (url: string) =>
    new Client(url, token).send(
      'POST',
      `/models/${model}/versions`,
      { artifactUri: 's3://1' },
      {
        headers: { 'idempotency-key': model },
      },
    );

  await sql.query(`${trigger} FOR EACH ROW EXECUTE FUNCTION hold_up()`);
  await sql.query(`SELECT pg_advisory_lock(${LOCK})`);
  service = await ServiceProcess.beside(app.databaseUrl);
  const unanswered = expect(register(service.url)).rejects.toThrow();
  const pid = await heldUp();
  await service.end('SIGKILL');
  await unanswered;
  await sql.query(`SELECT pg_advisory_unlock(${LOCK})`);
  await gone(pid);
  await sql.query('DROP TRIGGER hold_up ON idempotency_keys');

  service = await ServiceProcess.beside(app.databaseUrl);
  const again = await register(service.url);
  expect([again.status, again.body.version, again.headers.get('idempotent-replayed')]).toEqual([201, 1, replayed]);
  const { items } = await new Client(service.url, token).get(`/models/${model}/versions`);
  expect(items).toHaveLength(1);
  const events = await new Client(service.url, token).get(`/audit-events?model=${model}&action=version.registered`);
  expect(events.items).toHaveLength(1);
  await service.end();
});
