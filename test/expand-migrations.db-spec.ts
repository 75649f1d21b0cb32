import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createDataSource, MIGRATIONS } from '../src/database.js';
import { createEmptyDatabase, type TestDatabase } from './support/app/database.js';

type Migration = new () => MigrationInterface;

const ROOT = join(import.meta.dirname, '..');
/** Up to here the schema grew before anything was released, so no earlier program ever ran beside it. */
const FIRST_HELD = 1795910600010;
/** The last that shut two tables; it was merged before it was known what comes of that. */
const LAST_THAT_SHUT_TWO = 1795910750000;

const timeOf = (name: string): number => Number(/\d{13}$/.exec(name)?.[0]);

/** Comments of migrations, by the name of the class. */
const TEXTS = new Map(
  readdirSync(join(ROOT, 'migrations')).map((file) => {
    const text = readFileSync(join(ROOT, 'migrations', file), 'utf8');
    return [/export class (\w+)/.exec(text)?.[1] ?? file, text] as const;
  }),
);
/** As in `Contracts: since 0.3.0 nothing reads models.owner.` */
const MARKER = /Contracts: since (\d+\.\d+\.\d+) \S.*\./;
const RELEASED = readdirSync(join(ROOT, 'openapi', 'released')).map((name) => name.replace('.json', ''));

interface Column {
  name: string;
  type: string;
  isNeeded: boolean;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database?.drop());

/** Every column by table and name; one that has to be given is needed. */
async function applied(migrations: Migration[]): Promise<Column[]> {
  const dataSource = await createDataSource(database.url, { poolSize: 2, migrations }).initialize();
  try {
    await dataSource.runMigrations();
    return await dataSource.query(
      `SELECT c.relname || '.' || a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
         a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AS "isNeeded"
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
    );
  } finally {
    await dataSource.destroy();
  }
}

/** What a program of the release before would miss: columns that it reads, and rows that it writes and that are refused. */
function lossesBetween(before: Column[], after: Column[]): string[] {
  const now = new Map(after.map((column) => [column.name, column]));
  const tables = new Set(before.map(({ name }) => name.split('.')[0]));
  const known = new Set(before.map(({ name }) => name));
  const gone = before.flatMap((column) => {
    const found = now.get(column.name);
    if (found === undefined) return [`${column.name} is gone`];
    if (found.type !== column.type) return [`${column.name} was ${column.type} and is ${found.type}`];
    return found.isNeeded && !column.isNeeded ? [`${column.name} has to be given`] : [];
  });
  const added = after.filter(({ name, isNeeded }) => isNeeded && !known.has(name) && tables.has(name.split('.')[0]));
  return [...gone, ...added.map(({ name }) => `${name} has to be given`)];
}

it('a migration leaves what the release before needs, or says since when nothing does', async () => {
  const held = MIGRATIONS.filter(({ name }) => timeOf(name) > FIRST_HELD);
  let before = await applied(MIGRATIONS.filter(({ name }) => !held.some((migration) => migration.name === name)));
  const faults: string[] = [];
  for (const migration of held) {
    const after = await applied(MIGRATIONS.slice(0, MIGRATIONS.indexOf(migration) + 1));
    const since = MARKER.exec(TEXTS.get(migration.name) ?? '')?.[1];
    const losses = lossesBetween(before, after);
    if (losses.length > 0 && !RELEASED.includes(since ?? '')) faults.push(`${migration.name}: ${losses.join(', ')}`);
    before = after;
  }
  expect(faults).toEqual([]);
});

/** A migration for this test alone. */
function planted(sql: string): Migration {
  const name = `Planted${9_000_000_000_000 + planted.count++}`;
  return {
    [name]: class implements MigrationInterface {
      name = name;
      async up(runner: QueryRunner): Promise<void> {
        await runner.query(sql);
      }
      async down(): Promise<void> {}
    },
  }[name]!;
}
planted.count = 0;

it('every kind of loss is seen, and no growth is taken for one', async () => {
  const migrations: Migration[] = [...MIGRATIONS];
  let before = await applied(migrations);
  for (const [sql, losses] of [
    [`CREATE TABLE planted (id int PRIMARY KEY, note text, size int NOT NULL DEFAULT 1)`, []],
    [`ALTER TABLE planted ADD label text, ADD weight int NOT NULL DEFAULT 0`, []],
    [`CREATE INDEX planted_note ON planted (note)`, []],
    [`ALTER TABLE planted ADD needed text NOT NULL`, ['planted.needed has to be given']],
    [`ALTER TABLE planted ALTER note SET NOT NULL`, ['planted.note has to be given']],
    [`ALTER TABLE planted ALTER size DROP DEFAULT`, ['planted.size has to be given']],
    [`ALTER TABLE planted ALTER label TYPE varchar(3)`, ['planted.label was text and is character varying(3)']],
    [`ALTER TABLE planted RENAME label TO title`, ['planted.label is gone']],
    [`ALTER TABLE planted DROP COLUMN weight`, ['planted.weight is gone']],
    [`DROP TABLE planted`, ['id', 'note', 'size', 'needed', 'title'].map((name) => `planted.${name} is gone`)],
  ] as [string, string[]][]) {
    migrations.push(planted(sql));
    const after = await applied(migrations);
    expect(lossesBetween(before, after).sort()).toEqual(losses.sort());
    before = after;
  }
});

/** Tables that were there before and that a migration keeps everybody from, readers too, until it is committed. */
async function shutBy(migration: Migration): Promise<string[]> {
  const dataSource = await createDataSource(database.url, { poolSize: 2, migrations: [] }).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    const tables = `SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`;
    const before: { oid: string }[] = await runner.query(tables);
    await runner.startTransaction();
    await new migration().up(runner);
    const shut: { name: string }[] = await runner.query(
      `SELECT DISTINCT c.relname AS name FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
       WHERE l.pid = pg_backend_pid() AND l.mode = 'AccessExclusiveLock' AND c.oid = ANY ($1) ORDER BY 1`,
      [before.map(({ oid }) => oid)],
    );
    return shut.map(({ name }) => name);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
    await dataSource.destroy();
  }
}

it('a migration shuts one table at most, since whoever reads two may hold the one and wait for the other', async () => {
  await database.drop();
  database = await createEmptyDatabase();
  const faults: string[] = [];
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (timeOf(migration.name) > LAST_THAT_SHUT_TWO) {
      const shut = await shutBy(migration);
      if (shut.length > 1) faults.push(`${migration.name}: ${shut.join(', ')}`);
    }
    await applied(MIGRATIONS.slice(0, index + 1));
  }
  expect(faults).toEqual([]);
});
