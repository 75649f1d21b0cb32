import {
  evaluation,
  evidence,
  judge,
  measure,
  onlyMeasure,
  policy,
} from '../../../test/support/judging/gate-builders.js';
import { advisePolicy } from './policy-advice.js';

const RULE = { kind: 'regression', metric: 'accuracy', mode: 'non_inferiority', margin: { abs: 0.02 } };
const advised = (rule: object, rest: object = {}) =>
  advisePolicy(
    policy({
      rules: [
        { metric: 'accuracy', min: 0.5 },
        { ...RULE, id: 'r', ...rule },
      ],
      ...rest,
    }),
  );

describe('margins that slices are too small for (gates S14)', () => {
  it.each([
    [0.005, 464],
    [0.01, 231],
    [0.02, 115],
  ])('%d needs %i rows without any disagreement', (abs, rows) => {
    expect(advised({ margin: { abs }, slicesOf: ['country'] })).toMatchObject([
      { stage: 'Production', ruleId: 'r', code: 'MARGIN_NEEDS_LARGER_SLICES', rows },
    ]);
  });

  it('is said with its numbers, those of a usual disagreement too', () => {
    const [advice] = advised({ slicesOf: ['country'] });
    expect(advice!.message).toBe(
      'Fewer than 115 rows cannot show that an equally good model keeps a margin of 2.0 pt at 95 % confidence, ' +
        'not even when both always agree, and minSliceSize has slices of 100 rows judged. ' +
        'Where they disagree on a tenth of the rows it takes about 1,546.',
    );
    expect(advice!.remediation).toContain('Raise minSliceSize to 115');
  });

  it.each<[string, object]>([
    ['slices that are large enough', { slicesOf: ['country'], minSliceSize: 115 }],
    ['margins of 5 points', { slicesOf: ['country'], margin: { abs: 0.05 } }],
    ['the whole alone', {}],
    ['point comparisons', { slicesOf: ['country'], mode: 'point' }],
    ['gains', { slicesOf: ['country'], mode: 'superiority' }],
    ['metrics that count only some rows', { slicesOf: ['country'], metric: 'recall' }],
    ['a harm that would be seen all the same', { slicesOf: ['country'], mode: 'no_detected_regression' }],
  ])('nothing is said of %s', (_case, rule) => expect(advised(rule)).toEqual([]));

  it('a harm that would not be seen is', () => {
    const rule = { slices: [{ country: 'BR' }], mode: 'no_detected_regression', margin: { abs: 0.01 } };
    expect(advised(rule)).toMatchObject([{ code: 'MARGIN_NEEDS_LARGER_SLICES', rows: 174 }]);
  });

  it('rules inside a group are advised on', () => {
    const rules = [
      { ...RULE, id: 'inner', slicesOf: ['country'] },
      { metric: 'f1', min: 0.1 },
    ];
    const group = { id: 'g', kind: 'group', atLeast: 1, rules };
    expect(advisePolicy(policy({ rules: [{ metric: 'accuracy', min: 0.5 }, group] }))).toMatchObject([
      { ruleId: 'inner' },
    ]);
  });
});

describe('limits on the good side', () => {
  const limited = (metric: string, limits: object) =>
    advisePolicy(
      policy({
        rules: [
          { metric: 'f1', min: 0.5 },
          { id: 'r', metric, ...limits },
        ],
      }),
    );

  it.each([
    ['accuracy', { max: 0.8 }, 'accuracy is better when higher, so max 0.8 alone holds back models that are too good'],
    ['log_loss', { min: 0.2 }, 'log_loss is better when lower, so min 0.2 alone holds back models that are too good'],
  ])('%s', (metric, limits, message) => {
    const [advice, ...others] = limited(metric, limits);
    expect(advice).toMatchObject({ ruleId: 'r', code: 'LIMIT_ON_GOOD_SIDE' });
    expect(advice!.message).toContain(message);
    expect(others).toEqual([]);
  });

  it.each([
    ['accuracy', { min: 0.8 }],
    ['accuracy', { min: 0.8, max: 0.99 }],
    ['log_loss', { max: 0.2 }],
    ['selection_rate', { max: 0.2 }],
  ])('nothing is said of %s within %j', (metric, limits) => expect(limited(metric, limits)).toEqual([]));
});

it.each(['non_inferiority', 'no_detected_regression'])(
  'the gates bear it out in mode %s: models that always agree pass with so many rows, and with one less they do not',
  (mode) => {
    const margin = { abs: 0.01 };
    const { rows } = advised({ mode, margin, slicesOf: ['country'], minSliceSize: 10 })[0]!;
    const rule = { ...RULE, mode, margin, slices: [{ country: 'BR' }], minSliceSize: 10 };
    const judged = (n: number) => {
      const right = Math.round(0.9 * n);
      const measures = [measure('accuracy', right / n, { country: 'BR' }, { count: n })];
      const counts = { '111': right, '100': n - right };
      const paired = [{ incumbentVersion: 1, sliceKey: '{"country":"BR"}', kind: 'binary8' as const, counts }];
      const given = evidence([], [], {
        challengerEvaluations: [evaluation(2, measures, { paired })],
        incumbentEvaluations: [evaluation(1, measures)],
      });
      return onlyMeasure(judge({ rules: [rule] }, given)).status;
    };
    expect([judged(rows! - 1), judged(rows!)]).toEqual(['INCONCLUSIVE', 'PASS']);
  },
);
