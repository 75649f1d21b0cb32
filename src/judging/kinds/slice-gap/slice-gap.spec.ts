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

  describe('one group of which is too small', () => {
    const named = {
      kind: 'slice_gap',
      metric: 'accuracy',
      slices: [{ sex: 'F' }, { sex: 'M' }, { sex: 'X' }],
      max: 0.05,
    };
    const discovered = { ...named, slices: undefined, slicesOf: ['sex'], maxUntestedShare: 0 };
    const groups = (male: number) => {
      const measures = [
        measure('accuracy', 0.77, {}, { count: 10_020 }),
        measure('accuracy', 0.95, { sex: 'F' }, { count: 5000 }),
        measure('accuracy', male, { sex: 'M' }, { count: 5000 }),
        measure('accuracy', 0.9, { sex: 'X' }, { count: 20 }),
      ];
      return evidence(measures, measures);
    };

    it.each<[string, object, number, string, string]>([
      ['lies too far apart on the others', named, 0.6, 'FAIL', 'GAP_TOO_LARGE'],
      ['is within limits on the others', named, 0.94, 'PASS', 'WITHIN_LIMITS'],
      ['lies too far apart where groups are discovered', discovered, 0.6, 'FAIL', 'GAP_TOO_LARGE'],
    ])('and only warns: %s', (_case, rule, male, status, reasonCode) => {
      const outcome = judge({ rules: [floor, { id: 'tested', ...rule, onInconclusive: 'warn' }] }, groups(male));
      expect(outcome.rules.find(({ id }) => id === 'tested')).toMatchObject({ status, reasonCode });
      expect(outcome.warnings).toMatchObject([{ code: rule === named ? 'SLICE_TOO_SMALL' : 'UNTESTED_SHARE' }]);
    });

    it('and only warns: nothing is told of a single other one', () => {
      const two = { ...named, slices: [{ sex: 'F' }, { sex: 'X' }], onInconclusive: 'warn' };
      expect(ruleOf(two, groups(0.6))).toMatchObject({ status: 'INCONCLUSIVE', reasonCode: 'TOO_FEW_SLICES' });
    });

    it.each([{}, { onInconclusive: 'warn', critical: true }])('and is in the way: %j', (rest) => {
      expect(ruleOf({ ...named, ...rest }, groups(0.6))).toMatchObject({
        status: 'INCONCLUSIVE',
        reasonCode: 'SLICE_TOO_SMALL',
      });
    });
  });

  describe('of a metric that is undefined on one group', () => {
    const rule = { kind: 'slice_gap', metric: 'recall', slicesOf: ['sex'], max: 0.05 };
    const report = (ofOthers: number | null, male = 0.6) => [
      measure('recall', 0.6, {}, { count: 3000 }),
      measure('recall', 0.62, { sex: 'F' }),
      measure('recall', male, { sex: 'M' }),
      measure('recall', ofOthers, { sex: 'X' }),
    ];
    const recallFloor = { id: 'floor', metric: 'recall', min: 0.1 };
    const judged = (rest: object, own: ReturnType<typeof report>, theirs: ReturnType<typeof report> | null) =>
      judge({ rules: [recallFloor, { id: 'tested', ...rule, ...rest }] }, evidence(own, theirs)).rules.find(
        ({ id }) => id === 'tested',
      );

    it.each<[string, object, ReturnType<typeof report>, ReturnType<typeof report> | null, string, string]>([
      ['for both versions, leaves it out', {}, report(null), report(null), 'PASS', 'WITHIN_LIMITS'],
      ['for both, and too large on the others', {}, report(null, 0.4), report(null), 'FAIL', 'GAP_TOO_LARGE'],
      ['for both, critical', { critical: true }, report(null), report(null), 'INCONCLUSIVE', 'UNDEFINED_ON_DATA'],
      ['for the challenger alone', {}, report(null), report(0.6), 'FAIL', 'CHALLENGER_UNDEFINED'],
      ['for the challenger, without an incumbent', {}, report(null), null, 'FAIL', 'CHALLENGER_UNDEFINED'],
    ])('%s', (_case, rest, own, theirs, status, reasonCode) => {
      expect(judged(rest, own, theirs)).toMatchObject({ status, reasonCode });
    });

    it('and of both versions says so of that group', () => {
      expect(judged({}, report(null), report(null))!.measures).toContainEqual(
        expect.objectContaining({ slice: { sex: 'X' }, status: 'SKIPPED', reasonCode: 'UNDEFINED_ON_DATA' }),
      );
    });
  });
});
