import { censusEvidence } from '../../test/support/judging/census-income.js';
import { judge, version } from '../../test/support/judging/gate-builders.js';
import { realEvidence } from '../../test/support/judging/real-models.js';
import { compareEvaluations } from './compare-evaluations.js';

const staged = { challenger: version(2, { stagedAt: '2026-11-10T00:00:00.000Z' }) };
const standard = {
  preset: 'standard',
  rules: [
    { id: 'accuracy', metric: 'accuracy', maxRegression: 0.01 },
    { id: 'key', metric: 'f1', maxRegression: 0.03, slices: [{ sex: 'Female' }, { sex: 'Male' }] },
    { id: 'tail', metric: 'accuracy', maxRegression: 0.02, slicesOf: ['race', 'age_band'] },
  ],
};

describe('real models of census income under the preset standard', () => {
  it('v2 is promoted over v1', () => {
    expect(judge(standard, censusEvidence('v1..v2', staged))).toMatchObject({ verdict: 'PASS', gated: true });
  });

  it('v3, which ties overall, is refused for the slice it lost', () => {
    const outcome = judge(standard, censusEvidence('v2..v3', staged));
    expect(outcome.verdict).toBe('FAIL');
    expect(outcome.rules.filter(({ status }) => status === 'FAIL').map(({ id }) => id)).toEqual(['key']);
    expect(outcome.rules[0]!.measures[0]).toMatchObject({
      slice: { sex: 'Female' },
      status: 'FAIL',
      reasonCode: 'REGRESSION',
      observed: { challenger: expect.closeTo(0.604, 3), incumbent: expect.closeTo(0.666, 3), count: 5421 },
    });
    expect(outcome.rules[0]!.message).toContain('f1 on sex=Female: 0.604 vs 0.666 (−6.2 pt');
    expect(outcome.rules.find(({ id }) => id === 'accuracy')?.status).toBe('PASS');
  });

  it('the point rule says it in the words of the specification', () => {
    const rule = { metric: 'f1', maxRegression: 0.02, slices: [{ sex: 'Female' }] };
    expect(judge({ rules: [rule] }, censusEvidence('v2..v3')).rules[0]!.measures[0]!.message).toBe(
      'f1 on sex=Female: 0.604 vs 0.666 (−6.2 pt, n = 5,421). Allowed drop 2.0 pt. FAIL',
    );
  });

  it('v4, which cannot be told from v2, is not inferior, but not superior either', () => {
    const given = censusEvidence('v2..v4', staged);
    expect(judge(standard, given).verdict).toBe('PASS');
    const superiority = { kind: 'regression', metric: 'accuracy', mode: 'superiority' };
    expect(judge({ rules: [superiority] }, given)).toMatchObject({
      verdict: 'INCONCLUSIVE',
      rules: [{ reasonCode: 'NOT_SHOWN' }],
    });
  });

  describe('v5, which ranks better and is calibrated worse', () => {
    const outcome = judge(
      {
        preset: 'standard',
        rules: [
          { id: 'auc', metric: 'auc', maxRegression: 0.005 },
          { id: 'accuracy', metric: 'accuracy', maxRegression: 0.01 },
          { id: 'log-loss', metric: 'log_loss', maxRegression: { rel: 0.01 } },
          { id: 'calibration', metric: 'ece_10', maxRegression: 0.01 },
          { id: 'female', metric: 'recall', maxRegression: 0.02, slices: [{ sex: 'Female' }] },
        ],
      },
      realEvidence('census-income-losses', 'v2..v5', staged),
    );
    const measureOf = (id: string) => outcome.rules.find((rule) => rule.id === id)!.measures[0]!;

    it('is refused for that alone', () => {
      expect(outcome.verdict).toBe('FAIL');
      const failed = outcome.rules.filter(({ status }) => status === 'FAIL').map(({ id }) => id);
      expect(failed).toEqual(['accuracy', 'calibration', 'log-loss']);
      for (const id of ['auc', 'female']) expect(measureOf(id)).toMatchObject({ reasonCode: 'SUPERIOR' });
    });

    it.each([
      ['accuracy', 0.837, 0.872, 'Bonett–Price, paired, n = 16,281'],
      ['calibration', 0.1, 0.012, 'paired bootstrap, paired, n = 16,281'],
      ['log-loss', 0.328, 0.281, 'paired t, paired, n = 16,281'],
    ])('%s went from its value to a worse one', (id, challenger, incumbent, basis) => {
      const observed = { challenger: expect.closeTo(challenger, 3), incumbent: expect.closeTo(incumbent, 3) };
      expect(measureOf(id)).toMatchObject({ status: 'FAIL', reasonCode: 'REGRESSION', basis, observed });
    });
  });

  it('nothing is promoted before it stood in Staging', () => {
    expect(judge(standard, censusEvidence('v1..v2'))).toMatchObject({
      verdict: 'FAIL',
      rules: [{ id: 'soak' }, {}, {}, {}, {}, {}],
    });
  });

  it('the comparison leads with a slice that got worse', () => {
    const { challengerEvaluations, incumbentEvaluations } = censusEvidence('v2..v3');
    const rows = compareEvaluations(challengerEvaluations[0]!, incumbentEvaluations[0]!, {});
    const female = rows.find(({ metric, slice }) => metric === 'recall' && slice.sex === 'Female')!;
    expect(female.hint).toBe('worse');
    expect(rows.slice(0, 10)).toContain(female);
  });
});
