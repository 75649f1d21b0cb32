import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComparisonResponse, type ComparisonRowResponse, type PooledRowResponse } from '@stagegate/client';
import { forestCsv } from './forest-csv.js';
import { countForest, isUncovered, largestOf, opensAtFirst, orderForest, shownRows } from './forest-order.js';
import { forestOf, type ForestRow } from './forest-rows.js';
import { position, roundUp, scaleOf } from './forest-scale.js';
import { cutMiddle, forestSvg } from './forest-svg.js';
import { bareDifference, intervalCell, rowSentence, sayDifference, summarySentence } from './forest-words.js';
import { markShape, radiusOf, stripShapes } from './strip-shapes.js';

const bounds = (lower: number | null, upper: number | null) => ({ lower, upper, confidence: 0.95, adjusted: true });

function measured(parts: Partial<ComparisonRowResponse>): ComparisonRowResponse {
  return {
    metric: 'f1',
    slice: {},
    challenger: 0.7,
    incumbent: 0.7,
    delta: 0,
    improvement: 0,
    count: 1000,
    lower: -0.01,
    upper: 0.01,
    evidenceLevel: 'paired',
    mcnemar: null,
    hint: 'no_difference_shown',
    direction: 'higher',
    unit: null,
    kind: 'ratio',
    status: null,
    ruleIds: [],
    margin: null,
    decision: null,
    neededN: null,
    pooledIn: null,
    ...parts,
  };
}

const ruled = { ruleIds: ['f1-groups'], margin: 0.02 };

/** What version 3 of the census example does to groups, against version 2. */
const ROWS: ComparisonRowResponse[] = [
  measured({
    status: 'PASS',
    delta: -0.00119,
    improvement: -0.00119,
    count: 16281,
    lower: -0.00729,
    upper: 0.00492,
    decision: bounds(-0.0063, 0.0039),
    ...ruled,
  }),
  measured({
    slice: { sex: 'Female' },
    status: 'FAIL',
    challenger: 0.604,
    incumbent: 0.666,
    delta: -0.0616,
    improvement: -0.0616,
    count: 5421,
    lower: -0.0892,
    upper: -0.034,
    decision: bounds(-0.0848, -0.0384),
    ...ruled,
  }),
  measured({
    slice: { sex: 'Male' },
    status: 'PASS',
    delta: 0.00702,
    improvement: 0.00702,
    count: 10860,
    lower: 0.00146,
    upper: 0.0126,
    decision: bounds(0.00236, null),
    ...ruled,
  }),
  measured({
    slice: { race: 'Black' },
    status: 'INCONCLUSIVE',
    challenger: 0.647,
    incumbent: 0.643,
    delta: 0.00358,
    improvement: 0.00358,
    count: 1561,
    lower: -0.0262,
    upper: 0.0333,
    decision: bounds(-0.0214, 0.0286),
    neededN: 5567,
    ...ruled,
  }),
  measured({
    slice: { race: 'White' },
    status: 'PASS',
    delta: 0.00093,
    improvement: 0.00093,
    count: 13946,
    lower: -0.0053,
    upper: 0.0072,
    decision: bounds(-0.0043, 0.0062),
    ...ruled,
  }),
  measured({
    slice: { race: 'Other' },
    status: 'SKIPPED',
    delta: -0.229,
    improvement: -0.229,
    count: 135,
    lower: -0.409,
    upper: -0.0496,
    ruleIds: ['f1-groups'],
    pooledIn: 'f1-groups:race',
  }),
  measured({ slice: { hours: '' }, delta: -0.08, improvement: -0.08, count: 400, lower: -0.1, upper: -0.06 }),
  measured({ slice: { race: 'Black', sex: 'Female\u202E' }, lower: null, upper: null, count: null }),
];

const POOL: PooledRowResponse = {
  id: 'f1-groups:race',
  metric: 'f1',
  features: ['race'],
  members: [{ race: 'Other' }],
  challenger: 0.433,
  incumbent: 0.667,
  delta: -0.233,
  improvement: -0.233,
  count: 294,
  status: 'FAIL',
  ruleIds: ['f1-groups'],
  margin: 0.02,
  decision: bounds(-0.347, -0.12),
  neededN: null,
};

function comparison(rows: ComparisonRowResponse[], pooled: PooledRowResponse[] = []): ComparisonResponse {
  const evaluations = { challenger: '', incumbent: '' };
  const dataset = { name: 'adult-test', version: '1' };
  return {
    model: 'm',
    challenger: 3,
    incumbent: 2,
    dataset,
    evaluations,
    datasets: [dataset],
    gateReportId: null,
    rows,
    pooled,
    nextCursor: null,
  };
}

const FOREST = forestOf('f1', comparison(ROWS, [POOL]));
const rowOf = (key: string): ForestRow => FOREST.rows.find((row) => row.key === key)!;
const FEMALE = '{"sex":"Female"}';
const labels = (rows: readonly ForestRow[]) => rows.map(({ label }) => label);

it('a metric where less is better is drawn as the mirror of one where more is', () => {
  const higher = measured({
    delta: -0.06,
    improvement: -0.06,
    lower: -0.09,
    upper: 0.01,
    decision: bounds(-0.08, null),
  });
  const lower = measured({
    delta: 0.06,
    improvement: -0.06,
    lower: -0.01,
    upper: 0.09,
    decision: bounds(null, 0.08),
    direction: 'lower',
  });
  const [one, other] = [higher, lower].map((row) => forestOf('f1', comparison([row])));
  expect(other!.rows).toEqual(one!.rows);
  expect(scaleOf(other!.rows, true, false)).toEqual(scaleOf(one!.rows, true, false));
});

it('a metric without a direction is drawn by its difference', () => {
  const rate = measured({ metric: 'selection_rate', direction: 'none', delta: 0.03, improvement: null });
  expect(forestOf('selection_rate', comparison([rate])).rows[0]!.improvement).toBe(0.03);
});

it.each([
  [0.9, 1],
  [1, 1],
  [1.2, 1.5],
  [5.75, 6],
  [8.1, 10],
  [23.8, 30],
  [0.0064, 0.008],
])('%d is rounded up to %d', (value, expected) => expect(roundUp(value)).toBe(expected));

it('the scale holds four fifths of all ends and differences and two and a half margins, or everything when asked to', () => {
  const { rows } = FOREST;
  // The twenty-eighth of thirty-four ends and differences is 8.92 points.
  expect(scaleOf(rows, true, false).half).toBeCloseTo(0.1);
  expect(scaleOf(rows, true, true).half).toBeCloseTo(0.5);
  expect(scaleOf([rowOf('{}')], true, false).half).toBeCloseTo(0.05);
  expect(scaleOf([], true, false).half).toBe(0.01);
});

it('what lies beyond the scale is at its edge', () => {
  const scale = { half: 1, ticks: [] };
  expect([-5, -1, 0, 1, 9].map((value) => position(value, scale, 220))).toEqual([10, 10, 110, 210, 210]);
});

it('all rows come first, then the worst group; in a group the refused before the undecided before the passed', () => {
  const groups = orderForest(FOREST.rows, 'worst');
  expect(groups.map(({ name }) => name)).toEqual(['', 'race', 'sex', 'hours', 'race × sex']);
  expect(labels(groups[1]!.rows)).toEqual(['1 small slice, pooled', 'Other', 'Black', 'White']);
  expect(labels(groups[2]!.rows)).toEqual(['Female', 'Male']);
});

it('other orders are by difference, by rows and by name, and members stay with their pool', () => {
  const race = (sort: 'difference' | 'rows' | 'name') =>
    labels(orderForest(FOREST.rows, sort).find(({ name }) => name === 'race')!.rows);
  expect(race('difference')).toEqual(['1 small slice, pooled', 'Other', 'White', 'Black']);
  expect(race('rows')).toEqual(['White', 'Black', '1 small slice, pooled', 'Other']);
  expect(race('name')).toEqual(['1 small slice, pooled', 'Other', 'Black', 'White']);
});

it('only refused rows, only those under a rule, or only those of a feature are shown', () => {
  const shown = (...asked: [Parameters<typeof shownRows>[1], string?]) =>
    labels(shownRows(FOREST.rows, asked[0], asked[1]));
  expect(shown('refused')).toEqual(['Female', 'Other', '1 small slice, pooled']);
  expect(shown('ruled')).not.toContain('(empty)');
  expect(shown('all', 'sex')).toEqual(['All rows', 'Female', 'Male', 'race Black · sex Female‹U+202E›']);
});

it('of very many rows only the groups with something refused or undecided are open', () => {
  const [, race, , hours] = orderForest(FOREST.rows, 'worst');
  expect([opensAtFirst(race!, 1000), opensAtFirst(hours!, 1000), opensAtFirst(hours!, 300)]).toEqual([
    true,
    false,
    true,
  ]);
});

it('slices are counted by what became of them', () => {
  expect(countForest(FOREST)).toEqual({
    slices: 8,
    refused: 1,
    undecided: 1,
    errors: 0,
    passed: 3,
    open: 2,
    members: 1,
    uncovered: 1,
  });
  expect(FOREST.rows.filter((row) => isUncovered(row, FOREST.metric)).map(({ label }) => label)).toEqual(['(empty)']);
});

it.each(['none', null] as const)(
  'of a metric with the direction %s nothing is worse, whatever chance allows',
  (direction) => {
    const less = measured({
      slice: { sex: 'Male' },
      direction,
      delta: -0.05,
      improvement: null,
      lower: -0.07,
      upper: -0.03,
    });
    const forest = forestOf('f1', comparison([less]));
    expect(rowSentence(forest.rows[0]!, forest.metric)).not.toMatch(/worse|better/);
    expect(summarySentence(forest)).toBe('1 slice: 1 without a verdict.');
  },
);

it.each([
  [
    FEMALE,
    'sex Female: 0.604 against 0.666, −6.2 pt (−8.5 to −3.8 decides, 95 % −8.9 to −3.4), 5\u2009421 rows; refused, allowed loss 2 pt, chance held over all measures of the rule.',
  ],
  [
    '{"race":"Black"}',
    'race Black: 0.647 against 0.643, +0.4 pt (−2.1 to +2.9 decides, 95 % −2.6 to +3.3), 1\u2009561 rows; undecided, allowed loss 2 pt, chance held over all measures of the rule, about 5\u2009567 rows would decide.',
  ],
  [
    '{"race":"Other"}',
    'race Other: 0.700 against 0.700, −22.9 pt (95 % −40.9 to −5.0), 135 rows; too small alone, judged within the pool.',
  ],
  [
    '{"hours":""}',
    'hours (empty): 0.700 against 0.700, −8.0 pt (95 % −10.0 to −6.0), 400 rows; worse beyond chance, but no rule covers this slice.',
  ],
  [
    'f1-groups:race',
    'race: 1 small slice, pooled: 0.433 against 0.667, −23.3 pt (−34.7 to −12.0 decides), 294 rows; refused, allowed loss 2 pt, chance held over all measures of the rule.',
  ],
])('the row %s is one sentence', (key, sentence) => expect(rowSentence(rowOf(key), FOREST.metric)).toBe(sentence));

it('the whole is summed up, with what no rule covers', () => {
  expect(summarySentence(FOREST)).toBe(
    '8 slices: 1 refused, 1 undecided, 3 passed, 2 without a verdict, 1 small one pooled and refused together. 1 that no rule covers is worse beyond chance.',
  );
});

it('the column shows the bounds that decided, an open end as such, and says which they are', () => {
  expect(intervalCell(rowOf('{"sex":"Male"}'), FOREST.metric)).toEqual({
    text: '+0.2 to ∞',
    hint: 'The bounds the verdict was decided on, one-sided 95 %',
  });
  expect(intervalCell(rowOf('{"hours":""}'), FOREST.metric).hint).toBe('The two-sided 95 % interval');
});

it('differences are in the unit of the metric, with as many decimals as tell them apart', () => {
  const latency = measured({
    metric: 'latency',
    unit: 'ms',
    kind: 'quantile',
    direction: 'lower',
    delta: -12.3456,
    improvement: 12.3456,
    lower: -20,
    upper: -4,
  });
  const { metric, rows } = forestOf('latency', comparison([latency]));
  expect(sayDifference(rows[0]!.improvement!, metric)).toBe('+12.3 ms');
  expect(bareDifference(0, metric)).toBe('0.0');
});

it('the area of a mark means rows, and none is too small to be seen', () => {
  expect([16281, 4070, 1, null].map((count) => radiusOf(count, 16281))).toEqual([8, 4, 3.5, 3.5]);
});

it.each([
  ['PASS', 'circle', 'passed'],
  ['FAIL', 'rect', 'refused'],
  ['INCONCLUSIVE', 'path', 'undecided'],
  ['ERROR', 'path', 'error'],
  ['SKIPPED', 'circle', 'open'],
  [null, 'circle', 'open'],
] as const)('%s is a %s of its own', (status, tag, role) =>
  expect(markShape({ status }, 5, 5, 5)).toMatchObject({ tag, role }),
);

it('an estimate beyond the scale is its number in a box, and its interval an arrow on that side alone', () => {
  const strip = { scale: { half: 0.08, ticks: [] }, width: 300, height: 32, largest: 1000, say: String };
  const roles = (key: string) => stripShapes(rowOf(key), strip).map(({ role }) => role);
  expect(roles('f1-groups:race').filter((role) => role === 'arrow')).toHaveLength(2);
  expect(roles('f1-groups:race')).toEqual(expect.arrayContaining(['box', 'boxText']));
  const tips = stripShapes(rowOf('f1-groups:race'), strip).filter(({ role }) => role === 'arrow');
  expect(tips.every(({ attributes }) => String(attributes.d).startsWith('M0 '))).toBe(true);
  expect(roles(FEMALE)).toEqual(['tint', 'margin', 'zero', 'thin', 'arrow', 'thin', 'bar', 'arrow', 'refused']);
});

describe.each(['light', 'dark'] as const)('the picture, %s', (theme) => {
  const picture = {
    title: 'census-income version 3 against 2: f1 <&>',
    lines: ['adult-test 1 (test) · policy r4 · 2026-11-28 14:02 UTC', summarySentence(FOREST)],
    metric: FOREST.metric,
    groups: orderForest(FOREST.rows, 'worst'),
    scale: scaleOf(FOREST.rows, true, false),
    largest: largestOf(FOREST.rows),
  };
  const golden = join(import.meta.dirname, `forest-${theme}.golden.svg`);

  it('is the one that was looked at', () => {
    const svg = forestSvg(picture, 960, theme);
    if (process.env.UPDATE_PICTURES || !existsSync(golden)) writeFileSync(golden, svg);
    expect(svg).toBe(readFileSync(golden, 'utf8'));
  });

  it('has the colours of the console, and nothing that runs or loads', () => {
    const css = readFileSync(join(import.meta.dirname, '..', 'styles', 'tokens.css'), 'utf8');
    const svg = forestSvg(picture, 960, theme);
    const used = new Set(svg.match(/#[0-9a-f]{6}/g));
    for (const colour of used) expect(css).toContain(colour);
    expect(svg).not.toMatch(/<script|href|url\(|style=/);
    expect(svg).toContain('f1 &lt;&amp;&gt;');
    expect(svg).toContain('‹U+202E›');
  });
});

it('a long label loses its middle', () => {
  expect(cutMiddle('a value that is too long to be shown', 15)).toBe('a value…e shown');
  expect(cutMiddle('short', 15)).toBe('short');
});

it('the rows are exported with all bounds, and no cell is a formula', () => {
  const hostile = measured({ slice: { name: '"; DROP' }, ruleIds: ['=cmd()'] });
  const [head, first] = forestCsv(forestOf('f1', comparison([hostile]))).split('\r\n');
  expect(head).toContain(
    'improvement,lower95,upper95,decisionLower,decisionUpper,decisionConfidence,margin,rows,status,ruleIds',
  );
  expect(first).toBe('f1,"{""name"":""\\""; DROP""}",0.7,0.7,0,-0.01,0.01,,,,,1000,,\'=cmd(),');
  expect(forestCsv(FOREST).split('\r\n')).toHaveLength(FOREST.rows.length + 2);
});
