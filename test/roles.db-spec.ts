import { readFileSync } from 'node:fs';
import { createDataSource } from '../src/database.js';
import { migrate } from '../src/platform/database/migrate.js';
import { TestApp } from './support/app/app.js';
import { teamOf } from './support/app/registry.js';
import { as, dropSite, newSite, runScript, scriptOf, type Site, urlOf } from './support/app/roles.js';

const PAGE = readFileSync(new URL('../docs/database-roles.md', import.meta.url), 'utf8');

/** The blocks of the page in a language, each with the text block after it. */
function blocks(language: string): { code: string; printed: string | undefined }[] {
  const found = PAGE.matchAll(
    new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`\n(?:\n\`\`\`text\n([^]*?)\n\`\`\`)?`, 'gm'),
  );
  return [...found].map(([, code, printed]) => ({ code: code!, printed }));
}

async function migrateAs(url: string): Promise<number> {
  const dataSource = await createDataSource(url, { poolSize: 2 }).initialize();
  return (await migrate(dataSource).finally(() => dataSource.destroy())).length;
}

/** A promotion with gates and a second person, a refusal, a rollback, and the record of it. */
async function worksAsAlways({ url }: { url: string }): Promise<void> {
  const app = await TestApp.start({ beside: { databaseUrl: url } });
  const { ci, anna, root } = await teamOf(app);
  const model = await ci.creates();
  await root.setsPolicy(model, {
    allowSkipStaging: true,
    rules: [{ metric: 'accuracy', min: 0.8, maxRegression: 0.01 }],
  });
  for (const accuracy of [0.85, 0.87, 0.7]) {
    const { version } = await ci.registers(model);
    await ci.evaluates(model, version, { accuracy });
  }
  for (const version of [1, 2]) await anna.approves(await ci.asksFor(model, version));
  expect((await ci.isRefused(model, 3)).code).toBe('GATES_REFUSED');
  await anna.rollsBack(model);
  expect(await anna.production(model)).toBe(1);
  expect(await root.get('/audit-events/verification')).toMatchObject({ valid: true, differing: 0 });
  await app.stop();
}

const sites: Site[] = [];
let site: Site;

async function withRoles(): Promise<Site> {
  const made = await newSite();
  sites.push(made);
  return made;
}

beforeAll(async () => {
  site = await withRoles();
  await runScript(site, 'roles.sql');
});
afterAll(async () => {
  for (const made of sites) await dropSite(made);
});

it('the page shows the script that it names', () => {
  expect(scriptOf('roles.sql')).toContain(blocks('sql')[0]!.code);
});

it('the service cannot make the schema, its owner can', async () => {
  await expect(migrateAs(urlOf(site, site.service))).rejects.toMatchObject({ driverError: { code: '42501' } });
  expect(await migrateAs(urlOf(site, site.owner))).toBeGreaterThan(10);
  expect(await migrateAs(urlOf(site, site.service))).toBe(0);
});

it('the service starts, promotes, refuses, rolls back and verifies as a role that owns nothing', () =>
  worksAsAlways({ url: urlOf(site, site.service) }));

it('the page says what the service finds when it looks at its own rights', async () => {
  const [, rights, refused] = blocks('sql');
  await as(urlOf(site, site.service), async (client) => {
    const [found] = (await client.query<Record<string, string | boolean>>(rights!.code)).rows;
    expect(Number(found!.tables)).toBeGreaterThan(10);
    const { owned, may_truncate, may_create } = found!;
    expect(`owned: ${owned}, may_truncate: ${may_truncate}, may_create: ${may_create}`).toBe(rights!.printed);
    await expect(client.query(refused!.code)).rejects.toMatchObject({ message: refused!.printed });
  });
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
  'CREATE FUNCTION x() RETURNS int LANGUAGE sql RETURN 1',
  `COPY models TO PROGRAM 'true'`,
  `COPY models TO '/tmp/models'`,
  'ALTER DATABASE postgres SET session_replication_role = replica',
])('the service may not %s', async (statement) => {
  await as(urlOf(site, site.service), async (client) => {
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

it.each([`COPY models TO PROGRAM 'true'`, `COPY models FROM '/etc/hostname'`, 'CREATE ROLE x', 'CREATE DATABASE x'])(
  'its owner may not %s either',
  async (statement) => {
    await as(urlOf(site, site.owner), async (client) => {
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    });
  },
);

it.each([
  'UPDATE evaluation_metrics SET evaluation_id = evaluation_id',
  'UPDATE evaluations SET digest = digest',
  'UPDATE gate_reports SET report = report',
  'UPDATE gate_policy_revisions SET digest = digest',
  'UPDATE audit_events SET actor = actor',
  'DELETE FROM evaluations',
  'DELETE FROM gate_reports',
  'DELETE FROM audit_events',
  'DELETE FROM audit_events WHERE false',
  'INSERT INTO audit_archived_events SELECT * FROM audit_archived_events WHERE false',
  'INSERT INTO audit_segments SELECT * FROM audit_segments WHERE false',
])('a trigger refuses the service %s', async (statement) => {
  await as(urlOf(site, site.service), async (client) => {
    await expect(client.query(statement)).rejects.toMatchObject({ routine: 'exec_stmt_raise' });
  });
});

it('a database that one role made is handed over to two, and all of it', async () => {
  const grown = await withRoles();
  const before = await migrateAs(grown.database.url);
  expect(before).toBeGreaterThan(10);
  await runScript(grown, 'roles.sql');
  await runScript(grown, 'two-roles.sql');
  const others = await as(grown.database.url, (client) =>
    client.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind <> 'i'
         AND pg_get_userbyid(relowner) <> $1
       UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
         AND pg_get_userbyid(proowner) <> $1
         AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')`,
      [grown.owner.name],
    ),
  );
  expect(others.rows).toEqual([]);
  expect(await migrateAs(urlOf(grown, grown.owner))).toBe(0);
  await worksAsAlways({ url: urlOf(grown, grown.service) });
});
