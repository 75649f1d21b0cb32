import { evidence, judge, measure } from '../../../../test/support/judging/gate-builders.js';
import { type GateEvidence, type MeasureEvidence } from '../../evidence/gate-evidence.js';

const floor = { id: 'floor', metric: 'accuracy', min: 0.5 };
const ruleOf = (rule: object, given: GateEvidence) =>
  judge({ rules: [floor, { id: 'tested', ...rule }] }, given).rules.find(({ id }) => id === 'tested');

describe('slice_gap', () => {
  const report = (female: number, male: number, rest: Partial<MeasureEvidence> = {}) => [
    measure('selection_rate', (female + male) / 2, {}, { count: 2000 }),
    measure('selection_rate', female, { sex: 'Female' }, rest),
    measure('selection_rate', male, { sex: 'Male' }),
  ];
  const given = (female: number, male: number, rest = {}) => {
    const of = evidence(report(female, male, rest), report(0.3, 0.38));
    return evidence(
      [measure('accuracy', 0.9, {}, { count: 2000 }), ...of.challengerEvaluations[0]!.measures],
      of.incumbentEvaluations[0]!.measures,
    );
  };
  const gap = (rest: object) => ({ kind: 'slice_gap', metric: 'selection_rate', slicesOf: ['sex'], ...rest });

  it.each<[string, object, GateEvidence, string, string]>([
    ['a ratio below four fifths', { statistic: 'ratio', min: 0.8 }, given(0.3, 0.38), 'FAIL', 'GAP_TOO_LARGE'],
    ['a ratio at four fifths', { statistic: 'ratio', min: 0.8 }, given(0.32, 0.4), 'PASS', 'WITHIN_LIMITS'],
    [
      'a ratio that chance explains',
      { statistic: 'ratio', min: 0.8, bound: 'confidence' },
      given(0.3, 0.38),
      'INCONCLUSIVE',
      'NOT_SHOWN',
    ],
    ['a difference', { max: 0.05 }, given(0.3, 0.38), 'FAIL', 'GAP_TOO_LARGE'],
    ['no worse than the incumbent', { noWorseThanIncumbentBy: 0.01 }, given(0.3, 0.39), 'PASS', 'WITHIN_LIMITS'],
    ['worse than the incumbent', { noWorseThanIncumbentBy: 0.01 }, given(0.3, 0.4), 'FAIL', 'GAP_WORSE_THAN_INCUMBENT'],
    ['too small a group', { max: 0.5 }, given(0.3, 0.38, { count: 50 }), 'ERROR', 'SLICE_PARTITION_MISMATCH'],
    ['too few slices', { max: 0.5, slicesOf: ['planet'] }, given(0.3, 0.38), 'INCONCLUSIVE', 'TOO_FEW_SLICES'],
  ])('%s', (_case, rest, of, status, reasonCode) => {
    expect(ruleOf(gap(rest), of)).toMatchObject({ status, reasonCode });
  });

  it('how far the worst slice lies behind the whole', () => {
    const measures = [
      measure('accuracy', 0.9, {}, { count: 2000 }),
      measure('accuracy', 0.85, { sex: 'Female' }),
      measure('accuracy', 0.95, { sex: 'Male' }),
    ];
    const rule = { kind: 'slice_gap', metric: 'accuracy', slicesOf: ['sex'], statistic: 'worst_vs_overall', max: 0.04 };
    expect(ruleOf(rule, evidence(measures, measures))).toMatchObject({
      status: 'FAIL',
      measures: [{ observed: { challenger: expect.closeTo(0.05, 12) } }],
    });
  });
});
