import fc from 'fast-check';
import { writeFilter } from './write-filter.js';
import {
  DEEPEST_NESTING,
  type FilterNode,
  type FilterOperator,
  MOST_COMPARISONS,
  MOST_VALUES,
  NEGATIONS,
  parseFilter,
  POSITIVE_OPERATORS,
} from './filter.js';

const OPERATORS = [...POSITIVE_OPERATORS, ...(Object.keys(NEGATIONS) as (keyof typeof NEGATIONS)[])];

/** What was read, without the positions. */
function read(filter: string): unknown {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw parsed.fault;
  return JSON.parse(JSON.stringify(parsed.filter, (name, value: unknown) => (name === 'at' ? undefined : value)));
}

const comparison = (name: string, operator: FilterOperator, ...values: (string | number)[]): object => ({
  kind: 'comparison',
  field: { name, key: null, on: [] },
  operator,
  values: values.map((value) => ({ text: String(value), isNumber: typeof value === 'number' })),
});
const keyed = (name: string, key: string, on: string[] = []): object => ({
  field: { name, key, on },
});
const [A, B, C] = ['a', 'b', 'c'].map((name) => comparison(name, '=', 1));

it.each<[string, object]>([
  [`a = 'x'`, comparison('a', '=', 'x')],
  [`a='x'AND b>=3`, { kind: 'and', terms: [comparison('a', '=', 'x'), comparison('b', '>=', 3)] }],
  [`a = "it's"`, comparison('a', '=', `it's`)],
  [`a = "say ""hi"""`, comparison('a', '=', `say "hi"`)],
  [`a = 'it''s'`, comparison('a', '=', `it's`)],
  [`a = ''`, comparison('a', '=', '')],
  [`a = x`, comparison('a', '=', 'x')],
  [`a = 'null'`, comparison('a', '=', 'null')],
  [`tags.team = 'x'`, keyed('tags', 'team')],
  [`tags."two words" != 'x'`, { ...keyed('tags', 'two words'), operator: '!=' }],
  [`tags.'it''s' LIKE '%'`, { ...keyed('tags', `it's`), operator: 'like' }],
  ['tags.`mlflow.note` = 1', keyed('tags', 'mlflow.note')],
  [`tags.and = 'and'`, keyed('tags', 'and')],
  [`tags.2fa = 'x'`, keyed('tags', '2fa')],
  [`metrics."f1-score"@adult@2026-01 > 0.8`, keyed('metrics', 'f1-score', ['adult', '2026-01'])],
  [`metrics.f1-score@"two words" > 0.8`, keyed('metrics', 'f1-score', ['two words'])],
  [`a IN ('x', "y",3)`, comparison('a', 'in', 'x', 'y', 3)],
  [`a NOT in ('x')`, comparison('a', 'not in', 'x')],
  [`a not LIKE 'x'`, comparison('a', 'not like', 'x')],
  [`  a  ilike  'x'  `, comparison('a', 'ilike', 'x')],
  [`a between 1 and 'x'`, comparison('a', 'between', 1, 'x')],
  [`a not between -1.5 and 2e-3`, { operator: 'not between', values: [{ text: '-1.5' }, { text: '2e-3' }] }],
  [`a is null`, comparison('a', 'is null')],
  [`a IS NOT NULL`, comparison('a', 'is not null')],
  [`a = 1 or b = 1 and c = 1`, { kind: 'or', terms: [A, { kind: 'and', terms: [B, C] }] }],
  [`(a = 1 or b = 1) and c = 1`, { kind: 'and', terms: [{ kind: 'or', terms: [A, B] }, C] }],
  [`not a = 1 and b = 1`, { kind: 'and', terms: [{ kind: 'not', term: A }, B] }],
  [`NOT (a = 1 and NOT b = 1)`, { kind: 'not', term: { kind: 'and', terms: [A, { kind: 'not', term: B }] } }],
  [`a between 1 and 2 and b = 1`, { kind: 'and', terms: [{ operator: 'between' }, B] }],
])('%s is understood', (filter, meant) => {
  expect(read(filter)).toMatchObject(meant);
});

it.each<[string, string, number]>([
  ['', 'ends where a field name', 0],
  ['   ', 'ends where a field name', 3],
  ['a', 'ends where one of', 1],
  ['a =', 'ends where a value', 3],
  [`a 'x'`, 'position 3', 2],
  [`a = 'x' b = 'y'`, `'and' or 'or' at position 9`, 8],
  [`a = 'x' and`, 'ends where a field name', 11],
  [`a = 'x' and or b = 1`, 'Expected one of', 15],
  [`a = 'x`, 'position 5', 4],
  [`a = x'`, 'position 6', 5],
  [`'a' = 'x'`, 'a field name', 0],
  ['`a` = 1', 'a field name', 0],
  [`a. = 'x'`, 'a tag key', 3],
  [`tags.a.b = 'x'`, 'holds a dot stands in quotes, unlike at position 7', 6],
  [`metrics.f1@d@2026.1 > 0`, 'holds a dot', 17],
  [`a@ = 'x'`, 'the name of a dataset', 3],
  [`a in 'x'`, `'('`, 5],
  [`a in ()`, 'a value', 6],
  [`a in ('x',)`, 'a value', 10],
  [`a in ('x'`, `')'`, 9],
  [`a == 'x'`, 'a value', 3],
  [`a <> 'x'`, 'a value', 3],
  [`a = 3x`, 'position 5', 4],
  [`a = 'x'; b`, 'position 8', 7],
  [`(a = 'x'`, `')'`, 8],
  [`a = 'x')`, `'and' or 'or'`, 7],
  [`not`, 'ends where a field name', 3],
  [`a not = 1`, 'one of in like ilike between', 6],
  [`a is 1`, `'null' or 'not null'`, 5],
  [`a between 1`, `'and'`, 11],
  [`a between 1 or 2`, `'and'`, 12],
  [`a = null`, 'is null at position 5', 4],
  [`a != NULL`, 'is not null at position 6', 5],
  [`a in (1, null)`, 'is null at position 10', 9],
  [`a = and`, 'a value', 4],
])('%j is not, and the answer says where: %s', (filter, words, at) => {
  expect(parseFilter(filter)).toMatchObject({ ok: false, fault: { detail: expect.stringContaining(words), at } });
});

it.each([
  ['comparisons', MOST_COMPARISONS, (count: number) => Array(count).fill('a = 1').join(' or ')],
  ['values', MOST_VALUES, (count: number) => `a in (${Array(count).fill('1').join(',')})`],
  ['parentheses', DEEPEST_NESTING, (count: number) => `${'('.repeat(count)}a = 1${')'.repeat(count)}`],
  ['negations', DEEPEST_NESTING, (count: number) => `${'not '.repeat(count)}a = 1`],
])('a filter has at most so many %s: %i', (_what, most, filterOf) => {
  expect(parseFilter(filterOf(most))).toMatchObject({ ok: true });
  expect(parseFilter(filterOf(most + 1))).toMatchObject({
    ok: false,
    fault: { detail: expect.stringContaining(String(most)) },
  });
});

it('no text at all throws or takes long', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (filter) => void parseFilter(filter)));
  const pieces = fc.array(
    fc.constantFrom(
      ...['a', ' ', `'`, '"', '`', '=', '(', ')', ',', '.', '@', 'in', 'and', 'or', 'not', 'is', 'null', '1', '-'],
    ),
  );
  fc.assert(fc.property(pieces, (parts) => void parseFilter(parts.join(''))));
  expect(parseFilter(`a = '${`''`.repeat(100_000)}`).ok).toBe(false);
  expect(parseFilter('('.repeat(100_000)).ok).toBe(false);
});

it('whatever is written comes back as it was meant', () => {
  const words = fc
    .stringMatching(/^[b-hj-mp-z_][A-Za-z0-9_]{0,8}$/)
    .filter((word) => !['like', 'between'].includes(word));
  const texts = fc.string({ unit: 'binary' });
  const literals = fc.oneof(
    texts.map((text) => ({ text, isNumber: false })),
    fc.integer().map((number) => ({ text: String(number), isNumber: true })),
  );
  const comparisons = fc.record({
    kind: fc.constant('comparison' as const),
    field: fc.record({ name: words, key: fc.option(texts), on: fc.array(texts, { maxLength: 2 }) }),
    operator: fc.constantFrom(...OPERATORS),
    values: fc.array(literals, { minLength: 2, maxLength: 3 }),
  });
  const counted = comparisons.map(({ operator, values, ...rest }) => ({
    ...rest,
    operator,
    values: values.slice(
      0,
      operator.endsWith('null') ? 0 : operator.endsWith('between') ? 2 : operator.endsWith('in') ? 3 : 1,
    ),
  }));
  const { node } = fc.letrec<{ node: FilterNode; joined: FilterNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      counted as unknown as fc.Arbitrary<FilterNode>,
      tie('joined'),
      tie('node').map((term) => ({ kind: 'not' as const, term })),
    ),
    joined: fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      terms: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
  }));
  fc.assert(fc.property(node, (meant) => void expect(read(writeFilter(meant))).toEqual(meant)));
});
