import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { until } from '../limits.js';

export const NAME_PREFIX = 'stagegate_test_';

/** What the global set-up hands to the test files through the environment. */
export interface TestServer {
  url: string;
  prefix: string;
  template: string;
  failure?: string;
}

export interface TestDatabase {
  url: string;
  execute(sql: string): Promise<void>;
  drop(): Promise<void>;
}

/** A migrated database for one test file alone; several connections, locks and commits in it are real. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, prefix, template, failure } = testServer();
  if (failure) throw new Error(`The template database could not be made: ${failure}`);
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await execute(url, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  return opened(url, name);
}

/** Another database with all that is in this one, once nobody is connected to it any more. */
export async function copyOf(original: TestDatabase): Promise<TestDatabase> {
  const { url, prefix } = testServer();
  const template = new URL(original.url).pathname.slice(1);
  const connected = `SELECT FROM pg_stat_activity WHERE datname = '${template}'`;
  await until(`nobody is connected to ${template}`, async () => (await execute(url, connected)).rowCount === 0);
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await execute(url, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  return opened(url, name);
}

/** A database without any table, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const { url, prefix } = testServer();
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await execute(url, `CREATE DATABASE ${name}`);
  return opened(url, name);
}

function opened(server: string, name: string): TestDatabase {
  const url = withDatabase(server, name);
  const told = (at: string, sql: string) => execute(at, sql).then(() => undefined);
  const drop = () => told(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return { url, execute: (sql) => told(url, sql), drop };
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

function testServer(): TestServer {
  const handedOver = process.env.STAGEGATE_TEST_SERVER;
  if (!handedOver) throw new Error('There is no test database: the global set-up of jest has not run.');
  return JSON.parse(handedOver) as TestServer;
}

async function execute(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
