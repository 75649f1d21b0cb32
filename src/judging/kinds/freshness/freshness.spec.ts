import { evidence, judge, measure } from '../../../../test/support/judging/gate-builders.js';
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
