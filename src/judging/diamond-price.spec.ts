import { judge, version } from '../../test/support/judging/gate-builders.js';
import { realEvidence } from '../../test/support/judging/real-models.js';

const staged = { challenger: version(2, { stagedAt: '2026-11-10T00:00:00.000Z' }) };
const standard = {
  preset: 'standard',
  rules: [
    { id: 'overall', metric: 'mse', maxRegression: { rel: 0.02 } },
    { id: 'clarity', metric: 'mae', maxRegression: { rel: 0.1 }, slicesOf: ['clarity'] },
  ],
};

describe('real models of diamond prices under the preset standard', () => {
  it('v2 is promoted over v1', () => {
    expect(judge(standard, realEvidence('diamond-price', 'v1..v2', staged)).verdict).toBe('PASS');
  });

  it('a clarity too rare for power is not held back where it is shown to be better', () => {
    const rule = standard.rules[1]!;
    const outcome = judge(
      { rules: [{ ...rule, mode: 'no_detected_regression' }] },
      realEvidence('diamond-price', 'v1..v2'),
    );
    const rare = outcome.rules[0]!.measures.find(({ slice }) => slice?.clarity === 'I1');
    expect(rare).toMatchObject({ status: 'PASS', reasonCode: 'SUPERIOR', observed: { count: 180 } });
  });

  const refused = judge(standard, realEvidence('diamond-price', 'v2..v3', staged));

  it('v3, which is better overall, is refused for the clarity it never saw', () => {
    expect(refused.verdict).toBe('FAIL');
    expect(refused.rules.find(({ id }) => id === 'overall')).toMatchObject({ status: 'PASS', reasonCode: 'SUPERIOR' });
    const failed = refused.rules.flatMap(({ measures }) => measures).filter(({ status }) => status === 'FAIL');
    expect(failed.map(({ slice }) => slice)).toEqual([{ clarity: 'IF' }]);
    expect(failed[0]).toMatchObject({
      reasonCode: 'REGRESSION',
      observed: {
        challenger: expect.closeTo(299.5, 1),
        incumbent: expect.closeTo(197.8, 1),
        lower: expect.closeTo(69.98, 2),
        upper: expect.closeTo(133.4, 1),
        count: 401,
      },
      required: { margin: expect.closeTo(19.78, 2), marginRelative: 0.1, confidence: 0.95 },
    });
  });

  it('and the refusal says so with its numbers', () => {
    expect(refused.rules[0]!.message).toBe(
      'mae on clarity=IF: 299.5 vs 197.8 (+101.7, 99.375 % bounds (Holm over 8 measures) +53.4 … +149.9, n = 401, paired). Allowed rise 19.8. ' +
        'Worse than allowed and statistically significant. FAIL (1 of 8 measures FAIL) — paired t, paired, n = 401',
    );
  });

  it('squared errors refuse it too', () => {
    const rule = { kind: 'regression', metric: 'mse', mode: 'no_detected_regression', margin: { rel: 0.1 } };
    const outcome = judge({ rules: [{ ...rule, slicesOf: ['clarity'] }] }, realEvidence('diamond-price', 'v2..v3'));
    expect(outcome.rules[0]!.measures[0]).toMatchObject({
      slice: { clarity: 'IF' },
      status: 'FAIL',
      observed: { delta: expect.closeTo(286_397, -2) },
    });
  });
});
