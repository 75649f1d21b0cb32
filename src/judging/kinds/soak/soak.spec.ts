import { evidence, judge, measure, version } from '../../../../test/support/judging/gate-builders.js';
import { type GateEvidence } from '../../evidence/gate-evidence.js';

const floor = { id: 'floor', metric: 'accuracy', min: 0.5 };
const passing = evidence([measure('accuracy', 0.9)], [measure('accuracy', 0.9)]);
const ruleOf = (rule: object, given: GateEvidence) =>
  judge({ rules: [floor, { id: 'tested', ...rule }] }, given).rules.find(({ id }) => id === 'tested');
const staged = (stagedAt: string | null) => ({ ...passing, challenger: version(2, { stagedAt }) });

it.each<[string, object, GateEvidence, string, string]>([
  [
    'long enough in Staging',
    { kind: 'soak', minDuration: 'P2D' },
    staged('2026-11-18T12:00:00.000Z'),
    'PASS',
    'SOAKED',
  ],
  [
    'a moment too short',
    { kind: 'soak', minDuration: 'P2D' },
    staged('2026-11-18T12:00:00.001Z'),
    'FAIL',
    'SOAK_TOO_SHORT',
  ],
  ['never in Staging', { kind: 'soak', minDuration: 'PT1H' }, passing, 'FAIL', 'SOAK_TOO_SHORT'],
])('%s', (_case, rule, given, status, reasonCode) => {
  expect(ruleOf(rule, given)).toMatchObject({ status, reasonCode });
});
