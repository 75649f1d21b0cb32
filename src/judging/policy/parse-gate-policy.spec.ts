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
      'with an unknown field in a slot',
      { rules: [floor], approvals: { slots: [{ role: 'x', n: 1 }] } },
      '/approvals/slots/0/n',
      'UNKNOWN_FIELD',
    ],
    ['with an unknown stage', { stages: { production: { rules: [floor] } } }, '/stages/production', 'UNKNOWN_FIELD'],
    ['with an unknown preset', { preset: 'easy' }, '/preset', 'INVALID_VALUE'],
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
      'with a stay in Staging before Staging',
      { stages: { Staging: { rules: [floor, { kind: 'soak', minDuration: 'P1D' }] } } },
      '/stages/Staging/rules/1',
      'RULE_NOT_APPLICABLE',
    ],
    [
      'with rules of kinds that judge no quality',
      { rules: [{ kind: 'freshness', maxAgeDays: 3 }] },
      '/rules',
      'NO_QUALITY_RULE',
    ],
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

  it.each([
    [{ open: true }, 'Did you mean "preset": "open"?'],
    [{ production: { rules: [] } }, 'Did you mean "stages": {"Production": …}?'],
    [{ stages: { staging: {} } }, 'Did you mean "stages": {"Staging": …}?'],
    [{ maxRegression: 0.1 }, 'It belongs in an entry of "rules".'],
    [{ slots: [] }, 'It belongs in "approvals".'],
    [{ rules: [{ ...floor, freeze: {} }] }, 'It belongs at the top of the policy or of a stage.'],
    [{ minApprovals: 1 }, 'Did you mean "approvals"?'],
    [{ constructor_: 1 }, 'is not known here.'],
  ])('%j with where its field belongs', (document, hint) => {
    const parsed = parseGatePolicy(document);
    expect(parsed.ok ? '' : parsed.errors[0]?.detail).toContain(hint);
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
