import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { createDataSource } from '../src/database.js';
import { readConfig } from '../src/platform/config.js';
import { migrate } from '../src/platform/database/migrate.js';
import { TestApp } from './support/app/app.js';
import { createEmptyDatabase, type TestDatabase, type TestServer } from './support/app/database.js';

/** The roles that compose.yaml makes, with passwords that no URL could take as they are. */
const suffix = randomBytes(4).toString('hex');
const OWNER = { name: `owner_${suffix}`, password: `p@ss/w#rd?%41:'"` };
const SERVICE = { name: `service_${suffix}`, password: `&an=other;\\ one%2F` };

let database: TestDatabase;

function urlOf({ name, password }: typeof OWNER): string {
  const url = new URL(database.url);
  url.username = name;
  url.password = '';
  const env = { DATABASE_URL: url.href, DATABASE_PASSWORD: password, STAGEGATE_JWT_SECRET: 'x'.repeat(32) };
  return readConfig(env, false).databaseUrl!;
}

async function as<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** What psql makes of the script with these variables. */
function script(client: pg.Client): string {
  const variables: Record<string, string> = {
    database: new URL(database.url).pathname.slice(1),
    owner: OWNER.name,
    owner_password: OWNER.password,
    service: SERVICE.name,
    service_password: SERVICE.password,
  };
  return readFileSync(new URL('../docker/roles.sql', import.meta.url), 'utf8')
    .replaceAll(/:"(\w+)"/g, (_, name: string) => client.escapeIdentifier(variables[name]!))
    .replaceAll(/:'(\w+)'/g, (_, name: string) => client.escapeLiteral(variables[name]!));
}

async function migrateAs(role: typeof OWNER): Promise<number> {
  const dataSource = await createDataSource(urlOf(role), { poolSize: 2 }).initialize();
  return (await migrate(dataSource).finally(() => dataSource.destroy())).length;
}

beforeAll(async () => {
  database = await createEmptyDatabase();
  await as(database.url, (client) => client.query(script(client)));
});
afterAll(async () => {
  await database?.drop();
  const server = JSON.parse(process.env.STAGEGATE_TEST_SERVER!) as TestServer;
  await as(server.url, (client) => client.query(`DROP ROLE ${OWNER.name}, ${SERVICE.name}`));
});

it('the service cannot make the schema, its owner can', async () => {
  await expect(migrateAs(SERVICE)).rejects.toMatchObject({ driverError: { code: '42501' } });
  expect(await migrateAs(OWNER)).toBeGreaterThan(10);
  expect(await migrateAs(SERVICE)).toBe(0);
});

it('the service does all its work as a role that owns nothing', async () => {
  const app = await TestApp.start({ beside: { databaseUrl: urlOf(SERVICE) } });
  const admin = await app.as('root', 'admin');
  await admin.post('/models', { name: 'm' });
  await admin.put('/models/m/gate-policy', { preset: 'open' });
  await admin.post('/models/m/versions', { artifactUri: 's3://m/1' });
  await admin.post('/models/m/versions/1/transitions', { toStage: 'Production' });
  expect((await admin.get('/models/m/stages/Production')).version).toBe(1);
  expect((await admin.get('/audit-events/verification')).valid).toBe(true);
  await app.stop();
});

it.each([
  'ALTER TABLE audit_events DISABLE TRIGGER ALL',
  'ALTER TABLE audit_events DISABLE TRIGGER USER',
  'ALTER TABLE audit_events ADD COLUMN x text',
  'DROP TRIGGER audit_events_append ON audit_events',
  'DROP TABLE audit_events',
  'TRUNCATE audit_events',
  `SET session_replication_role = 'replica'`,
  'CREATE TABLE x (y text)',
  'CREATE TEMPORARY TABLE x (y text)',
  `COPY models TO PROGRAM 'true'`,
  `COPY models TO '/tmp/models'`,
  'ALTER DATABASE postgres SET session_replication_role = replica',
])('the service may not %s', async (statement) => {
  await as(urlOf(SERVICE), async (client) => {
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
