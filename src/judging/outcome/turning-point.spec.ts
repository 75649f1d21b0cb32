import { evidence, judge, measure, onlyMeasure } from '../../../test/support/judging/gate-builders.js';
import { censusEvidence } from '../../../test/support/judging/census-income.js';

const SHARE = /would pass at about ([\d.]+) \(([+−][\d.]+ pt)\)\.$/;

/** One measure of accuracy against an incumbent's 0.8, with the standard error of both when a rule asks for it. */
const against = (rule: object, value: number) =>
  onlyMeasure(
    judge(
      { rules: [{ metric: 'accuracy', ...rule }] },
      evidence(
        [measure('accuracy', value, {}, { standardError: 0.005 })],
        [measure('accuracy', 0.8, {}, { standardError: 0.005 })],
      ),
    ),
  );

describe('what fails is told what would pass', () => {
  it.each<[string, object, number]>([
    ['a minimum', { min: 0.75 }, 0.7],
    ['a maximum', { max: 0.5 }, 0.7],
    ['a minimum for the lower bound', { min: 0.75, bound: 'lower_confidence' }, 0.7],
    ['a margin of points', { maxRegression: 0.02 }, 0.7],
    ['a margin in the mode non_inferiority', { maxRegression: 0.02, mode: 'non_inferiority' }, 0.7],
    ['a margin in the mode no_detected_regression', { maxRegression: 0.02, mode: 'no_detected_regression' }, 0.7],
    ['superiority', { kind: 'regression', mode: 'superiority' }, 0.7],
  ])('%s', (_case, rule, value) => {
    const failed = against(rule, value);
    expect(failed.status).toBe('FAIL');
    const needed = Number(SHARE.exec(failed.remediation!)![1]);
    const step = Math.sign(needed - value) * 0.002;
    expect(against(rule, needed + step).status).toBe('PASS');
    expect(against(rule, needed - step).status).not.toBe('PASS');
  });

  it('in the words of the real models', () => {
    const slices = [{ sex: 'Female' }];
    const told = (rest: object) =>
      onlyMeasure(judge({ rules: [{ metric: 'f1', slices, ...rest }] }, censusEvidence('v2..v3'))).remediation;
    expect(told({ maxRegression: 0.02 })).toBe('f1 on sex=Female would pass at about 0.646 (+4.2 pt).');
    expect(told({ maxRegression: 0.02, mode: 'non_inferiority' })).toBe(
      'f1 on sex=Female would pass at about 0.669 (+6.5 pt).',
    );
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['the whole', {}, /^Measure accuracy with about [\d,]+ rows\./],
    ['a slice', { sex: 'Female' }, /^Measure accuracy on sex=Female with about [\d,]+ rows\./],
  ])('with the rows it takes where the data do not decide about %s', (_case, slice, told) => {
    const few = [measure('accuracy', 0.8, slice, { standardError: 0.02 })];
    const rule = { metric: 'accuracy', maxRegression: 0.02, mode: 'non_inferiority', slices: [slice] };
    const undecided = onlyMeasure(judge({ rules: [rule] }, evidence(few, few)));
    expect(undecided.status).toBe('INCONCLUSIVE');
    expect(undecided.remediation).toMatch(told);
  });

  it('nothing where no value of the metric would do', () => {
    const failed = against({ min: 0.999, bound: 'lower_confidence' }, 0.7);
    expect(failed.status).toBe('FAIL');
    expect(failed.remediation).toBeUndefined();
  });
});
