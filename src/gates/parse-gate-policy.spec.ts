import { describe, expect, it } from '@jest/globals';
import { policy } from '../../test/support/gate-builders.js';
import { gatePolicyJsonSchema } from './gate-policy-schema.js';
import { gatePolicyDigest, parseGatePolicy } from './parse-gate-policy.js';

const floor = { metric: 'accuracy', min: 0.8 };

describe('a policy document is refused', () => {
  it.each<[string, unknown, string, string]>([
    ['that is not an object', 7, '', 'INVALID_TYPE'],
    ['that is null', null, '', 'INVALID_TYPE'],
    ['that says nothing', {}, '', 'NO_STAGES'],
    ['with an unknown field', { rules: [floor], freeze: {} }, '/freeze', 'UNKNOWN_FIELD'],
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
    ['with an empty margin', { rules: [{ metric: 'auc', maxRegression: {} }] }, '/rules/0/margin', 'MARGIN_MISSING'],
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

describe('short forms are complete rules', () => {
  const rulesOf = (...rules: unknown[]) => policy({ rules }).stages.Production!.rules;

  it('min makes a threshold on the whole', () => {
    expect(rulesOf(floor)).toMatchObject([
      {
        id: 'accuracy-min',
        kind: 'threshold',
        metric: 'accuracy',
        min: 0.8,
        bound: 'point',
        enforcement: 'block',
        slices: [{}],
        critical: false,
        minSliceSize: 100,
        maxSlices: 1000,
      },
    ]);
  });

  it('maxRegression makes a regression on the named slices only', () => {
    expect(rulesOf({ metric: 'accuracy', maxRegression: 0.01, slices: [{ sex: 'Female' }] })).toMatchObject([
      {
        id: 'accuracy-regression-sex=Female',
        kind: 'regression',
        mode: 'point',
        margin: { abs: 0.01 },
        slices: [{ sex: 'Female' }],
      },
    ]);
  });

  it('includeOverall adds the whole', () => {
    const [rule] = rulesOf({
      metric: 'accuracy',
      maxRegression: 0.01,
      slices: [{ sex: 'Female' }],
      includeOverall: true,
    });
    expect(rule).toMatchObject({ slices: [{ sex: 'Female' }, {}] });
  });

  it('limits and maxRegression together make two rules', () => {
    expect(rulesOf({ ...floor, maxRegression: 0.01 }).map(({ id }) => id)).toEqual([
      'accuracy-min',
      'accuracy-regression',
    ]);
    expect(rulesOf({ id: 'acc', ...floor, maxRegression: 0.01 }).map(({ id }) => id)).toEqual([
      'acc-limit',
      'acc-regression',
    ]);
  });

  it('derived ids that clash are told apart by content, whatever the order', () => {
    const warn = { ...floor, min: 0.9, enforcement: 'warn' };
    const ids = rulesOf(floor, warn).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(rulesOf(warn, floor).map(({ id }) => id)).toEqual(ids);
  });
});

describe('what a silent policy means', () => {
  const approver = {
    slots: [{ role: 'approver', count: 1 }],
    distinctPersons: true,
    excludeActors: ['registrant', 'requester'],
    rejectionIsVeto: true,
  };

  it.each([
    ['Production without preset', { rules: [floor] }, 'Production', approver, false],
    [
      'Staging without preset',
      { stages: { Staging: { rules: [floor] } } },
      'Staging',
      { ...approver, slots: [] },
      false,
    ],
    ['open', { preset: 'open' }, 'Production', { ...approver, slots: [] }, true],
    ['simple', { preset: 'simple', rules: [floor] }, 'Production', approver, false],
    [
      'staging',
      { stages: { Staging: { preset: 'staging', rules: [floor] } } },
      'Staging',
      { ...approver, excludeActors: [] },
      false,
    ],
    ['no approvals', { rules: [floor], approvals: { slots: [] } }, 'Production', { ...approver, slots: [] }, false],
    [
      'two approvals',
      { rules: [floor], approvals: { slots: [{ role: 'approver', count: 2 }] } },
      'Production',
      { ...approver, slots: [{ role: 'approver', count: 2 }] },
      false,
    ],
  ] as const)('%s', (_case, document, stage, approvals, allowSkipStaging) => {
    expect(policy(document).stages[stage]).toMatchObject({ approvals, allowSkipStaging });
  });

  it('merges top-level fields with a Production block that leaves them out', () => {
    const merged = policy({ preset: 'simple', stages: { Production: { rules: [floor] } } }).stages.Production!;
    expect(merged).toMatchObject({
      preset: 'simple',
      rules: [{ id: 'accuracy-min' }, { id: 'freshness', maxAgeDays: 30 }],
    });
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

it('the JSON Schema describes every field', () => {
  const undescribed: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties } = node as { properties?: Record<string, { description?: string }> };
    for (const [name, property] of Object.entries(properties ?? {}))
      if (!property.description) undescribed.push(`${path}/${name}`);
    for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
  };
  visit(gatePolicyJsonSchema(), '');
  expect(undescribed).toEqual([]);
});
