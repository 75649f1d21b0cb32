import { type DataSource } from 'typeorm';
import { type EntityClass } from '../src/platform/database/columns.js';
import { Witnesses } from '../src/record/audit/witnesses.service.js';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { governedRegistry } from './support/app/governed-registry.js';
import { type Person } from './support/app/registry.js';

/** A registry with at least a row in every table that events tell of, and a forger who switches its triggers and checks off. */
let app: TestApp;
let admin: Person;
let dataSource: DataSource;

beforeAll(async () => {
  app = await TestApp.start({ env: { STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' } });
  ({ dataSource } = app);
  admin = await governedRegistry(app);
  const constraints: { place: string; name: string }[] = await dataSource.query(
    `SELECT conrelid::regclass AS place, quote_ident(conname) AS name FROM pg_constraint
     WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace AND conrelid <> 0`,
  );
  // One at a time, since the service is at work on these tables, too.
  for (const { place, name } of constraints) {
    await dataSource.query(`ALTER TABLE ${place} DROP CONSTRAINT IF EXISTS ${name} CASCADE`);
  }
});
afterAll(() => app?.stop());

/** Tables that no event tells of, each with what proves them instead, or why nothing has to; the list only shrinks. */
const NOT_TOLD: Record<string, string> = {
  audit_chains: 'the heads of the chains, which verification compares with the events',
  audit_events: 'the record itself',
  audit_archived_events:
    'what stays of events whose content is in the archive; verification walks them with the record',
  audit_segments: 'the seals of the archive, which its own files are verified by',
  rights_revisions: 'how often rights changed; its triggers renew it with every change of those',
  audit_checkpoints: 'notes that their own signatures prove',
  audit_tree_nodes: 'hashes over the record, which every checkpoint and proof is made of and checked by',
  webhook_deliveries: 'what is sent is made of the record; how the sending went decides nothing',
  webhook_lanes: 'whose turn it is to be sent to',
  stream_positions: 'up to where the record was sent elsewhere; how the sending went decides nothing',
  sign_in_codes: 'live for minutes, and prove themselves by a digest; the session that one opens is told of',
  provider_sign_ins: 'the same',
  idempotency_keys: 'answers of requests that ended, told of by the events of these',
  jobs: 'work under way, whose outcome is told of',
  prediction_jobs: 'the same; what comes of one is an evaluation',
  prediction_stores: 'where prediction files lie; each has the digest that its event tells',
  stored_predictions: 'rows whose digest is part of the evaluation that was computed from them',
  swept_predictions: 'that such rows are gone, which decides nothing',
  version_metrics: 'written by a trigger from the metrics of versions, which are compared',
};

/** Columns that may be changed without a decision, or that repeat what is compared elsewhere; the list only shrinks. */
const NOT_COMPARED: Record<string, string> = {
  'evaluation_metrics.size': 'how many measures there are, which a check of the table holds to their number',
  'evaluation_pairs.position': 'the order of the pairs, of which each is compared',
  'gate_reports.evidence_digest': 'repeats the pin of the transition, which is compared',
  'gate_reports.headline': 'a sentence for lists, made of the report, which is compared',
  'gate_reports.model_id': 'repeats the model of the transition, which is compared',
  'model_aliases.updated_at': 'repeats when its event was recorded',
  'model_versions.promoted_at': 'repeats when its transition was applied, which is compared',
  'model_versions.promoted_by': 'repeats who applied its transition, which is compared',
  'model_versions.promotion_approved_by': 'repeats the approvals of its transition, which are compared',
  'model_versions.promotion_requested_by': 'repeats who asked for its transition, which is compared',
  'model_versions.rolled_back_at': 'repeats when it was rolled back, by a transition, which is compared',
  'model_versions.stage_entered_at': 'repeats when its transition was applied, which is compared',
  'model_versions.updated_at': 'when anything of it changed last',
  'models.generation': 'a counter by which stale requests are told',
  'models.has_gate_policy': 'whether there is a policy of its own; policies are compared',
  'models.last_version': 'the number that the next version follows on',
  'models.updated_at': 'when anything of it changed last',
  'production_tenures.id': 'nothing refers to it',
  'sessions.idle_until': 'moves with each request',
  'sessions.last_seen_at': 'moves with each request',
  'tokens.revoked_at':
    'a token that is revoked without an event can do less; one that is taken back from revocation is found',
  'tokens.revoked_by': 'is read with the time of a revocation alone',
  'transition_approvals.ended_at': 'when a decision ended; how it did is compared',
  'transition_approvals.id': 'nothing refers to it',
  'waivers.revoked_by': 'is read with the time of a revocation alone',
  'webhooks.position': 'how far the record was looked through, which decides nothing',
};

interface ColumnOfTable {
  table: string;
  column: string;
  type: string;
}

function columnsOfTables(tables: string[]): Promise<ColumnOfTable[]> {
  return dataSource.query(
    `SELECT table_name AS table, column_name AS column, udt_name AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = ANY($1) ORDER BY table_name, ordinal_position`,
    [tables],
  );
}

/** Another value of the type than the one there is. */
function changeOf({ column, type }: ColumnOfTable): string {
  const other: Record<string, string> = {
    bool: `NOT coalesce("${column}", false)`,
    int4: `coalesce("${column}", 0) + 1000`,
    int8: `coalesce("${column}", 0) + 1000`,
    float8: `coalesce("${column}", 0) + 1000`,
    text: `coalesce("${column}", '') || 'x'`,
    timestamptz: `coalesce("${column}", now()) - interval '1 h'`,
    uuid: 'gen_random_uuid()',
    json: `'{"forged": true}'`,
    jsonb: `'{"forged": true}'`,
    tstzrange: `tstzrange(lower("${column}") - interval '1 h', upper("${column}"))`,
  };
  const further: Record<string, string> = { _text: `'x'`, _uuid: 'gen_random_uuid()', _bool: 'true', _jsonb: `'{}'` };
  if (type in other) return other[type]!;
  if (type.startsWith('_')) return `array_append(coalesce("${column}", '{}'), ${further[type] ?? '1'})`;
  throw new Error(`There is no other value of ${type} yet.`);
}

/** Looks at tables that are forged, which are put back as they were. */
async function whileForged(tables: string[], changes: string[], look: () => Promise<void>): Promise<void> {
  const forge = (statements: string[]) =>
    dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      for (const statement of statements) await manager.query(statement);
    });
  await forge([...tables.map((table) => `CREATE TABLE kept_${table} AS TABLE ${table}`), ...changes]);
  try {
    await look();
  } finally {
    const back = (table: string) => [
      `DELETE FROM ${table}`,
      `INSERT INTO ${table} TABLE kept_${table}`,
      `DROP TABLE kept_${table}`,
    ];
    await forge(tables.flatMap(back));
  }
}

/** Tokens but that of the administrator who looks, who would be shut out by the forgery of it. */
const OF_OTHERS = `WHERE subject <> 'root'`;

/** SQL for what is the same of a row in every run: all but its ids, digests and times. */
const inAnyRun = (row: string): string =>
  `regexp_replace(${row}::text, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{40,}|[0-9]{4}-[0-9]{2}-[0-9]{2}[^,"]*', '*', 'g') COLLATE "C"`;

const verify = (): Promise<Json> => admin.get('/audit-events/verification');

it('every table has a witness, or a reason to have none', () => {
  const witnessed = app.nest.get(Witnesses).all.flatMap(({ entities }) => entities);
  const without = dataSource.entityMetadatas.filter(({ target }) => !witnessed.includes(target as never));
  expect(without.map(({ tableName }) => tableName).sort()).toEqual(Object.keys(NOT_TOLD).sort());
});

it('every table is one that the service knows', async () => {
  const rows: { name: string }[] = await dataSource.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
  );
  const known = [...dataSource.entityMetadatas.map(({ tableName }) => tableName), 'migrations'];
  expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});

it('an honest registry is as the record tells', async () => {
  expect(await verify()).toMatchObject({ valid: true, differing: 0, differences: [], notCovered: [] });
});

const tableOf = (entity: EntityClass<object>): string => dataSource.getMetadata(entity).tableName;

/** The kinds of objects that the rows of a table are named as; of transitions, their decisions are told apart. */
const kindsOf = (table: string): string[] =>
  table === 'transition_approvals'
    ? ['approval']
    : app.nest
        .get(Witnesses)
        .all.filter(({ entities }) => entities.some((one) => tableOf(one) === table))
        .map(({ kind }) => kind);

/** Columns whose changes cannot be taken for each other: no two of a table, nor of tables that are compared as the same kind of object. */
function ofDifferentKinds(places: ColumnOfTable[]): ColumnOfTable[] {
  const taken = new Set<string>();
  return places.filter(({ table }) => {
    const kinds = kindsOf(table);
    if (kinds.some((kind) => taken.has(kind))) return false;
    for (const kind of kinds) taken.add(kind);
    return true;
  });
}

/** Those of some columns, of different tables, that nothing is said of when a row of each has another value there. */
async function unnoticedOf(places: ColumnOfTable[]): Promise<ColumnOfTable[]> {
  const changes = places.map(
    (place) =>
      `UPDATE ${place.table} SET "${place.column}" = ${changeOf(place)}
       WHERE ctid = (SELECT ctid FROM ${place.table} one ${place.table === 'tokens' ? OF_OTHERS : ''}
         ORDER BY ${inAnyRun('one')} LIMIT 1)`,
  );
  const tables = places.map(({ table }) => table);
  let named: string[] = [];
  await whileForged(tables, changes, async () => {
    for (const table of tables) {
      const text = (name: string) => `SELECT row(t.*)::text FROM ${name} t`;
      const { length } = await dataSource.query(`${text(table)} EXCEPT ${text(`kept_${table}`)}`);
      expect([table, length]).toEqual([table, 1]);
    }
    const { differences } = await verify();
    named = differences.map(({ kind }: Json) => kind);
  });
  return places.filter(({ table }) => !kindsOf(table).some((kind) => named.includes(kind)));
}

it('names the row whose column was changed, whichever it is', async () => {
  const tables = app.nest.get(Witnesses).all.flatMap(({ entities }) => entities.map(tableOf));
  const columns = await columnsOfTables(tables.filter((table) => table !== 'version_runs'));
  const unnoticed: string[] = [];
  for (let left = columns; left.length > 0;) {
    const together = ofDifferentKinds(left);
    // What one forgery of many hides is looked at alone.
    for (const place of await unnoticedOf(together))
      if ((await unnoticedOf([place])).length > 0) unnoticed.push(`${place.table}.${place.column}`);
    left = left.filter((place) => !together.includes(place));
  }
  expect(unnoticed.sort()).toEqual(Object.keys(NOT_COMPARED).sort());
});

it('names a row of governance that is gone, or that the record does not tell of', async () => {
  for (const { kind, entities } of app.nest.get(Witnesses).all) {
    const table = tableOf(entities[0]!);
    if (['tokens', 'sessions', 'version_runs'].includes(table)) continue;
    await whileForged([table], [`DELETE FROM ${table}`], async () => {
      const { valid, differences } = await verify();
      expect([table, valid, differences.some((one: Json) => one.kind === kind)]).toEqual([table, false, true]);
    });
  }
});

describe('of an alias', () => {
  const CANDIDATE = `alias = 'candidate'`;

  it.each([
    ['was pointed at another version', `UPDATE model_aliases SET version = 1 WHERE ${CANDIDATE}`, 'version'],
    ['was pointed by somebody else', `UPDATE model_aliases SET updated_by = 'eve' WHERE ${CANDIDATE}`, 'updatedBy'],
    ['was taken away', `DELETE FROM model_aliases WHERE ${CANDIDATE}`, null],
    ['was given another name', `UPDATE model_aliases SET alias = 'other' WHERE ${CANDIDATE}`, null],
    [
      'stands again after it was deleted',
      `INSERT INTO model_aliases SELECT model_id, 'taken', version, updated_at, updated_by FROM model_aliases WHERE ${CANDIDATE}`,
      null,
    ],
    [
      'was given to a version of another model',
      `UPDATE model_aliases SET model_id = (SELECT max(id::text)::uuid FROM models WHERE id <> model_id) WHERE ${CANDIDATE}`,
      null,
    ],
  ])('it says that it %s', async (_what, change, field) => {
    await whileForged(['model_aliases'], [change], async () => {
      const { valid, differences } = await verify();
      expect([valid, differences[0]]).toMatchObject([false, { kind: 'alias', field }]);
    });
  });
});
