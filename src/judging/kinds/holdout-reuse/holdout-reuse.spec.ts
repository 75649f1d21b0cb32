import { evaluation, evidence, judge, measure } from '../../../../test/support/judging/gate-builders.js';
import { type GateEvidence } from '../../evidence/gate-evidence.js';

const floor = { id: 'floor', metric: 'accuracy', min: 0.5 };
const passing = evidence([measure('accuracy', 0.9)], [measure('accuracy', 0.9)]);
const ruleOf = (rule: object, given: GateEvidence) =>
  judge({ rules: [floor, { id: 'tested', ...rule }] }, given).rules.find(({ id }) => id === 'tested');
const used = (challengers: number) => ({
  ...passing,
  holdoutUses: [{ dataset: { name: 'holdout', version: '1' }, challengers }],
});
const reuse = { kind: 'holdout_reuse', warnAfter: 20, failAfter: 100 };

it.each<[string, object, GateEvidence, string, string]>([
  ['a little used holdout', reuse, used(20), 'PASS', 'WITHIN_LIMITS'],
  ['a worn-out holdout', reuse, used(101), 'FAIL', 'HOLDOUT_WORN_OUT'],
  ['a holdout of unknown use', reuse, passing, 'INCONCLUSIVE', 'HOLDOUT_USE_UNKNOWN'],
])('%s', (_case, rule, given, status, reasonCode) => {
  expect(ruleOf(rule, given)).toMatchObject({ status, reasonCode });
});

it('warns of a holdout that wears out', () => {
  expect(judge({ rules: [floor, reuse] }, used(21))).toMatchObject({
    verdict: 'PASS',
    warnings: [{ code: 'HOLDOUT_WEARS_OUT' }],
  });
});

describe('a limit without a dataset of its own, beside a rule on other data', () => {
  const dataset = { name: 'stress', version: '1', digest: null, split: null };
  const onStress = evaluation(2, [measure('accuracy', 0.9)], {
    id: 'stress',
    dataset,
    createdAt: '2026-11-19T10:00:00.000Z',
  });
  const given = (challengers: number, splits: string[] = []): GateEvidence => ({
    ...used(20),
    challengerEvaluations: [
      ...passing.challengerEvaluations,
      onStress,
      ...splits.map((split) => ({ ...onStress, id: split, dataset: { ...dataset, split } })),
    ],
    holdoutUses: [...used(20).holdoutUses, { dataset: { name: 'stress', version: '1' }, challengers }],
  });
  const stress = (rest: object = {}) => ({ metric: 'accuracy', min: 0.5, dataset: 'stress', ...rest });
  const judged = (of: GateEvidence, ...rules: object[]) =>
    judge({ rules: [floor, { id: 'tested', ...reuse }, ...rules] }, of);

  it.each<[number, object[], string, string]>([
    [101, [stress()], 'FAIL', 'HOLDOUT_WORN_OUT'],
    [20, [stress()], 'PASS', 'WITHIN_LIMITS'],
    [101, [stress({ enforcement: 'warn' })], 'PASS', 'WITHIN_LIMITS'],
    [101, [], 'PASS', 'WITHIN_LIMITS'],
  ])('that %d versions were measured on: %j', (challengers, rules, status, reasonCode) => {
    expect(judged(given(challengers), ...rules).rules.find(({ id }) => id === 'tested')).toMatchObject({
      status,
      reasonCode,
    });
  });

  it('says how often the most used data were, and warns of each once', () => {
    const rules = ['a', 'b'].map((split) => stress({ id: split, dataset: { name: 'stress', split } }));
    const outcome = judged(given(50, ['a', 'b']), ...rules);
    expect(outcome.warnings).toEqual([
      { code: 'HOLDOUT_WEARS_OUT', message: expect.stringContaining('50 versions'), ruleId: 'tested' },
    ]);
    expect(outcome.rules.find(({ id }) => id === 'tested')!.measures).toMatchObject([{ observed: { challenger: 50 } }]);
  });
});
