import fc from 'fast-check';
import { type FilterNode } from '../src/platform/lists/filter.js';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { type Team, teamOf } from './support/app/registry.js';
import { type Found, holds } from './support/lists/filter-meaning.js';
import { writeFilter } from '../src/platform/lists/write-filter.js';

/** Random filters and orders over random versions, held against what the grammar means without a database. */
let app: TestApp;
let team: Team;
let model: string;

interface Measurement {
  dataset: { name: string; version: string };
  values: Record<string, number | null>;
}

interface Drawn {
  runId: string | null;
  framework: string | null;
  tags: Record<string, string>;
  params: Record<string, string | number | boolean | null | object>;
  evaluations: Measurement[];
  isQuarantined: boolean;
}

type Item = Drawn & { version: number };

/** Letters and small numbers alone, which every collation orders alike. */
const text = fc.constantFrom('a', 'b', 'ab', 'ba', 'abb', '1', '3');
const [datasetName, datasetVersion] = [fc.constantFrom('d', 'e'), fc.constantFrom('1', '2')];
const metricName = fc.constantFrom('m', 'n-1', 'o.p');
const measured = fc.constantFrom(0, 0.1, 0.5, 1, -2);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { freq: 2 });

const drawn: fc.Arbitrary<Drawn> = fc.record({
  runId: maybe(text),
  framework: maybe(text),
  tags: fc.dictionary(fc.constantFrom('k', 'l m'), text, { maxKeys: 2 }),
  params: fc.dictionary(
    fc.constantFrom('p', 'q.r'),
    fc.oneof(text, fc.integer({ min: 0, max: 4 }), fc.constantFrom(0.5, true, null, { a: 1 })),
    { maxKeys: 2 },
  ),
  evaluations: fc.array(
    fc.record({
      dataset: fc.record({ name: datasetName, version: datasetVersion }),
      values: fc.dictionary(metricName, maybe(measured), { minKeys: 1, maxKeys: 3 }),
    }),
    { maxLength: 4 },
  ),
  isQuarantined: fc.boolean(),
});

let items: Item[];

beforeAll(async () => {
  app = await TestApp.start({ env: { DATABASE_STATEMENT_SECONDS: '3' } });
  team = await teamOf(app);
  model = await team.ci.creates();
  const sample = fc.sample(drawn, { numRuns: 25, seed: 28 });
  items = sample.map((one, index) => ({ ...one, version: index + 1 }));
  for (const { version, runId, framework, tags, params, evaluations, isQuarantined } of items) {
    await team.ci.registers(model, { tags, params, runId: runId ?? undefined, framework: framework ?? undefined });
    for (const { dataset, values } of evaluations) {
      const metrics = Object.entries(values).map(([name, value]) => ({
        name,
        count: 10,
        ...(value === null ? { undefined: true } : { value }),
      }));
      const slice = { name: 'm', slice: { sex: 'Female' }, value: 77, count: 5 };
      await team.ci.evaluates(model, version, [...metrics, slice], { dataset });
    }
    if (isQuarantined) {
      await team.root.post(`/models/${model}/versions/${version}/quarantine`, { reason: 'Odd.' }, 200);
    }
  }
});
afterAll(() => app?.stop());

function valueOf(item: Item, name: string, key: string | null, on: readonly string[]): Found {
  if (name === 'metrics') {
    const of = item.evaluations.filter(
      ({ dataset, values }) =>
        Object.hasOwn(values, key!) && [dataset.name, dataset.version].slice(0, on.length).join() === on.join(),
    );
    return of.at(-1)?.values[key!];
  }
  if (name === 'tags' || name === 'params') return Object.hasOwn(item[name], key!) ? item[name][key!] : undefined;
  return name === 'quarantined' ? item.isQuarantined : item[name as 'version' | 'runId' | 'framework'];
}

const quoted = (value: string) => ({ text: value, isNumber: false, at: 0 });
const number = (value: number) => ({ text: String(value), isNumber: true, at: 0 });
const ORDERED = ['=', '!=', '<', '<=', '>', '>='];
const LISTED = ['in', 'not in'];
const RANGED = ['between', 'not between'];
const PATTERNS = ['like', 'not like', 'ilike', 'not ilike'];
const NULLS = ['is null', 'is not null'];

/** A comparison of a field with values of these. */
function comparisonsOf(
  field: fc.Arbitrary<object>,
  literal: fc.Arbitrary<object>,
  operators: string[],
): fc.Arbitrary<FilterNode> {
  const several = fc.array(literal, { minLength: 2, maxLength: 2 });
  return fc
    .record({ field, operator: fc.constantFrom(...operators), values: several })
    .map(({ field, operator, values }) => {
      const count = NULLS.includes(operator) ? 0 : [...LISTED, ...RANGED].includes(operator) ? 2 : 1;
      return { kind: 'comparison', field, operator, values: values.slice(0, count) } as unknown as FilterNode;
    });
}

const field = (
  name: string,
  key: fc.Arbitrary<string | null> = fc.constant(null),
  on: fc.Arbitrary<string[]> = fc.constant([]),
) => fc.record({ name: fc.constant(name), key, on });
const asked = fc.oneof(text, fc.constantFrom('zz', 'B', 'true', 'a%')).map(quoted);
const pattern = fc
  .array(fc.constantFrom('%', '_', 'a', 'b', 'A', '1'), { minLength: 1, maxLength: 4 })
  .map((all) => quoted(all.join('')));
const asNumber = fc.oneof(measured, fc.integer({ min: 0, max: 4 })).map(number);
const datasets = fc
  .tuple(datasetName, datasetVersion, fc.nat(2))
  .map(([name, version, count]) => [name, version].slice(0, count));
const metric = field('metrics', fc.oneof(metricName, fc.constant('unknown')), datasets);
const param = field('params', fc.constantFrom('p', 'q.r', 'unknown'));
const tag = field('tags', fc.constantFrom('k', 'l m', 'unknown'));
const textFields = fc.oneof(field('runId'), field('framework'), tag, param);

const comparison = fc.oneof(
  comparisonsOf(field('version'), fc.integer({ min: 0, max: 26 }).map(number), [
    ...ORDERED,
    ...LISTED,
    ...RANGED,
    ...NULLS,
  ]),
  comparisonsOf(textFields, asked, [...ORDERED, ...LISTED, ...RANGED, ...NULLS]),
  comparisonsOf(textFields, pattern, PATTERNS),
  comparisonsOf(param, asNumber, [...ORDERED, ...LISTED, ...RANGED]),
  comparisonsOf(param, fc.oneof(asked, asNumber), LISTED),
  comparisonsOf(metric, asNumber, [...ORDERED, ...LISTED, ...RANGED, ...NULLS]),
  comparisonsOf(field('quarantined'), fc.constantFrom('true', 'false').map(quoted), ['=', '!=', ...LISTED, ...NULLS]),
);
const { node } = fc.letrec<{ node: FilterNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'filter' },
    comparison,
    fc.record({ kind: fc.constant('not' as const), term: tie('node') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      terms: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

async function numbers(query: Record<string, string>, limit = 200): Promise<number[]> {
  const found = await team.viewer.readsAll(`/models/${model}/versions?${new URLSearchParams(query).toString()}`, limit);
  return found.map(({ version }: Json) => version);
}

it('a filter answers the versions that it means', async () => {
  const one = async (filter: FilterNode): Promise<void> => {
    const meant = items.filter((item) => holds(filter, item, valueOf)).map(({ version }) => version);
    expect(await numbers({ filter: writeFilter(filter), sort: 'version' })).toEqual(meant);
  };
  await fc.assert(fc.asyncProperty(node, one), { numRuns: 250 });
});

it('a filter and its negation share the versions out', async () => {
  const one = async (filter: FilterNode): Promise<void> => {
    const written = writeFilter(filter);
    const [held, others] = [await numbers({ filter: written }), await numbers({ filter: `NOT (${written})` })];
    expect([...held, ...others].sort((a, b) => a - b)).toEqual(items.map(({ version }) => version));
  };
  await fc.assert(fc.asyncProperty(node, one), { numRuns: 50 });
});

interface Key {
  field: { name: string; key: string | null; on: string[] };
  isDescending: boolean;
}

const keys: fc.Arbitrary<Key[]> = fc.array(
  fc.record({ field: fc.oneof(metric, param, field('version')), isDescending: fc.boolean() }),
  { minLength: 1, maxLength: 4 },
);

/** Numbers come before texts and missing values last, whatever the direction; versions break ties by the last one. */
function compareBy(order: Key[], one: Item, other: Item): number {
  const version: Key = { field: { name: 'version', key: null, on: [] }, isDescending: order.at(-1)!.isDescending };
  for (const {
    field: { name, key, on },
    isDescending,
  } of [...order, version]) {
    const [a, b] = [one, other].map((item) => valueOf(item, name, key, on) ?? undefined);
    const [rankA, rankB] = [rankOf(a), rankOf(b)];
    if (rankA !== rankB) return rankA - rankB;
    if (a === undefined || b === undefined) continue;
    const [x, y] =
      typeof a === 'number'
        ? [a, b as number]
        : [a, b].map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
    if (x < y) return isDescending ? 1 : -1;
    if (x > y) return isDescending ? -1 : 1;
  }
  return 0;
}

function rankOf(value: Found): number {
  if (value === undefined) return 2;
  return typeof value === 'number' ? 0 : 1;
}

function writeOrder(order: Key[]): string {
  const name = ({ name, key, on }: Key['field']): string =>
    `${name}${key === null ? '' : `."${key}"`}${on.map((part) => `@${part}`).join('')}`;
  return order.map(({ field, isDescending }) => `${name(field)}${isDescending ? ' desc' : ''}`).join(', ');
}

it('an order answers every version once, page by page, ties by number and missing values last', async () => {
  const one = async (order: Key[], limit: number): Promise<void> => {
    const meant = items.toSorted((a, b) => compareBy(order, a, b)).map(({ version }) => version);
    expect(await numbers({ sort: writeOrder(order) }, limit)).toEqual(meant);
  };
  await fc.assert(fc.asyncProperty(keys, fc.integer({ min: 3, max: 30 }), one), { numRuns: 80 });
});

describe('versions with measurements', () => {
  let bench: string;
  const pathOf = (query: Record<string, string>): string =>
    `/models/${bench}/versions?${new URLSearchParams(query).toString()}`;
  const shown = async (query: Record<string, string>): Promise<number[]> =>
    (await team.viewer.get(pathOf(query))).items.map(({ version }: Json) => version);
  const measures = (version: number, f1: number, name = 'adult-test', of = '2026-01'): Promise<Json> =>
    team.ci.evaluates(bench, version, { f1, 'f1-score': f1, 'a.b': f1 }, { dataset: { name, version: of } });

  beforeAll(async () => {
    bench = await team.ci.creates();
    const params = [{ lr: 0.1 }, { lr: '0.1', 'a.b': true }, { lr: 0.05 }, {}, { lr: null, id: 9_007_199_254_740_991 }];
    for (const one of params) await team.ci.registers(bench, { params: one });
    await measures(1, 0.9);
    await measures(1, 0.7);
    await measures(2, 0.8);
    await measures(2, 0.95, 'other', '1');
    await measures(3, 0.6, 'adult-test', '2025-12');
    await team.ci.evaluates(bench, 4, [{ name: 'f1', slice: { sex: 'Female' }, value: 0.99, count: 9 }]);
  });

  it.each<[string, number[]]>([
    ['metrics.f1 > 0.75', [2]],
    ['metrics.f1 >= 0.7', [2, 1]],
    ['metrics.f1@adult-test between 0.7 and 0.85', [2, 1]],
    ['metrics.f1@adult-test@2026-01 <= 0.8', [2, 1]],
    [`metrics.f1@'adult-test'@"2025-12" = '0.6'`, [3]],
    ['metrics."f1-score"@other is not null', [2]],
    ['metrics.`f1-score` = 6e-1', [3]],
    ['metrics."a.b" in (0.6, 0.7)', [3, 1]],
    ['metrics.f1 is null', [5, 4]],
    ['metrics.f1 != 0.7', [5, 4, 3, 2]],
    ['metrics.nothing > 0', []],
    ['metrics.f1@nothing > 0', []],
    [`params.lr = '0.1'`, [2, 1]],
    ['params.lr = 0.1', [1]],
    ['params.lr < 0.2', [3, 1]],
    [`params."a.b" = true`, [2]],
    ['params.lr is null', [5, 4]],
    ['params.id = 9007199254740991', [5]],
    [`metrics."' or true --" > 0 or params."'; drop table models; --" = ''' or 1 = 1'`, []],
    [`metrics.f1@"') or true --"@"$1" > 0`, []],
  ])('%s answers %j', async (filter, expected) => {
    expect(await shown({ filter })).toEqual(expected);
  });

  it.each<[string, number[]]>([
    ['metrics.f1 desc', [2, 1, 3, 5, 4]],
    ['-metrics.f1@adult-test', [2, 1, 3, 5, 4]],
    ['metrics.f1', [3, 1, 2, 4, 5]],
    ['params.lr asc, version desc', [3, 1, 2, 5, 4]],
    ['params.lr desc', [1, 3, 2, 5, 4]],
    [`metrics."'); drop table models; --" desc, version`, [1, 2, 3, 4, 5]],
  ])('ordered by %s they are %j', async (sort, expected) => {
    expect(await shown({ sort })).toEqual(expected);
  });

  it.each<[Record<string, string>, string]>([
    [{ filter: 'metrics.f1 > high' }, `'high' is no number for metrics. See position 14 of the filter.`],
    [{ filter: 'metrics > 1' }, 'Name a metric'],
    [{ filter: 'runId = null' }, 'write is null at position 9'],
    [{ filter: `quarantined = true and stage = 'none'` }, 'Production, Archived. See position 32 of the filter.'],
    [{ filter: Array(51).fill('version = 1').join(' or ') }, '50 comparisons'],
    [{ sort: 'metrics' }, 'Name a metric'],
    [{ sort: 'metrics.f1 descending' }, `',' or the end at position 12 of the sort`],
  ])('%j is 400 and says what would be right, and where', async (query, words) => {
    const problem = await team.viewer.problem('GET', pathOf(query));
    expect(problem).toMatchObject({ status: 400, code: 'INVALID_LIST_QUERY' });
    expect(problem.errors[0].detail).toContain(words);
  });

  it('pages by a metric lose and repeat nothing of what stays as it is while another value changes', async () => {
    const { items: first, nextCursor } = await team.viewer.get(pathOf({ sort: '-metrics.f1', limit: '1' }));
    await measures(2, 0.1);
    const rest = await shown({ sort: '-metrics.f1', cursor: nextCursor });
    expect([...first.map(({ version }: Json) => version), ...rest]).toEqual([2, 1, 3, 2, 5, 4]);
  });

  it('a search that takes too long is given up, and says so', async () => {
    await app.dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE version_metrics IN ACCESS EXCLUSIVE MODE');
      const problem = await team.viewer.problem('GET', pathOf({ sort: '-metrics.f1' }));
      expect(problem).toMatchObject({ status: 400, code: 'LIST_QUERY_TOO_COSTLY' });
    });
  });
});
