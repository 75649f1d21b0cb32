import { composeGatePolicies } from '../../policy/compose-gate-policies.js';
import { evaluation, evidence, judge, measure, policy } from '../../../../test/support/judging/gate-builders.js';

const METRIC = 'latency_ms_p95';
const LATENCY = { id: 'latency', kind: 'regression', metric: METRIC, mode: 'point', margin: { rel: 0.05 } };
const QUALITY = { id: 'floor', metric: 'f1', min: 0.1 };
const document = { rules: [QUALITY, { ...LATENCY, whereReported: true }] };

/** How the rule on latency ends where each version has this one; null is none. */
function judged(challenger: number | null, incumbent: number | null, rules: object = document) {
  const of = (version: number, latency: number | null) =>
    evaluation(
      version,
      [
        measure('f1', 0.9),
        ...(latency === null ? [] : [measure(METRIC, latency, {}, { standardError: 0.5, unit: 'ms' })]),
      ],
      { environment: 'c7g' },
    );
  const given = evidence([], [], {
    challengerEvaluations: [of(2, challenger)],
    incumbentEvaluations: [of(1, incumbent)],
  });
  const outcome = judge(rules, given);
  return { outcome, rule: outcome.rules.find(({ id }) => id === 'latency')! };
}

it.each([
  ['both', 20, 20, 'PASS', 'WITHIN_MARGIN'],
  ['both, and the challenger is slower', 30, 20, 'FAIL', 'REGRESSION'],
  ['neither', null, null, 'SKIPPED', 'NOT_REPORTED'],
  ['the challenger alone', 20, null, 'SKIPPED', 'NOT_REPORTED'],
  ['the incumbent alone', null, 20, 'SKIPPED', 'NOT_REPORTED'],
] as const)('a metric that is reported by %s', (_name, challenger, incumbent, status, reasonCode) => {
  expect(judged(challenger, incumbent).rule).toMatchObject({ status, reasonCode });
});

it('without whereReported a metric that the challenger dropped fails the rule', () => {
  const { rule } = judged(null, 20, { rules: [QUALITY, LATENCY] });
  expect(rule).toMatchObject({ status: 'FAIL', reasonCode: 'MISSING_CHALLENGER_METRIC' });
});

it.each(['standard', 'regulated'])(
  'the preset %s warns of answers that became slower, and blocks nothing by it',
  (preset) => {
    const { outcome, rule } = judged(40, 20, { preset, rules: [QUALITY] });
    expect(rule).toMatchObject({ enforcement: 'warn', status: 'FAIL', reasonCode: 'REGRESSION' });
    expect(outcome.warnings.map(({ ruleId }) => ruleId)).toContain('latency');
    expect(outcome.blockers.filter(({ message }) => message.includes('latency'))).toEqual([]);
    const { outcome: silent } = judged(null, null, { preset, rules: [QUALITY] });
    expect(silent.warnings.map(({ ruleId }) => ruleId)).not.toContain('latency');
  },
);

it('a narrower policy may not leave out what the wider one demands everywhere, and may the other way round', () => {
  const everywhere = policy({ rules: [QUALITY, LATENCY] });
  expect(composeGatePolicies(everywhere, policy(document))).toMatchObject({ ok: false });
  expect(composeGatePolicies(policy(document), everywhere)).toMatchObject({ ok: true });
});
