import { evidence, judge, measure, version } from '../../test/support/judging/gate-builders.js';
import { buildGateReport } from './gate-report.js';

const given = evidence(
  [measure('f1', 0.604, { sex: 'Female' }, { count: 5421 }), measure('f1', 0.7)],
  [measure('f1', 0.666, { sex: 'Female' }, { count: 5421 }), measure('f1', 0.7)],
);
const rules = [
  { metric: 'f1', maxRegression: 0.02, slices: [{ sex: 'Female' }], includeOverall: true },
  { metric: 'f1', min: 0.5 },
];
const report = (order = rules, of = given, policyDigest = 'sha256:p') =>
  buildGateReport(of, judge({ rules: order }, of), policyDigest);

describe('the digest of a gate report', () => {
  it('does not depend on the order of rules', () => {
    expect(report([...rules].reverse()).digest).toBe(report().digest);
  });

  it.each<[string, ReturnType<typeof report>]>([
    ['the policy', report(rules, given, 'sha256:q')],
    ['the artifact', report(rules, { ...given, challenger: version(2, { artifactDigest: 'sha256:other' }) })],
    ['the incumbent', report(rules, { ...given, incumbent: version(3) })],
    [
      'the evidence',
      report(rules, {
        ...given,
        challengerEvaluations: given.challengerEvaluations.map((one) => ({ ...one, id: 'other' })),
      }),
    ],
    ['the model', report(rules, { ...given, model: 'other' })],
  ])('depends on %s', (_case, other) => {
    expect(other.digest).not.toBe(report().digest);
  });
});
