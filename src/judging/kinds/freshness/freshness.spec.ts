import { evaluation, evidence, judge, measure } from '../../../../test/support/judging/gate-builders.js';
import { type GateEvidence } from '../../evidence/gate-evidence.js';

const floor = { id: 'floor', metric: 'accuracy', min: 0.5 };
const passing = evidence([measure('accuracy', 0.9)], [measure('accuracy', 0.9)]);
const ruleOf = (rule: object, given: GateEvidence) =>
  judge({ rules: [floor, { id: 'tested', ...rule }] }, given).rules.find(({ id }) => id === 'tested');

it.each<[string, object, GateEvidence, string, string]>([
  ['a fresh evaluation', { kind: 'freshness', maxAgeDays: 14 }, passing, 'PASS', 'FRESH'],
  ['an old evaluation', { kind: 'freshness', maxAgeDays: 0.05 }, passing, 'FAIL', 'EVALUATION_TOO_OLD'],
  [
    'no evaluation',
    { kind: 'freshness', maxAgeDays: 14 },
    { ...passing, challengerEvaluations: [] },
    'FAIL',
    'MISSING_CHALLENGER_METRIC',
  ],
])('%s', (_case, rule, given, status, reasonCode) => {
  expect(ruleOf(rule, given)).toMatchObject({ status, reasonCode });
});

describe('a limit without a dataset of its own', () => {
  const on = (name: string, evaluatedAt: string) =>
    evaluation(2, [measure('accuracy', 0.9)], {
      id: `on-${name}`,
      dataset: { name, version: '1', digest: null, split: null },
      evaluatedAt,
      createdAt: evaluatedAt,
    });
  const newest = on('holdout', '2026-11-20T10:00:00.000Z');
  const old = on('stress', '2026-10-01T10:00:00.000Z');
  const given: GateEvidence = { ...passing, challengerEvaluations: [newest, old] };
  const onStress = { id: 'stress', metric: 'accuracy', min: 0.5, dataset: 'stress' };
  const judged = (rule: object, of: GateEvidence, rest: object = {}) =>
    judge({ rules: [floor, { id: 'tested', kind: 'freshness', maxAgeDays: 14, ...rest }, rule] }, of).rules.find(
      ({ id }) => id === 'tested',
    );

  it.each<[string, object, object, string, string]>([
    ['of a rule', onStress, {}, 'FAIL', 'EVALUATION_TOO_OLD'],
    ['of a rule in a group', { kind: 'group', atLeast: 1, rules: [onStress, floor] }, {}, 'FAIL', 'EVALUATION_TOO_OLD'],
    ['of a rule that only warns', { ...onStress, enforcement: 'warn' }, {}, 'PASS', 'FRESH'],
    [
      'of a rule that only warns, as the limit does',
      { ...onStress, enforcement: 'warn' },
      { enforcement: 'warn' },
      'FAIL',
      'EVALUATION_TOO_OLD',
    ],
    ['of no rule', floor, {}, 'PASS', 'FRESH'],
    ['of a rule, beside a limit on other data', onStress, { dataset: 'holdout' }, 'PASS', 'FRESH'],
  ])('with an old evaluation %s', (_case, rule, rest, status, reasonCode) => {
    expect(judged({ ...rule, id: 'other' }, given, rest)).toMatchObject({ status, reasonCode });
  });

  it('tells which is the oldest', () => {
    expect(judged(onStress, given)).toMatchObject({
      message: expect.stringContaining('The oldest evaluation, on stress@1, is 50.08 days old. Allowed are 14.'),
      measures: [{ evaluations: { challenger: 'on-stress' } }],
    });
  });

  it('that comes by the defaults of the policy does so, too', () => {
    const { verdict } = judge({ defaults: { maxEvaluationAgeDays: 14 }, rules: [floor, onStress] }, given);
    expect(verdict).toBe('FAIL');
  });

  it('is not met by leaving the old evaluation out', () => {
    expect(judged(onStress, { ...given, challengerEvaluations: [newest] })).toMatchObject({
      status: 'FAIL',
      reasonCode: 'MISSING_CHALLENGER_METRIC',
    });
  });
});
