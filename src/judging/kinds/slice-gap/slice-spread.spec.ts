import { evidence, judge, measure } from '../../../../test/support/judging/gate-builders.js';
import { type MeasureEvidence } from '../../evidence/gate-evidence.js';

describe('the bounds of how far the worst slice lies behind the whole', () => {
  const sliced = (female: number, rest: Partial<MeasureEvidence> = {}, metric = 'accuracy') => [
    measure(metric, (female + 0.95) / 2, {}, { count: 2000, ...rest }),
    measure(metric, female, { sex: 'Female' }, rest.standardError === undefined ? {} : { standardError: 0.01 }),
    measure(metric, 0.95, { sex: 'Male' }, rest.standardError === undefined ? {} : { standardError: 0.01 }),
  ];
  const judged = (measures: MeasureEvidence[], max: number, metric = 'accuracy') => {
    const gap = {
      kind: 'slice_gap',
      metric,
      slicesOf: ['sex'],
      statistic: 'worst_vs_overall',
      bound: 'confidence',
      max,
    };
    return judge({ rules: [gap, { metric, min: 0 }] }, evidence(measures, null)).rules.find(
      ({ kind }) => kind === 'slice_gap',
    )!.measures[0]!;
  };

  it.each([
    [0.85, 0.08, 'PASS'],
    [0.85, 0.05, 'INCONCLUSIVE'],
    [0.85, 0.02, 'FAIL'],
  ])('female accuracy %d with at most %d behind → %s', (female, max, status) => {
    expect(judged(sliced(female), max)).toMatchObject({ status, observed: { challenger: expect.closeTo(0.05, 12) } });
  });

  it('need a mean: of an AUC the whole is no sum of its parts', () => {
    expect(judged(sliced(0.85, { standardError: 0.01 }, 'auc'), 0.2, 'auc')).toMatchObject({
      status: 'INCONCLUSIVE',
      reasonCode: 'EVIDENCE_TOO_WEAK',
    });
  });
});
