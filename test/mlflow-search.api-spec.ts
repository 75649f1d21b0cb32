import { ShowOriginsOfModels1795925500000 } from '../migrations/1795925500000-show-origins-of-models.js';
import { ShowOriginsOfVersions1795925600000 } from '../migrations/1795925600000-show-origins-of-versions.js';
import { SEARCHED_MODELS, SEARCHED_VERSIONS } from '../src/edges/mlflow/search-fields.js';
import { type FilterOperator } from '../src/platform/lists/filter.js';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { type Fields, type Team, teamOf } from './support/app/registry.js';

/** A search of MLflow's finds and orders by what its answer shows, of what was made here as of what was taken over. */
let app: TestApp;
let team: Team;

const [OLD, OLDER, OLDEST] = ['2024-06-01T09:00:00.123Z', '2024-03-01T09:00:00.000Z', '2023-01-01T00:00:00.000Z'];
const imported = (version: number, fields: Fields = {}): Fields => ({
  version,
  artifactUri: `s3://there/${version}`,
  stage: 'None',
  createdAt: OLDER,
  updatedAt: OLD,
  ...fields,
});

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
  await team.root.creates('native');
  await team.ci.registers('native');
  await team.ci.registers('native', { runId: 'run1' });
  const taken = { source: 'https://mlflow.example', createdAt: OLDER, updatedAt: OLD };
  const versions = [
    imported(1, { createdBy: 'ann', runId: 'run1', createdAt: OLDEST, stage: 'Archived' }),
    imported(3, { createdBy: 'bob', source: 'runs:/r3/model', loggedModelId: 'm-3', stage: 'Production' }),
    imported(4),
  ];
  const aliases = [{ alias: 'blue', version: 3 }];
  await team.root.post('/models/taken/import', { ...taken, createdBy: 'ann', versions, aliases }, 200);
  await team.ci.send('POST', '//api/2.0/mlflow/model-versions/create', {
    name: 'taken',
    source: 's3://b',
    model_id: 'm-3',
  });
  const others = [imported(1, { createdBy: 'ann' }), imported(2, { stage: 'Staging' })];
  const changed = { ...taken, createdAt: OLDEST, createdBy: 'bob', versions: others };
  await team.root.post('/models/taken-and-changed/import', changed, 200);
  await team.ci.patch('/models/taken-and-changed/versions/1', { description: 'Ours.' });
  await team.root.patch('/models/taken-and-changed', { description: 'Ours.' });
  await team.root.post('/models/taken-by-nobody/import', { ...taken, versions: [] }, 200);
  await team.root.post('/models/taken-by-nobody/import', { ...taken, updatedAt: OLDER, versions: [imported(2)] }, 200);
  await team.root.post('/models/taken-and-gone/import', { ...taken, versions: [imported(1), imported(2)] }, 200);
  await team.root.delete('/models/taken-and-gone/versions/2');
  await team.root.delete('/models/taken-and-gone');
  await team.root.post('/models/taken-in-part/import', { ...taken, versions: [imported(1), imported(2)] }, 200);
  await team.root.delete('/models/taken-in-part/versions/2');
  // A later import takes over what changed there since, and tells of another hand.
  const again = [
    imported(1, { createdBy: 'eve', updatedAt: OLD, tags: { a: 'b' } }),
    imported(2, { stage: 'Archived' }),
  ];
  await team.root.post('/models/taken-twice/import', { ...taken, versions: [imported(1), imported(2)] }, 200);
  await team.root.post('/models/taken-twice/import', { ...taken, createdBy: 'eve', versions: again }, 200);
});
afterAll(() => app?.stop());

type Value = string | number | undefined;

interface Kind {
  path: string;
  items: string;
  searched: typeof SEARCHED_VERSIONS;
  /** What the answer shows of each field. */
  shown: Record<string, (item: Json) => Value>;
  /** Fields of the answer by which a list is ordered in the end, with a minus for the last first. */
  ties: string[];
  defaultOrder: string[];
}

const KINDS: Record<string, Kind> = {
  models: {
    path: 'registered-models',
    items: 'registered_models',
    searched: SEARCHED_MODELS,
    shown: {
      name: ({ name }) => name,
      user_id: ({ user_id: user }) => user,
      creation_timestamp: ({ creation_timestamp: time }) => time,
      last_updated_timestamp: ({ last_updated_timestamp: time }) => time,
      timestamp: ({ last_updated_timestamp: time }) => time,
    },
    ties: ['name'],
    defaultOrder: ['name'],
  },
  versions: {
    path: 'model-versions',
    items: 'model_versions',
    searched: SEARCHED_VERSIONS,
    shown: {
      name: ({ name }) => name,
      run_id: ({ run_id: run }) => run,
      source_path: ({ source }) => source,
      version_number: ({ version }) => Number(version),
      current_stage: ({ current_stage: stage }) => stage,
      status: ({ status }) => status,
      user_id: ({ user_id: user }) => user,
      model_id: ({ model_id: model }) => model,
      creation_timestamp: ({ creation_timestamp: time }) => time,
      last_updated_timestamp: ({ last_updated_timestamp: time }) => time,
    },
    ties: ['name', '-version_number'],
    defaultOrder: ['-last_updated_timestamp', 'name', '-version_number'],
  },
};

async function search(
  { path, items }: Kind,
  fields: Record<string, string>,
): Promise<{ found: Json[]; next?: string }> {
  const query = new URLSearchParams(fields).toString();
  const { status, body } = await team.viewer.send('GET', `//api/2.0/mlflow/${path}/search?${query}`);
  expect([fields, status, body]).toEqual([fields, 200, body]);
  return { found: body[items] ?? [], next: body.next_page_token };
}

const keyOf = ({ name, version }: Json): string => (version === undefined ? name : `${name}/${version}`);
const keysOf = (items: Json[]): string[] => items.map(keyOf).sort();

/** Each comparison of a value with one that is shown: what it is written as, and what it means. */
const COMPARISONS: Record<string, (one: NonNullable<Value>) => [text: string, holds: (shown: Value) => boolean]> = {
  '=': (one) => [written(one), (shown) => shown === one],
  '!=': (one) => [written(one), (shown) => shown !== one],
  '<': (one) => [written(one), (shown) => shown! < one],
  '<=': (one) => [written(one), (shown) => shown! <= one],
  '>': (one) => [written(one), (shown) => shown! > one],
  '>=': (one) => [written(one), (shown) => shown! >= one],
  in: (one) => [`(${written(one)}, ${written(one)})`, (shown) => shown === one],
  'not in': (one) => [`(${written(one)})`, (shown) => shown !== one],
  like: (one) => [`'%${endOf(one)}'`, (shown) => String(shown).endsWith(endOf(one))],
  ilike: (one) => [`'%${endOf(one).toUpperCase()}'`, (shown) => String(shown).endsWith(endOf(one))],
};

const written = (value: NonNullable<Value>): string => (typeof value === 'number' ? String(value) : `'${value}'`);
const endOf = (value: NonNullable<Value>): string => String(value).slice(-3);

function inOrder(items: Json[], keys: string[], { shown }: Kind): string[] {
  const compare = (one: Json, other: Json): number => {
    for (const key of keys) {
      const [read, sign] = [shown[key.replace('-', '')]!, key.startsWith('-') ? -1 : 1];
      const [a, b] = [read(one)!, read(other)!];
      if (a !== b) return a < b ? -sign : sign;
    }
    return 0;
  };
  return items.toSorted(compare).map(keyOf);
}

/** All that a search finds, two at a time. */
async function walked(kind: Kind, fields: Record<string, string>): Promise<string[]> {
  const keys: string[] = [];
  let next: string | undefined;
  do {
    const page = await search(kind, { ...fields, max_results: '2', ...(next && { page_token: next }) });
    keys.push(...page.found.map(keyOf));
    next = page.next;
  } while (next !== undefined);
  return keys;
}

describe.each(Object.entries(KINDS))('a search of %s', (_name, kind) => {
  const { searched, shown, ties, defaultOrder } = kind;
  let all: Json[];
  beforeAll(async () => {
    all = (await search(kind, {})).found;
  });

  it('shows of what was taken over what was told of it, until it is changed here', () => {
    expect(new Set(all.map(shown.user_id!))).toEqual(
      new Set(['ann', 'bob', 'eve', team.root.subject, ...(kind.path === 'model-versions' ? [team.ci.subject] : [])]),
    );
    const moments = (field: string) => new Set(all.map(shown[field]!));
    expect([
      moments('creation_timestamp').has(Date.parse(OLDEST)),
      moments('last_updated_timestamp').has(Date.parse(OLD)),
    ]).toEqual([true, true]);
  });

  it.each(Object.entries(searched.fields))('by %s finds what shows it', async (name, { operators }) => {
    const values = new Set(all.map(shown[name]!).filter((value) => value !== undefined));
    expect(values.size).toBeGreaterThan(0);
    for (const value of values)
      for (const operator of operators) {
        const [text, holds] = COMPARISONS[operator satisfies FilterOperator]!(value);
        const filter = `${name} ${operator} ${text}`;
        const { found } = await search(kind, { filter });
        expect([filter, keysOf(found)]).toEqual([filter, keysOf(all.filter((item) => holds(shown[name]!(item))))]);
      }
  });

  it('by an alias finds what shows it', async () => {
    const aliasesOf = ({ aliases = [] }: Json): string[] => aliases.map((one: Json) => one.alias ?? one);
    for (const alias of new Set(all.flatMap(aliasesOf))) {
      const { found } = await search(kind, { filter: `alias = '${alias}'` });
      expect([alias, keysOf(found)]).toEqual([alias, keysOf(all.filter((item) => aliasesOf(item).includes(alias)))]);
    }
  });

  it.each(Object.keys(searched.orders))('by %s is in the order of what is shown, page by page', async (name) => {
    for (const [direction, sign] of [
      ['ASC', ''],
      ['DESC', '-'],
    ]) {
      const keys = [`${sign}${name}`, ...ties];
      expect([direction, await walked(kind, { order_by: `${name} ${direction}` })]).toEqual([
        direction,
        inOrder(all, keys, kind),
      ]);
    }
  });

  it('is in an order of what is shown where none is asked for', async () => {
    expect(await walked(kind, {})).toEqual(inOrder(all, defaultOrder, kind));
  });
});

it('a registry that took things over before shows of them after an upgrade what it showed before', async () => {
  const shownOf = (kind: Kind) => search(kind, {}).then(({ found }) => found);
  const before = await Promise.all(Object.values(KINDS).map(shownOf));
  await app.dataSource.transaction(async ({ queryRunner }) => {
    const migrations = [new ShowOriginsOfModels1795925500000(), new ShowOriginsOfVersions1795925600000()];
    for (const migration of migrations) await migration.down(queryRunner!);
    for (const migration of migrations) await migration.up(queryRunner!);
  });
  expect(await Promise.all(Object.values(KINDS).map(shownOf))).toEqual(before);
  expect(await team.root.get('/audit-events/verification')).toMatchObject({ valid: true, differences: [] });
});
