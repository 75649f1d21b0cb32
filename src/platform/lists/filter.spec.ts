import fc from 'fast-check';
import { FILTER_OPERATORS, type FilterClause, parseFilter } from './filter.js';

it.each<[string, Partial<FilterClause>[]]>([
  [`a = 'x'`, [{ field: 'a', key: null, operator: '=', values: ['x'] }]],
  [`a='x'AND b>=3`, [{ values: ['x'] }, { field: 'b', operator: '>=', values: ['3'] }]],
  [`a = "it's" and b = 'say "hi"'`, [{ values: [`it's`] }, { values: [`say "hi"`] }]],
  [`a = 'it''s'`, [{ values: [`it's`] }]],
  [`a = ''`, [{ values: [''] }]],
  [`tags.team = 'x'`, [{ field: 'tags', key: 'team' }]],
  [`tags."two words" != 'x'`, [{ key: 'two words', operator: '!=' }]],
  [`tags.'it''s' LIKE '%'`, [{ key: `it's`, operator: 'like' }]],
  [`tags.and = 'and' and a = 'and'`, [{ key: 'and', values: ['and'] }, { field: 'a' }]],
  [`a IN ('x', "y",3)`, [{ operator: 'in', values: ['x', 'y', '3'] }]],
  [`a = -1.5`, [{ values: ['-1.5'] }]],
  [`  a  ilike  'x'  `, [{ operator: 'ilike' }]],
])('%s is understood', (filter, clauses) => {
  expect(parseFilter(filter)).toMatchObject({ ok: true, clauses });
});

it.each([
  ['', 'ends where a field name'],
  ['   ', 'ends where a field name'],
  ['a', 'ends where one of'],
  ['a =', 'ends where a value'],
  [`a 'x'`, 'position 3'],
  [`a = 'x' b = 'y'`, `'and'`],
  [`a = 'x' or b = 'y'`, `'and'`],
  [`a = 'x' and`, 'ends where a field name'],
  [`a = 'x`, 'position 5'],
  [`a = x'`, 'position 6'],
  [`'a' = 'x'`, 'a field name'],
  [`a. = 'x'`, 'a tag key'],
  [`a in 'x'`, `'('`],
  [`a in ()`, 'a value'],
  [`a in ('x',)`, 'a value'],
  [`a in ('x'`, `')'`],
  [`a == 'x'`, 'a value'],
  [`a = 3x`, 'position'],
  [`a = 'x'; b`, 'position 8'],
  [`(a = 'x')`, 'a field name'],
])('%j is not, and the answer says where: %s', (filter, words) => {
  expect(parseFilter(filter)).toEqual({ ok: false, detail: expect.stringContaining(words) });
});

it('no text at all throws or takes long', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (filter) => void parseFilter(filter)));
  const pieces = fc.array(
    fc.constantFrom('a', ' ', `'`, '"', '=', '(', ')', ',', '.', 'in', 'and', '1', '-', '\\', '\n'),
  );
  fc.assert(fc.property(pieces, (parts) => void parseFilter(parts.join(''))));
  expect(parseFilter(`a = '${`''`.repeat(100_000)}`).ok).toBe(false);
});

it('whatever is written comes back as it was meant', () => {
  const words = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
  const clauses = fc.array(
    fc.record({
      field: words,
      key: fc.option(fc.string({ unit: 'binary' })),
      operator: fc.constantFrom(...FILTER_OPERATORS),
      values: fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const quoted = (text: string): string => `'${text.replaceAll(`'`, `''`)}'`;
  fc.assert(
    fc.property(clauses, (given) => {
      const meant = given.map((clause) =>
        clause.operator === 'in' ? clause : { ...clause, values: [clause.values[0]!] },
      );
      const text = meant.map(({ field, key, operator, values }) => {
        const value = operator === 'in' ? `(${values.map(quoted).join(', ')})` : quoted(values[0]!);
        return `${field}${key === null ? '' : `.${quoted(key)}`} ${operator} ${value}`;
      });
      expect(parseFilter(text.join(' and '))).toEqual({ ok: true, clauses: meant });
    }),
  );
});
