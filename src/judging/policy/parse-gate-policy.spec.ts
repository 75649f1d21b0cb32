import { policy } from '../../../test/support/judging/gate-builders.js';
import { gatePolicyDigest, parseGatePolicy } from './parse-gate-policy.js';

const floor = { metric: 'accuracy', min: 0.8 };

describe('a policy document is refused', () => {
  it.each<[string, unknown, string, string]>([
    ['that is not an object', 7, '', 'INVALID_TYPE'],
    ['that is null', null, '', 'INVALID_TYPE'],
    ['that says nothing', {}, '', 'NO_STAGES'],
    ['with an unknown field', { rules: [floor], thaw: {} }, '/thaw', 'UNKNOWN_FIELD'],
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
    [
      'with an unknown field in a slot',
      { rules: [floor], approvals: { slots: [{ role: 'x', n: 1 }] } },
      '/approvals/slots/0/n',
      'UNKNOWN_FIELD',
    ],
    ['with an unknown stage', { stages: { production: { rules: [floor] } } }, '/stages/production', 'UNKNOWN_FIELD'],
    ['with an unknown rule kind', { rules: [{ kind: 'horoscope' }] }, '/rules/0/kind', 'UNKNOWN_RULE_KIND'],
    ['with an unknown preset', { preset: 'easy' }, '/preset', 'INVALID_VALUE'],
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
      'with an unknown metric whose environment must agree',
      { rules: [{ metric: 'accuracy', min: 0.8 }], comparability: { sameEnvironmentClass: ['latncy'] } },
      '/comparability/sameEnvironmentClass/0',
      'UNKNOWN_METRIC',
    ],
    [
      'with a metric of no direction declared',
      { metrics: { lift: {} }, rules: [floor] },
      '/metrics/lift/direction',
      'DIRECTION_MISSING',
    ],
    [
      'with a well-known metric turned round',
      { metrics: { accuracy: { direction: 'lower' } }, rules: [floor] },
      '/metrics/accuracy/direction',
      'DIRECTION_CONFLICT',
    ],
    [
      'with a range out of order',
      { metrics: { lift: { direction: 'higher', range: [2, 1] } }, rules: [floor] },
      '/metrics/lift/range',
      'RANGE_NOT_ORDERED',
    ],
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
    ['without rules', { approvals: { slots: [] } }, '/rules', 'NO_QUALITY_RULE'],
    ['with nothing that blocks', { rules: [{ ...floor, enforcement: 'warn' }] }, '/rules', 'NO_QUALITY_RULE'],
    ['with a preset that is not open and no rules', { preset: 'simple' }, '/rules', 'NO_QUALITY_RULE'],
    [
      'with an empty Staging block',
      { preset: 'open', stages: { Staging: {} } },
      '/stages/Staging/rules',
      'NO_QUALITY_RULE',
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
      'with a stay in Staging before Staging',
      { stages: { Staging: { rules: [floor, { kind: 'soak', minDuration: 'P1D' }] } } },
      '/stages/Staging/rules/1',
      'RULE_NOT_APPLICABLE',
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
    [
      'with rules of kinds that judge no quality',
      { rules: [{ kind: 'freshness', maxAgeDays: 3 }] },
      '/rules',
      'NO_QUALITY_RULE',
    ],
    ['that is open and gated at once', { preset: 'open', rules: [floor] }, '/rules/0', 'OPEN_WITH_GATES'],
    [
      'that states Production twice',
      { rules: [floor], stages: { Production: { rules: [floor] } } },
      '/rules',
      'STATED_TWICE',
    ],
    ['with text that cannot be stored', { name: 'a\u0000b', rules: [floor] }, '', 'INVALID_TEXT'],
    [
      'with a pointer that needs escaping',
      { metrics: { 'a/b~c': {} }, rules: [floor] },
      '/metrics/a~1b~0c/direction',
      'DIRECTION_MISSING',
    ],
  ])('%s', (_case, document, pointer, code) => {
    const parsed = parseGatePolicy(document);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.errors).toContainEqual({ pointer, code, detail: expect.any(String) });
  });

  it('with a hint at the name that was meant', () => {
    const parsed = parseGatePolicy({ rules: [{ metric: 'acuracy', min: 0.8, enforcment: 'warn' }] });
    expect(parsed.ok ? '' : parsed.errors[0]?.detail).toContain('Did you mean "enforcement"?');
    const metric = parseGatePolicy({ rules: [{ metric: 'F1-Score', min: 0.8 }] });
    expect(metric.ok ? '' : metric.errors[0]?.detail).toContain('Did you mean "f1_score"?');
  });

  it('with all its faults at once', () => {
    const parsed = parseGatePolicy({
      rules: [
        { metric: 'auc', min: 2 },
        { metric: 'nope', min: 1 },
      ],
    });
    expect(parsed.ok ? [] : parsed.errors.map(({ code }) => code)).toEqual(['UNKNOWN_METRIC', 'LIMIT_OUT_OF_RANGE']);
  });
});

describe('the digest of a policy', () => {
  const digest = (document: unknown) => gatePolicyDigest(policy(document));

  it('does not depend on the order of rules, slices, or keys', () => {
    const slices = [{ sex: 'Female', race: 'Black' }, { sex: 'Male' }];
    const a = digest({ rules: [floor, { metric: 'f1', maxRegression: 0.01, slices }] });
    const turned = [{ sex: 'Male' }, { race: 'Black', sex: 'Female' }];
    expect(digest({ rules: [{ slices: turned, maxRegression: { abs: 0.01 }, metric: 'f1' }, floor] })).toBe(a);
    expect(a).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('depends on every number', () => {
    expect(digest({ rules: [floor] })).not.toBe(digest({ rules: [{ ...floor, min: 0.81 }] }));
  });

  it.each([
    [{ preset: 'open' }],
    [{ preset: 'simple', rules: [floor], metrics: { lift: { direction: 'higher' } }, protectedAliases: ['prod'] }],
    [
      {
        rules: [{ ...floor, maxRegression: { rel: 0.1 }, slices: [{ a: true }] }],
        stages: { Staging: { preset: 'staging', rules: [floor] } },
      },
    ],
  ])('is that of the normalised policy, which parses to itself: %j', (document) => {
    const normalised = policy(document);
    expect(policy(JSON.parse(JSON.stringify(normalised)))).toEqual(normalised);
  });
});
