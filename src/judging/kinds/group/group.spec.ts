import { evidence, judge, measure } from '../../../../test/support/judging/gate-builders.js';

const floor = { id: 'floor', metric: 'accuracy', min: 0.5 };

describe('a group of at least k rules', () => {
  const yes = { metric: 'accuracy', min: 0.1 };
  const no = { metric: 'accuracy', min: 0.95 };
  const unknown = { metric: 'auc', maxRegression: 0.1 };
  const error = { metric: 'f1', min: 0.1 };
  const given = evidence([measure('accuracy', 0.9), measure('auc', 0.9), measure('f1', 7)], [measure('accuracy', 0.9)]);

  it.each<[object[], number, string]>([
    [[yes, no], 1, 'PASS'],
    [[yes, no], 2, 'FAIL'],
    [[yes, unknown], 2, 'INCONCLUSIVE'],
    [[no, unknown], 2, 'FAIL'],
    [[yes, error], 2, 'ERROR'],
    [[yes, error], 1, 'PASS'],
  ])('%j, at least %d → %s', (rules, atLeast, status) => {
    const outcome = judge({ rules: [{ kind: 'group', atLeast, rules }] }, given);
    expect(outcome.rules[0]).toMatchObject({ kind: 'group', status });
    expect(outcome.verdict).toBe(status);
  });

  it.each([
    ['a value below the limit', given],
    ['no evaluation at all', { ...given, challengerEvaluations: [] }],
  ])('that passes by its facts alone judges no quality: %s', (_case, of) => {
    const facts = { kind: 'metadata', require: [{ path: 'runId', op: 'present' }] };
    const outcome = judge({ rules: [{ kind: 'group', atLeast: 1, rules: [facts, no] }] }, of);
    expect(outcome).toMatchObject({
      verdict: 'INCONCLUSIVE',
      blockers: [{ reasonCode: 'NO_QUALITY_RULE' }],
      rules: [{ status: 'PASS' }],
    });
  });

  it('without an incumbent is skipped when all its rules are', () => {
    const outcome = judge(
      { rules: [floor, { kind: 'group', atLeast: 1, rules: [{ metric: 'accuracy', maxRegression: 0.1 }] }] },
      { ...given, incumbent: null },
    );
    expect(outcome).toMatchObject({
      verdict: 'PASS',
      rules: [{ id: 'floor' }, { status: 'SKIPPED', reasonCode: 'NO_INCUMBENT' }],
    });
  });
});
