import { parseGatePolicy } from './parse-gate-policy.js';

const floor = { metric: 'accuracy', min: 0.8 };

describe('a policy document is refused for one of its rules', () => {
  it.each<[string, unknown, string, string]>([
    [
      'with a misspelt field in a rule',
      { rules: [{ ...floor, enforcment: 'warn' }] },
      '/rules/0/enforcment',
      'UNKNOWN_FIELD',
    ],
    [
      'with a misspelt field in a full rule',
      { rules: [{ kind: 'threshold', ...floor, bonud: 'point' }] },
      '/rules/0/bonud',
      'UNKNOWN_FIELD',
    ],
    [
      'with an unknown field in a margin',
      { rules: [{ metric: 'f1', maxRegression: { absolute: 1 } }] },
      '/rules/0/maxRegression/absolute',
      'UNKNOWN_FIELD',
    ],
    ['with an unknown rule kind', { rules: [{ kind: 'horoscope' }] }, '/rules/0/kind', 'UNKNOWN_RULE_KIND'],
    ['with a NaN limit', { rules: [{ metric: 'auc', min: Number.NaN }] }, '/rules/0/min', 'INVALID_TYPE'],
    ['with an infinite limit', { rules: [{ metric: 'auc', min: Infinity }] }, '/rules/0/min', 'INVALID_TYPE'],
    ['with a limit as text', { rules: [{ metric: 'auc', min: '0.8' }] }, '/rules/0/min', 'INVALID_TYPE'],
    [
      'with a negative margin',
      { rules: [{ metric: 'auc', maxRegression: -0.1 }] },
      '/rules/0/maxRegression',
      'TOO_SMALL',
    ],
    [
      'with a negative relative margin',
      { rules: [{ kind: 'regression', metric: 'auc', margin: { rel: -0.1 } }] },
      '/rules/0/margin/rel',
      'TOO_SMALL',
    ],
    [
      'with a margin that no model can lose',
      { rules: [{ metric: 'accuracy', maxRegression: 2 }] },
      '/rules/0/maxRegression',
      'MARGIN_TOO_LARGE',
    ],
    [
      'with a margin as large as the value it is a share of',
      { rules: [{ metric: 'accuracy', maxRegression: { rel: 1 } }] },
      '/rules/0/maxRegression',
      'MARGIN_TOO_LARGE',
    ],
    [
      'with an empty margin',
      { rules: [{ metric: 'auc', maxRegression: {} }] },
      '/rules/0/maxRegression',
      'MARGIN_MISSING',
    ],
    ['with a rule that checks nothing', { rules: [{ metric: 'auc' }] }, '/rules/0', 'LIMIT_MISSING'],
    [
      'with limits out of order',
      { rules: [{ metric: 'auc', min: 0.9, max: 0.8 }] },
      '/rules/0/min',
      'LIMITS_NOT_ORDERED',
    ],
    [
      'with a limit outside the range of the metric',
      { rules: [{ metric: 'accuracy', min: 80 }] },
      '/rules/0/min',
      'LIMIT_OUT_OF_RANGE',
    ],
    ['with an unknown metric', { rules: [{ metric: 'acuracy', min: 0.8 }] }, '/rules/0/metric', 'UNKNOWN_METRIC'],
    [
      'with a regression of a metric without direction',
      { rules: [{ metric: 'selection_rate', maxRegression: 0.1 }] },
      '/rules/0/metric',
      'METRIC_WITHOUT_DIRECTION',
    ],
    [
      'with one id twice',
      {
        rules: [
          { id: 'a', ...floor },
          { id: 'a', metric: 'f1', min: 0.1 },
        ],
      },
      '/rules/1/id',
      'DUPLICATE_RULE_ID',
    ],
    ['with one rule twice', { rules: [floor, floor] }, '/rules/1/id', 'DUPLICATE_RULE_ID'],
    [
      'with one slice twice',
      {
        rules: [
          {
            ...floor,
            slices: [
              { a: 1, b: '2' },
              { b: 2, a: '1' },
            ],
          },
        ],
      },
      '/rules/0/slices/1',
      'DUPLICATE_SLICE',
    ],
    [
      'with a slice too deep',
      { rules: [{ ...floor, slices: [Object.fromEntries([...'abcdefghi'].map((f) => [f, 1]))] }] },
      '/rules/0/slices/0',
      'INVALID_SLICE',
    ],
    [
      'with more slices than maxSlices',
      { rules: [{ ...floor, maxSlices: 1, slices: [{ a: 1 }, { a: 2 }] }] },
      '/rules/0/slices',
      'TOO_MANY_SLICES',
    ],
    [
      'with non-inferiority at no margin',
      { rules: [{ metric: 'auc', maxRegression: 0, mode: 'non_inferiority' }] },
      '/rules/0/maxRegression',
      'MARGIN_NOT_POSITIVE',
    ],
    [
      'with Benjamini–Hochberg that blocks',
      { rules: [{ metric: 'auc', maxRegression: 0.1, multiplicity: 'bh' }] },
      '/rules/0/multiplicity',
      'MULTIPLICITY_TOO_WEAK',
    ],
    ['with a confidence of one', { rules: [{ ...floor, confidence: 1 }] }, '/rules/0/confidence', 'TOO_BIG'],
    [
      'with a bound and no limit for it',
      { rules: [{ metric: 'auc', max: 0.9, bound: 'lower_confidence' }] },
      '/rules/0/bound',
      'BOUND_WITHOUT_LIMIT',
    ],
    [
      'with a gap of one slice',
      { rules: [floor, { kind: 'slice_gap', metric: 'auc', max: 0.1, slices: [{ a: 1 }] }] },
      '/rules/1',
      'SLICES_MISSING',
    ],
    [
      'with a gap without limit',
      { rules: [floor, { kind: 'slice_gap', metric: 'auc', slicesOf: ['a'] }] },
      '/rules/1',
      'LIMIT_MISSING',
    ],
    [
      'with a minimum of a difference',
      { rules: [floor, { kind: 'slice_gap', metric: 'auc', slicesOf: ['a'], min: 0.1, max: 0.2 }] },
      '/rules/1/min',
      'LIMIT_NOT_APPLICABLE',
    ],
    [
      'with a ratio above 1',
      { rules: [floor, { kind: 'slice_gap', metric: 'auc', slicesOf: ['a'], statistic: 'ratio', min: 1.2 }] },
      '/rules/1/min',
      'LIMIT_OUT_OF_RANGE',
    ],
    [
      'with a ratio that anything keeps',
      { rules: [floor, { kind: 'slice_gap', metric: 'auc', slicesOf: ['a'], statistic: 'ratio', min: 0 }] },
      '/rules/1/min',
      'LIMIT_OUT_OF_RANGE',
    ],
    [
      'with a pattern that looks around',
      { rules: [floor, { kind: 'metadata', require: [{ path: 'runId', op: 'matches', value: '^(?!a)' }] }] },
      '/rules/1/require',
      'INVALID_PATTERN',
    ],
    [
      'with a duration that is none',
      { rules: [floor, { kind: 'soak', minDuration: '2 days' }] },
      '/rules/1/minDuration',
      'INVALID_FORMAT',
    ],
    [
      'with a duration of nothing',
      { rules: [floor, { kind: 'soak', minDuration: 'PT' }] },
      '/rules/1/minDuration',
      'INVALID_FORMAT',
    ],
    [
      'with a group that asks for more rules than it has',
      { rules: [{ kind: 'group', atLeast: 2, rules: [floor] }] },
      '/rules/0/atLeast',
      'GROUP_TOO_SMALL',
    ],
    [
      'with a group whose short form is several rules, of which then one would do',
      { rules: [floor, { kind: 'group', atLeast: 1, rules: [{ metric: 'f1', min: 0.5, maxRegression: 0.1 }] }] },
      '/rules/1/rules',
      'AMBIGUOUS_GROUP',
    ],
    [
      'with a gain that no model can make',
      { rules: [{ kind: 'regression', metric: 'accuracy', mode: 'superiority', margin: 2 }] },
      '/rules/0/margin',
      'LIMIT_OUT_OF_RANGE',
    ],
    [
      'with a gap that no slices can have',
      { rules: [floor, { kind: 'slice_gap', metric: 'auc', slicesOf: ['a'], max: 5 }] },
      '/rules/1/max',
      'LIMIT_OUT_OF_RANGE',
    ],
    [
      'with a cross of a feature with itself',
      { rules: [{ ...floor, slicesOf: ['sex & sex'] }] },
      '/rules/0/slicesOf',
      'INVALID_SLICE',
    ],
    [
      'with a group in a group',
      { rules: [{ kind: 'group', atLeast: 1, rules: [{ kind: 'group', atLeast: 1, rules: [floor] }] }] },
      '/rules/0/rules/0/kind',
      'UNKNOWN_RULE_KIND',
    ],
    [
      'with an unknown metric in a group',
      { rules: [{ kind: 'group', atLeast: 1, rules: [{ metric: 'nope', min: 0 }] }] },
      '/rules/0/rules',
      'UNKNOWN_METRIC',
    ],
    ['that is open and gated at once', { preset: 'open', rules: [floor] }, '/rules/0', 'OPEN_WITH_GATES'],
  ])('%s', (_case, document, pointer, code) => {
    const parsed = parseGatePolicy(document);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.errors).toContainEqual({ pointer, code, detail: expect.any(String) });
  });
});
