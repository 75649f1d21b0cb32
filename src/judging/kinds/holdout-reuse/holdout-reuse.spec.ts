import { evidence, judge, measure } from '../../../../test/support/judging/gate-builders.js';
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
