import { type GateMeasureResponse, type GateReportResponse } from '@stagegate/client';
import { formatSlice, linkFor, safeUrl, shortDigest, visibleText } from './identifiers.js';
import { modelsFilter } from './models-filter.js';
import { inertMarkdown, toMarkdown } from './markdown-report.js';
import { closenessWords, limitedOf } from './limits.js';
import { reasonSentence, roomOf, toRow, verdictSentence, worstMeasures } from './judgement.js';
import { countUpTo, formatCount, formatDifference, formatNumber, formatValue } from './numbers.js';
import { formatSpan, formatTime } from './times.js';

it.each([
  [0, '0'],
  [0.12345, '0.123'],
  [-12.345, '−12.3'],
  [1234.5, '1.23e+3'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

it.each([
  [-0.0616, true, '−6.2 pt'],
  [0.0004, true, '+0.04 pt'],
  [-0.0001, true, '−0.01 pt'],
  [0.123, true, '+12.3 pt'],
  [-0.00458, false, '−0.00458'],
  [0, true, '0.00 pt'],
])('a difference of %d is written %s', (value, isShare, text) => {
  expect(formatDifference(value, isShare)).toBe(text);
});

it('counts are grouped by thin spaces, and values keep three places', () => {
  expect(formatCount(1_234_567)).toBe('1\u2009234\u2009567');
  expect(formatCount(999)).toBe('999');
  expect([countUpTo(19, 20), countUpTo(20, 20), countUpTo(1_000, 1_000)]).toEqual(['19', '20+', '1\u2009000+']);
  expect([formatValue(0.6), formatValue(47.95)]).toEqual(['0.600', '48']);
});

it('times are ages for a week and dates from then on', () => {
  const now = Date.parse('2026-11-28T12:00:00.000Z');
  const ago = (ms: number) => formatTime(new Date(now - ms).toISOString(), now);
  expect([ago(5_000), ago(120_000), ago(3 * 3_600_000), ago(3 * 86_400_000)]).toEqual([
    'just now',
    '2 min ago',
    '3 h ago',
    '3 d ago',
  ]);
  expect(ago(8 * 86_400_000)).toMatch(/^20 Nov 2026, \d\d:00$/);
  expect(ago(-3_600_000)).toMatch(/28 Nov 2026/);
  expect(formatSpan(47 * 3_600_000)).toBe('47 h');
});

it('what nobody sees, or what turns the text around it, is shown', () => {
  expect(visibleText('a\u202Eb\u200Bc')).toBe('a‹U+202E›b‹U+200B›c');
  expect(formatSlice({ sex: 'Female', race: null, note: '' })).toBe('sex Female · race (missing) · note (empty)');
  expect(formatSlice({})).toBe('all rows');
  expect(shortDigest(`sha256:0424${'0'.repeat(56)}377f`)).toBe('sha256:0424…377f');
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'no url', ' javascript:x'])(
  '%s is no link',
  (text) => {
    expect(safeUrl(text)).toBeNull();
  },
);

it('a template is filled with the value as one part of the address', () => {
  expect(linkFor('https://git.example/{gitCommit}', 'gitCommit', 'a/../b?c')).toBe(
    'https://git.example/a%2F..%2Fb%3Fc',
  );
  expect(linkFor(null, 'gitCommit', 'a')).toBeNull();
});

function measure(parts: Partial<GateMeasureResponse>): GateMeasureResponse {
  return {
    metric: 'f1',
    slice: { sex: 'Female' },
    status: 'FAIL',
    reasonCode: 'REGRESSION',
    message: 'f1 on sex=Female: 0.604 vs 0.666 (−6.2 pt, n = 5,421).',
    observed: { challenger: 0.604, incumbent: 0.666, delta: -0.0616, improvement: -0.0616, count: 5421 },
    required: { margin: 0.02 },
    basis: 'point comparison',
    evaluations: {} as GateMeasureResponse['evaluations'],
    ...parts,
  };
}

function report(verdict: GateReportResponse['verdict'], measures: GateMeasureResponse[]): GateReportResponse {
  const rule = {
    id: 'f1',
    kind: 'regression',
    enforcement: 'block',
    status: verdict,
    reasonCode: 'X',
    message: 'why',
    measures,
  };
  return {
    model: 'census',
    challenger: 3,
    verdict,
    digest: 'sha256:x',
    policyRevision: 4,
    rules: [rule],
  } as unknown as GateReportResponse;
}

it('a refusal is said with its numbers, in points', () => {
  expect(verdictSentence(report('FAIL', [measure({})]))).toBe(
    'Version 3 is refused. f1 on sex Female is 0.604 against 0.666: 6.2 points worse, 2.0 are allowed.',
  );
});

it.each([
  [{ required: { min: 0.88 }, slice: {}, metric: 'auc_roc' }, 'auc_roc is 0.604; at least 0.880 is asked for.'],
  [{ required: { max: 0.05 }, slice: {}, metric: 'ece_10' }, 'ece_10 is 0.604; at most 0.050 is allowed.'],
  [
    { status: 'INCONCLUSIVE' as const, neededN: 6100 },
    'About 6\u2009100 rows of sex Female would; there are 5\u2009421.',
  ],
  [{ status: 'ERROR' as const, message: 'There is no evaluation.' }, 'There is no evaluation.'],
])('a measure that does not pass says why: %j', (parts, sentence) => {
  expect(reasonSentence(measure(parts))).toBe(sentence);
});

it('a metric where less is better loses by growing', () => {
  const loss = measure({
    metric: 'log_loss',
    slice: {},
    message: 'log_loss: 0.300 vs 0.276 (+0.024).',
    observed: { challenger: 0.3, incumbent: 0.276, delta: 0.024, improvement: -0.024 },
    required: { margin: 0.00281 },
  });
  expect(reasonSentence(loss)).toBe('log_loss is 0.300 against 0.276: 0.024 worse, 0.00281 are allowed.');
  expect(toRow(loss).difference).toBe('−0.024');
  expect(roomOf(loss)).toBeCloseTo(-7.54, 2);
});

it('the interval of a metric where less is better is turned with it, as in a comparison', () => {
  const loss = measure({
    status: 'PASS',
    metric: 'log_loss',
    message: 'log_loss: 0.276 vs 0.281 (−0.0046).',
    observed: {
      challenger: 0.276,
      incumbent: 0.281,
      delta: -0.0046,
      improvement: 0.0046,
      lower: -0.0061,
      upper: -0.0031,
    },
    required: { margin: 0.01 },
  });
  expect(toRow(loss)).toMatchObject({ difference: '+0.0046', interval: '+0.0031 to +0.0061' });
  expect(roomOf(loss)).toBeCloseTo(1.31, 2);
});

it('the interval of a value has no sign, since nothing is compared', () => {
  const floor = measure({
    status: 'INCONCLUSIVE',
    observed: { challenger: 0.9, lower: 0.893, upper: 0.907, count: 50 },
  });
  expect(toRow({ ...floor, required: { min: 0.895 } }).interval).toBe('0.893 to 0.907');
});

it('how close a measure is to its limit is said with the limit, the room and the rule', () => {
  const observed = { challenger: 0.6, incumbent: 0.6, delta: 0.004, improvement: 0.004, lower: -0.018, upper: 0.02 };
  const shown = { ...measure({ status: 'PASS', reasonCode: 'NON_INFERIOR', observed }), ruleId: 'f1-by-sex' };
  expect(closenessWords(limitedOf(shown))).toBe(
    'f1 on sex Female +0.4 pt (−1.8 pt at worst), at least −2.0 pt: 0.2 pt to spare, rule f1-by-sex',
  );
  const floor = { ...shown, metric: 'auc_roc', slice: {}, observed: { challenger: 0.861 }, required: { min: 0.88 } };
  expect(closenessWords(limitedOf(floor))).toBe('auc_roc 0.861, at least 0.880: 1.9 pt beyond, rule f1-by-sex');
  const ceiling = { ...floor, metric: 'age_days', required: { max: 2 } };
  expect(closenessWords(limitedOf(ceiling))).toBe('age_days 0.861, at most 2: 1.14 to spare, rule f1-by-sex');
  expect(closenessWords({ ...limitedOf(shown), limit: null })).toBe('f1 on sex Female +0.4 pt');
});

it('the worst comes first: refused before undecided before passed, and of those what is closest to its limit', () => {
  const near = measure({
    status: 'PASS',
    slice: { race: 'Black' },
    observed: { improvement: -0.019, challenger: 0.6 },
  });
  const far = measure({ status: 'PASS', slice: { race: 'White' }, observed: { improvement: 0.01, challenger: 0.6 } });
  const open = measure({ status: 'INCONCLUSIVE', slice: { race: 'Other' } });
  const order = worstMeasures(report('FAIL', [far, near, open, measure({})]), 4);
  expect(order.map(({ slice }) => Object.values(slice)[0])).toEqual(['Female', 'Other', 'Black', 'White']);
});

it('the report is copied as a table with its digest', () => {
  expect(toMarkdown(report('FAIL', [measure({})]))).toContain('| refused | f1 | why |');
  expect(inertMarkdown('<img src=x> [a](javascript:1) ![b](c) *d* | @e\u202E https://f')).toBe(
    '\\<img src=x\\> \\[a\\](javascript:1) \\!\\[b\\](c) \\*d\\* \\| \\@e‹U+202E› https\\:\\/\\/f',
  );
});

it('what is typed of models becomes a filter in which it is nothing but text', () => {
  expect(modelsFilter({})).toBeUndefined();
  expect(modelsFilter({ text: "50%_o'f" })).toBe("name ilike '%50\\%\\_o''f%'");
  expect(modelsFilter({ owner: "o' or 1", tag: 'a `b` = c=d' })).toBe("owner = 'o'' or 1' and tags.`a ``b``` = 'c=d'");
  expect(modelsFilter({ tag: 'team' })).toBe('tags.`team` is not null');
});
