import fc from 'fast-check';
import { type ListSpec } from './list-field.js';
import { compileList, MOST_METRICS } from './list-query.js';

const SPEC: ListSpec = {
  fields: {
    name: { column: 't.name', type: 'text', sortable: true },
    owner: { column: 't.owner', type: 'text' },
    size: { column: 't.size', type: 'integer', sortable: true },
    createdAt: { column: 't.created_at', type: 'timestamptz', sortable: true },
    stage: { column: 't.stage', type: 'text', values: ['None', 'Staging'] },
    actor: { column: 't.actor', type: 'text', operators: ['=', 'in'] },
    id: { column: 't.id', type: 'uuid' },
    sequence: { column: 't.sequence', type: 'bigint', operators: ['>', '<'] },
    live: { column: 't.live', type: 'boolean' },
    tags: { column: 't.tags', type: 'tags' },
    params: { column: 't.params', type: 'params', sortable: true },
    metrics: {
      column: '',
      type: 'metrics',
      sortable: true,
      lookUp: ({ name, on }, bind) => `SELECT ${[name, ...on].map(bind).join(', ')}`,
    },
  },
  defaultSort: '-size',
  tieBreaker: 'name',
};

const compiled = (query: Parameters<typeof compileList>[1], parameters: unknown[] = []) => {
  const result = compileList(SPEC, query, parameters);
  if (!result.ok) throw new Error(result.error.detail);
  return result.list;
};

it.each([
  [undefined, 't.size DESC, t.name DESC'],
  ['name', 't.name ASC'],
  ['-name', 't.name DESC'],
  ['size,-createdAt', 't.size ASC, t.created_at DESC, t.name DESC'],
  ['+size, name', 't.size ASC, t.name ASC'],
  ['size desc', 't.size DESC, t.name DESC'],
  ['size DESC, name asc', 't.size DESC, t.name ASC'],
  ['metrics.f1 desc', 'metric_0.value DESC NULLS LAST, t.name DESC'],
  ['-metrics."a, b desc",size', 'metric_0.value DESC NULLS LAST, t.size ASC, t.name ASC'],
])('sorted by %s is ordered by %s, and always totally', (sort, orderBy) => {
  expect(compiled({ sort }).orderBy).toBe(orderBy);
});

const TOO_MANY = 'name,size,createdAt,-name,-size';

it.each([
  'owner',
  'tags',
  'constructor',
  '',
  'name,',
  '-',
  '-size desc',
  '+size asc',
  'size down',
  'size desc asc',
  'size name',
  't.name',
  'metrics',
  'params',
  'params.a@b',
  'metrics.a@b@c@d',
  'name.x',
  TOO_MANY,
])('nothing is sorted by %j', (sort) => {
  expect(compileList(SPEC, { sort }, [])).toMatchObject({ ok: false, error: { in: 'query', pointer: '/sort' } });
});

it.each([
  [`owner = 'x'`, ['t.owner = $2::text'], ['x']],
  [`owner != 'x'`, ['t.owner IS DISTINCT FROM $2::text'], ['x']],
  [`size in (1, 2)`, ['t.size IN ($2::integer, $3::integer)'], ['1', '2']],
  [`tags.a = 'x'`, ['t.tags @> $2::jsonb'], ['{"a":"x"}']],
  [`tags.a like 'x%'`, ['(t.tags ->> $2) LIKE $3::text'], ['a', 'x%']],
  [`createdAt >= '2026-01-01'`, ['t.created_at >= $2::timestamptz'], ['2026-01-01T00:00:00Z']],
  [`createdAt >= '2026-01-01T00:00:00+02:00'`, ['t.created_at >= $2::timestamptz'], ['2026-01-01T00:00:00+02:00']],
  [`live = true`, ['t.live = $2::boolean'], ['true']],
  [`owner is null`, ['t.owner IS NULL'], []],
  [`owner is not null`, ['(t.owner IS NULL) IS NOT TRUE'], []],
  [`owner not like 'x'`, ['(t.owner LIKE $2::text) IS NOT TRUE'], ['x']],
  [`size between 1 and 2`, ['t.size BETWEEN $2::integer AND $3::integer'], ['1', '2']],
  [`not (size = 1 or owner = 'x')`, ['((t.size = $2::integer OR t.owner = $3::text)) IS NOT TRUE'], ['1', 'x']],
  [`size = 1 and owner = 'x'`, ['t.size = $2::integer', 't.owner = $3::text'], ['1', 'x']],
  [`metrics.f1 >= 1e-400`, ['metric_0.value >= $3::float8'], ['f1', '0']],
  [`params.a = '1'`, ['(t.params ->> $2::text) = $3::text'], ['a', '1']],
])('%s becomes SQL with parameters behind those given', (filter, conditions, values) => {
  expect(compiled({ filter }, ['first'])).toMatchObject({ conditions, parameters: ['first', ...values] });
});

it('the place after a row compares by the order, also where its directions differ', () => {
  const list = compiled({ sort: '-size,name', after: ['3', 'x'] }, ['first']);
  expect(list.conditions).toEqual([
    '(t.size <= $2::integer AND ((t.size < $2::integer) OR (t.size = $2::integer AND t.name > $3::text)))',
  ]);
  expect(list.parameters).toEqual(['first', '3', 'x']);
  expect(list.position).toBe('ARRAY[t.size::text, t.name::text]');
});

it('the place after a row in an order of one direction is one comparison, which an index can begin at', () => {
  expect(compiled({ after: ['3', 'x'] }).conditions).toEqual(['(t.size, t.name) < ($1::integer, $2::text)']);
  expect(compiled({ sort: 'name', after: ['x'] }).conditions).toEqual(['(t.name) > ($1::text)']);
});

it.each([
  [`stage = 'production'`, `stage is never 'production'; known are None, Staging.`],
  [`stage in ('None', 'Live')`, `stage is never 'Live'; known are None, Staging.`],
  [`stage != 'x'`, `stage is never 'x'; known are None, Staging.`],
  [`actor != 'anna'`, 'actor is compared by = in alone, not by !=.'],
  [`actor like 'a%'`, 'actor is compared by = in alone, not by like.'],
  [`not actor = 'a'`, 'actor is compared by = in alone, not under NOT.'],
  [`actor is null`, 'actor is compared by = in alone, not by is null.'],
  [`live = 'yes'`, `'yes' is no true or false for live.`],
  [`live > false`, 'no order'],
  [`metrics.f1 = 'x'`, `'x' is no number for metrics.`],
  [`metrics.f1 > 1e309`, 'is no number'],
  [`metrics.f1 like '1%'`, 'is no number'],
  [`metrics = 1`, 'Name a metric as metrics.name. See position 1 of the filter.'],
  [`params = 1`, 'Name a parameter as params.name.'],
  [`owner = 'x' and params.a between 1 and 'b'`, 'between two texts. See position 17 of the filter.'],
  [`params.a > 1e999`, 'is no value for params'],
  [`tags.a@b = 'x'`, 'asked of no dataset'],
  [`owner@b = 'x'`, 'asked of no dataset'],
  [`metrics.a@b@c@d = 1`, 'a dataset and its version'],
  [`owner = 'x' and colour = 'red'`, `Unknown field 'colour'`],
  [`id = 'x'`, `'x' is no uuid for id.`],
  [`sequence > 'many'`, `'many' is no bigint for sequence.`],
  [`sequence > 1234567890123456789012`, `'1234567890123456789012' is no bigint for sequence.`],
])('the filter %s is a fault that says what would be right', (filter, detail) => {
  const error = { in: 'query', pointer: '/filter', detail: expect.stringContaining(detail) };
  expect(compileList(SPEC, { filter }, [])).toMatchObject({ ok: false, error });
});

it('a key that may be missing is compared with what comes last in mind', () => {
  const sort = 'metrics.f1,size';
  const behind = '(metric_0.value > $2::float8 OR metric_0.value IS NULL)';
  const equal = 'metric_0.value = $2::float8 AND t.size > $3::integer';
  const last = `metric_0.value = $2::float8 AND t.size = $3::integer AND t.name > $4::text`;
  expect(compiled({ sort, after: ['0.5', '3', 'x'] }).conditions).toEqual([`((${behind}) OR (${equal}) OR (${last}))`]);
  expect(compiled({ sort: '-metrics.f1', after: [null, 'x'] }).conditions).toEqual([
    '((metric_0.value IS NULL AND t.name < $2::text))',
  ]);
});

it('a metric that is named again is looked up once, and no more than ten are', () => {
  const { joins, parameters } = compiled({ filter: 'metrics.a > 0 or metrics.a@x < 1', sort: 'metrics.a' });
  expect(joins.match(/LATERAL/g)).toHaveLength(2);
  expect(parameters).toEqual(['a', '0', 'a', 'x', '1']);
  const filter = Array.from({ length: MOST_METRICS }, (_, index) => `metrics.m${index} > 0`).join(' and ');
  expect(compiled({ filter }).joins.match(/LATERAL/g)).toHaveLength(MOST_METRICS);
  expect(compileList(SPEC, { filter, sort: 'metrics.other' }, [])).toMatchObject({ ok: false });
});

it('a pattern is compared with known values as with any text', () => {
  expect(compiled({ filter: `stage like 'Sta%'` }).conditions).toEqual(['t.stage LIKE $1::text']);
});

it.each([[[]], [['3']], [['3', 'x', 'y']], [['three', 'x']], [['3', 'a\0']], [[null, 'x']]])(
  'a place such as %j is none',
  (after) => {
    expect(compileList(SPEC, { after }, [])).toMatchObject({ ok: false, error: { pointer: '/cursor' } });
  },
);

it('nothing of what a caller writes becomes SQL', () => {
  const secret = 'ZZinjected';
  const values = fc.string({ unit: 'binary' }).map((text) => `${text}${secret}${text}`);
  const filters = fc.tuple(fc.constantFrom('owner', 'name'), fc.constantFrom('=', '!=', '<', 'ilike'), values, values);
  fc.assert(
    fc.property(filters, ([field, operator, value, key]) => {
      const quoted = (text: string) => `'${text.replaceAll(`'`, `''`)}'`;
      const comparison = (name: string) => `${name} ${operator} ${quoted(value)}`;
      const names = [field, `tags.${quoted(key)}`, `params.${quoted(key)}`].map(comparison);
      const filter = `not (${names.join(' and ')}) or metrics.${quoted(key)}@${quoted(value)} is null`;
      const sort = `params.${quoted(key)} desc, metrics.${quoted(value)}@${quoted(key)}`;
      const result = compileList(SPEC, { filter, sort, after: [null, value, null, value] }, []);
      if (!result.ok) return;
      const { joins, conditions, orderBy, position } = result.list;
      expect([joins, ...conditions, orderBy, position].join(' ')).not.toContain(secret);
    }),
  );
});

it('the place of each row in any order splits the rows into those before and those behind', () => {
  const rows = fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[a-z]{1,3}$/), size: fc.nat(3) }), {
    selector: ({ name }) => name,
    maxLength: 8,
  });
  const orders = fc.constantFrom('name', '-name', 'size', '-size', 'size,-name', '-size,name');
  fc.assert(
    fc.property(rows, orders, (table, sort) => {
      const ordered = table.toSorted((a, b) => compareBy(sort, a, b));
      for (const [index, row] of ordered.entries()) {
        const after = sort.split(',').map((key) => String(row[key.replace('-', '') as 'name' | 'size']));
        if (!sort.includes('name')) after.push(row.name);
        const { conditions, parameters } = compiled({ sort, after });
        const behind = ordered.filter((candidate) => holds(conditions[0]!, parameters, candidate));
        expect(behind).toEqual(ordered.slice(index + 1));
      }
    }),
  );
});

interface Row {
  name: string;
  size: number;
}

function compareBy(sort: string, a: Row, b: Row): number {
  const keys = sort.includes('name') ? sort.split(',') : [sort, sort.startsWith('-') ? '-name' : 'name'];
  for (const key of keys) {
    const [field, sign] = [key.replace('-', '') as 'name' | 'size', key.startsWith('-') ? -1 : 1];
    if (a[field] !== b[field]) return a[field] < b[field] ? -sign : sign;
  }
  return 0;
}

/** Reads a condition made of `column < $n::type`, AND and OR, with a bound before it or none, or a comparison of rows, the way the database does. */
function holds(condition: string, parameters: unknown[], row: Row): boolean {
  const [, bound, others] = /^\((\S+ [<>]= \S+) AND \((.+)\)\)$/.exec(condition) ?? [];
  if (bound !== undefined) return holds(bound, parameters, row) && holds(others!, parameters, row);
  const rows = /^\(([^()]+)\) ([<>]) \((.+)\)$/.exec(condition);
  if (rows) {
    const [columns, bounds] = [rows[1]!.split(', '), rows[3]!.split(', ')];
    const alternatives = columns.map((column, at) => {
      const equal = columns.slice(0, at).map((earlier, index) => `${earlier} = ${bounds[index]}`);
      return [...equal, `${column} ${rows[2]} ${bounds[at]}`].join(' AND ');
    });
    return holds(alternatives.join(' OR '), parameters, row);
  }
  const one = (text: string): boolean => {
    const [, column, operator, number] = /t\.(name|size) ([<>]=?|=) \$(\d+)::/.exec(text)!;
    const [left, bound] = [row[column as 'name' | 'size'], parameters[Number(number) - 1]];
    const right = column === 'size' ? Number(bound) : String(bound);
    if (left === right) return operator!.endsWith('=');
    return operator!.startsWith('<') ? left < right : operator!.startsWith('>') && left > right;
  };
  return condition.split(' OR ').some((part) => part.split(' AND ').every(one));
}
