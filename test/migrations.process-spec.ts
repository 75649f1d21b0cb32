import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { createDataSource, MIGRATIONS } from '../src/database.js';
import { pendingMigrations } from '../src/platform/database/migrate.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from './support/app/database.js';
import { built } from './support/processes/built.js';

const run = promisify(execFile);

interface Told {
  code: number;
  out: string;
  err: string;
}

/** Runs a command on a database, without a secret unless `env` has one. */
async function tell(databaseUrl: string, command: string[], env: Record<string, string> = {}): Promise<Told> {
  const [program = '', ...args] = command;
  const options = { env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, ...env } };
  const file = await built(`src/commands/${program}.ts`);
  return run(process.execPath, [file, ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout.trim(), err: stderr.trim() }),
    ({ code, stdout, stderr }) => ({ code, out: stdout.trim(), err: stderr.trim() }),
  );
}

async function migrateInProcess(databaseUrl: string): Promise<string> {
  return (await tell(databaseUrl, ['migrations', 'run'])).out;
}

const SECRET = { STAGEGATE_JWT_SECRET: 'x'.repeat(32) };
const TOKEN = ['issue-token', 'anna', 'admin'];
const ALL = MIGRATIONS.length;

let empty: TestDatabase;
/** What the migrations make of an empty one. */
let migrated: TestDatabase;

beforeEach(async () => {
  [empty, migrated] = [await createEmptyDatabase(), await createTestDatabase()];
});
afterEach(async () => {
  await empty.drop();
  await migrated.drop();
});

/** A database by another role, or with settings of the session. */
function changed(change: (url: URL) => void, { url: original } = empty): string {
  const url = new URL(original);
  change(url);
  return url.href;
}

it('on an empty database the commands say what is pending and what to do, and leave it empty', async () => {
  const shown = await tell(empty.url, ['migrations', 'show']);
  expect(shown).toMatchObject({ code: 0, err: '' });
  expect(shown.out).toMatch(/^\[ \] CreateAudit1700000000000\n/);
  expect(shown.out.split('\n').at(-1)).toBe(`${ALL} pending: npm run migration:run applies them.`);
  expect(await tell(empty.url, ['migrations', 'revert'])).toMatchObject({
    code: 0,
    out: 'The database has no migration to revert.',
  });
  expect(await tell(empty.url, TOKEN, SECRET)).toMatchObject({
    code: 1,
    out: '',
    err: `The database does not have the schema of this program: ${ALL} pending. Run npm run migration:run, or start the service once; then issue the token.`,
  });
  expect(await tell(empty.url, ['migrations', 'show'])).toEqual(shown);
});

it('migrations are shown, applied and reverted without a secret; a token needs one and says so', async () => {
  expect((await tell(empty.url, ['migrations', 'run'])).out).toMatch(/^Applied CreateAudit1700000000000, /);
  expect((await tell(empty.url, ['migrations', 'show'])).out).toMatch(/\nNone pending\.$/);
  const newest = MIGRATIONS.at(-1)!.name;
  expect((await tell(empty.url, ['migrations', 'revert'])).out).toBe(`Reverted ${newest}.`);
  expect((await tell(empty.url, ['migrations', 'show'])).out).toMatch(/\n1 pending: /);
  await tell(empty.url, ['migrations', 'run']);
  expect((await tell(empty.url, TOKEN)).err).toContain('give STAGEGATE_JWT_SECRET or STAGEGATE_JWT_PRIVATE_KEY_FILE');
  expect((await tell(empty.url, TOKEN, SECRET)).out).toMatch(/^ey[\w-]+\.[\w-]+\.[\w-]+$/);
});

it('a misspelt setting is told of on standard error, beside what the command prints', async () => {
  const { out, err } = await tell(empty.url, ['migrations', 'run'], { STAGEGATE_DATADIR: 'x' });
  expect(out).toMatch(/^Applied /);
  expect(err).toMatch(
    /STAGEGATE_DATADIR is no setting of Stagegate and has no effect\. Did you mean STAGEGATE_DATA_DIR\?$/,
  );
});

it('a database of a newer release is told of, and not reverted by this one', async () => {
  await migrated.execute(`INSERT INTO migrations (timestamp, name) VALUES (9900000000000, 'OfTheFuture9900000000000')`);
  expect((await tell(migrated.url, ['migrations', 'show'])).out).toContain(
    '[?] OfTheFuture9900000000000, of a newer release than this program\n',
  );
  expect(await tell(migrated.url, ['migrations', 'revert'])).toMatchObject({
    code: 1,
    err: 'OfTheFuture9900000000000 is of a newer release than this program. Revert it with that one.',
  });
});

it('a role that may not create is one sentence with the role, the schema and what to run', async () => {
  const role = `plain_${randomBytes(4).toString('hex')}`;
  await empty.execute(`CREATE ROLE "${role}" LOGIN PASSWORD 'p'`);
  const url = changed((its) => {
    its.username = role;
    its.password = 'p';
  });
  const database = new URL(empty.url).pathname.slice(1);
  const grant = `GRANT USAGE, CREATE ON SCHEMA "public" TO "${role}";`;
  const sentence =
    `The role "${role}" may not create tables in the schema "public" of the database "${database}", and ${ALL} migrations ` +
    `are pending. Let the owner of the database, or a superuser, run there: ${grant}`;
  try {
    expect(await tell(url, ['migrations', 'run'])).toEqual({ code: 1, out: '', err: sentence });
    const started = await run(process.execPath, [await built('src/main.ts')], {
      env: { PATH: process.env.PATH, DATABASE_URL: url, PORT: '0', LOG_FORMAT: 'text', ...SECRET },
    }).catch(({ stdout }: { stdout: string }) => stdout);
    expect(started).toMatch(/^\S+ fatal Stagegate could not start\. The role [^\n]*\n$/);
    expect(started).toContain(sentence);
    // Not even the name of the schema can be seen.
    await empty.execute('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    expect((await tell(url, ['migrations', 'run'])).err).toBe(sentence);
    await empty.execute(grant);
    expect((await tell(url, ['migrations', 'run'])).out).toMatch(/^Applied /);
    await empty.execute(`REVOKE CREATE ON SCHEMA public FROM "${role}"`);
    expect((await tell(url, ['migrations', 'run'])).out).toBe('The database has every migration.');
  } finally {
    await empty.execute(`DROP OWNED BY "${role}"; DROP ROLE "${role}"`);
  }
});

it("pending migrations of tables that are another role's are left to that role", async () => {
  const role = `service_${randomBytes(4).toString('hex')}`;
  await tell(migrated.url, ['migrations', 'revert']);
  await migrated.execute(`CREATE ROLE "${role}" LOGIN PASSWORD 'p'`);
  const url = changed((its) => {
    its.username = role;
    its.password = 'p';
  }, migrated);
  try {
    expect((await tell(url, ['migrations', 'show'])).err).toMatch(
      /^The role of DATABASE_URL lacks a right: permission denied for table migrations\. .*GRANT SELECT, INSERT/,
    );
    await migrated.execute(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO "${role}"`);
    const { err } = await tell(url, ['migrations', 'run']);
    expect(err).toMatch(
      /^The schema is older than this program: 1 migration is pending, and only the owner of its tables, "/,
    );
    expect(err).toContain(`not the role "${role}". Run npm run migration:run with a DATABASE_URL of "`);
    expect((await tell(url, TOKEN, SECRET)).err).toContain('1 pending');
    await tell(migrated.url, ['migrations', 'run']);
    expect((await tell(url, TOKEN, SECRET)).err).toMatch(/^The role of DATABASE_URL lacks a right: permission denied /);
  } finally {
    await migrated.execute(`DROP OWNED BY "${role}"; DROP ROLE "${role}"`);
  }
});

it('a read-only database is told of in a sentence, by the migrations and by the token', async () => {
  const settings = (url: URL) => url.searchParams.set('options', '-c default_transaction_read_only=on');
  expect((await tell(changed(settings), ['migrations', 'run'])).err).toBe(
    `The database is read-only, and its schema is older than this program: ${ALL} migrations are pending. Make it writable first.`,
  );
  const readOnly = changed(settings, migrated);
  expect((await tell(readOnly, ['migrations', 'run'])).out).toBe('The database has every migration.');
  expect((await tell(readOnly, ['migrations', 'revert'])).err).toBe(
    'The database is read-only, and its schema cannot be changed. Make it writable first.',
  );
  expect((await tell(readOnly, TOKEN, SECRET)).err).toMatch(/^The database is read-only /);
});

it('a database in another encoding is refused before anything is made in it', async () => {
  const name = `${new URL(empty.url).pathname.slice(1)}_ascii`;
  await empty.execute(
    `CREATE DATABASE ${name} ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
  );
  const { code, err } = await tell(
    changed((url) => (url.pathname = `/${name}`)),
    ['migrations', 'run'],
  );
  await empty.execute(`DROP DATABASE ${name}`);
  expect(code).toBe(1);
  expect(err).toMatch(
    /^The database has the encoding SQL_ASCII, .* UTF8 is needed\. .* ENCODING 'UTF8' TEMPLATE template0\.$/,
  );
});

it('ten processes that start at once migrate once', async () => {
  const dataSource = await createDataSource(empty.url).initialize();
  try {
    const said = await Promise.all(Array.from({ length: 10 }, () => migrateInProcess(empty.url)));
    expect(said.filter((line) => line.startsWith('Applied'))).toHaveLength(1);
    expect(said.filter((line) => line === 'The database has every migration.')).toHaveLength(9);
    const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations ORDER BY id');
    expect(rows.map((row) => row.name)).toEqual(MIGRATIONS.map((migration) => migration.name));
    expect(await pendingMigrations(dataSource)).toEqual([]);
  } finally {
    await dataSource.destroy();
  }
});
