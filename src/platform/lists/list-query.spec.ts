import fc from 'fast-check';
import { compileList, type ListSpec } from './list-query.js';

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
    tags: { column: 't.tags', type: 'tags' },
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
])('sorted by %s is ordered by %s, and always totally', (sort, orderBy) => {
  expect(compiled({ sort }).orderBy).toBe(orderBy);
});

it.each(['owner', 'tags', 'constructor', '', 'name,', '-', 'size desc', 't.name'])(
  'nothing is sorted by %j',
  (sort) => {
    expect(compileList(SPEC, { sort }, [])).toMatchObject({ ok: false, error: { in: 'query', pointer: '/sort' } });
  },
);

it.each([
  [`owner = 'x'`, ['t.owner = $2::text'], ['x']],
  [`owner != 'x'`, ['t.owner IS DISTINCT FROM $2::text'], ['x']],
  [`size in (1, 2)`, ['t.size IN ($2::integer, $3::integer)'], ['1', '2']],
  [`tags.a = 'x'`, ['t.tags @> $2::jsonb'], ['{"a":"x"}']],
  [`tags.a like 'x%'`, ['(t.tags ->> $2) LIKE $3::text'], ['a', 'x%']],
  [`createdAt >= '2026-01-01'`, ['t.created_at >= $2::timestamptz'], ['2026-01-01']],
])('%s becomes SQL with parameters behind those given', (filter, conditions, values) => {
  expect(compiled({ filter }, ['first'])).toMatchObject({ conditions, parameters: ['first', ...values] });
});

it('the place after a row compares by the order, also where its directions differ', () => {
  const list = compiled({ sort: '-size,name', after: ['3', 'x'] }, ['first']);
  expect(list.conditions).toEqual(['((t.size < $2::integer) OR (t.size = $2::integer AND t.name > $3::text))']);
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
  [`id = 'x'`, `'x' is no uuid for id.`],
  [`sequence > 'many'`, `'many' is no bigint for sequence.`],
  [`sequence > 1234567890123456789012`, `'1234567890123456789012' is no bigint for sequence.`],
])('the filter %s is a fault that says what would be right', (filter, detail) => {
  const error = { in: 'query', pointer: '/filter', detail: expect.stringContaining(detail) };
  expect(compileList(SPEC, { filter }, [])).toMatchObject({ ok: false, error });
});

it('a pattern is compared with known values as with any text', () => {
  expect(compiled({ filter: `stage like 'Sta%'` }).conditions).toEqual(['t.stage LIKE $1::text']);
});

it.each([[[]], [['3']], [['3', 'x', 'y']], [['three', 'x']], [['3', 'a\0']]])('a place such as %j is none', (after) => {
  expect(compileList(SPEC, { after }, [])).toMatchObject({ ok: false, error: { pointer: '/cursor' } });
});

it('nothing of what a caller writes becomes SQL', () => {
  const secret = 'ZZinjected';
  const values = fc.string({ unit: 'binary' }).map((text) => `${text}${secret}${text}`);
  const filters = fc.tuple(fc.constantFrom('owner', 'name'), fc.constantFrom('=', '!=', '<', 'ilike'), values, values);
  fc.assert(
    fc.property(filters, ([field, operator, value, key]) => {
      const quoted = (text: string) => `'${text.replaceAll(`'`, `''`)}'`;
      const filter = `${field} ${operator} ${quoted(value)} and tags.${quoted(key)} ${operator} ${quoted(value)}`;
      const result = compileList(SPEC, { filter, after: [value, value] }, []);
      if (!result.ok) return;
      const { conditions, orderBy, position } = result.list;
      expect([...conditions, orderBy, position].join(' ')).not.toContain(secret);
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

/** Reads a condition made of `column < $n::type`, AND and OR, or a comparison of rows, the way the database does. */
function holds(condition: string, parameters: unknown[], row: Row): boolean {
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
    const [, column, operator, number] = /t\.(name|size) ([<>=]) \$(\d+)::/.exec(text)!;
    const [left, bound] = [row[column as 'name' | 'size'], parameters[Number(number) - 1]];
    const right = column === 'size' ? Number(bound) : String(bound);
    return operator === '=' ? left === right : operator === '<' ? left < right : left > right;
  };
  return condition.split(' OR ').some((part) => part.split(' AND ').every(one));
}
