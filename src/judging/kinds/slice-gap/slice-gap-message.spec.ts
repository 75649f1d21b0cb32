import { evidence, judge, measure } from '../../../../test/support/judging/gate-builders.js';
import { type MeasureEvidence } from '../../evidence/gate-evidence.js';

const report = (metric: string, female: number, male: number, rest: Partial<MeasureEvidence> = {}) => [
  measure(metric, (female + male) / 2, {}, { count: 2000 }),
  measure(metric, female, { sex: 'Female' }, rest),
  measure(metric, male, { sex: 'Male' }, rest),
];
const judged = (
  rest: object,
  [ours, theirs]: [[number, number], [number, number] | null],
  given: Partial<MeasureEvidence> = {},
  metric = 'recall',
) => {
  const gap = { kind: 'slice_gap', metric, slicesOf: ['sex'], ...rest };
  const against = theirs === null ? null : report(metric, ...theirs, given);
  const outcome = judge({ rules: [gap, { metric, min: 0 }] }, evidence(report(metric, ...ours, given), against));
  return outcome.rules.find(({ kind }) => kind === 'slice_gap')!.measures[0]!;
};

const GROWN: Parameters<typeof judged>[1] = [
  [0.6, 0.7],
  [0.6, 0.65],
];

describe('the sentence of a gap', () => {
  it.each<[string, object, Parameters<typeof judged>[1], string]>([
    [
      'worse than the incumbent',
      { noWorseThanIncumbentBy: 0.02 },
      [
        [0.6, 0.80114],
        [0.65, 0.7216],
      ],
      'recall: difference 20.1 pt between sex=Female and sex=Male (smallest n = 1,000). Required no worse than the incumbent by more than 2.0 pt. The incumbent has 7.2 pt. FAIL',
    ],
    [
      'a hair worse than the incumbent',
      { noWorseThanIncumbentBy: 0.02 },
      [
        [0.6, 0.6921],
        [0.65, 0.722],
      ],
      'recall: difference 9.21 pt between sex=Female and sex=Male (smallest n = 1,000). Required no worse than the incumbent by more than 2.0 pt. The incumbent has 7.2 pt. FAIL',
    ],
    [
      'at its limit but for float noise',
      { max: 0.1 },
      [[0.8, 0.9], null],
      'recall: difference 10.0 pt between sex=Female and sex=Male (smallest n = 1,000). Required at most 10.0 pt. PASS',
    ],
    [
      'two limits',
      { max: 0.1, noWorseThanIncumbentBy: 0.0025 },
      [
        [0.6, 0.65],
        [0.6, 0.65],
      ],
      'recall: difference 5.0 pt between sex=Female and sex=Male (smallest n = 1,000). Required at most 10.0 pt and no worse than the incumbent by more than 0.25 pt. The incumbent has 5.0 pt. PASS',
    ],
    [
      'a ratio a hair below its limit',
      { statistic: 'ratio', min: 0.8, noWorseThanIncumbentBy: 0.02 },
      [
        [0.3999, 0.5],
        [0.4, 0.5],
      ],
      'recall: ratio 0.7998 between sex=Female and sex=Male (smallest n = 1,000). Required at least 0.8 and no worse than the incumbent by more than 0.02. The incumbent has 0.800. FAIL',
    ],
    [
      'the worst behind the whole',
      { statistic: 'worst_vs_overall', max: 0.08 },
      [[0.6, 0.71221], null],
      'recall: difference 5.6 pt of sex=Female behind the whole (smallest n = 1,000). Required at most 8.0 pt. PASS',
    ],
  ])('%s', (_case, rest, values, message) => expect(judged(rest, values).message).toBe(message));

  it('tells bounds where the rule judges by them', () => {
    const { message, observed } = judged({ max: 0.1, bound: 'confidence' }, [[0.6, 0.65], null], {}, 'accuracy');
    expect(message).toBe(
      'accuracy: difference 5.0 pt between sex=Female and sex=Male (95 % bounds 0.8 pt … 9.2 pt, smallest n = 1,000). Required at most 10.0 pt. PASS',
    );
    expect(observed).toMatchObject({ lower: expect.closeTo(0.0076, 4), upper: expect.closeTo(0.0924, 4) });
  });

  it('keeps its bounds where the incumbent decides', () => {
    const outcome = judged({ max: 0.3, bound: 'confidence', noWorseThanIncumbentBy: 0 }, GROWN, {}, 'accuracy');
    expect(outcome).toMatchObject({
      reasonCode: 'GAP_WORSE_THAN_INCUMBENT',
      observed: { lower: expect.any(Number) },
      required: { max: 0.3, margin: 0 },
    });
  });

  it('without counts neither passes nor hides a failure, unless no size is asked for', () => {
    const uncounted = { count: null };
    expect(judged({ max: 0.1 }, [[0.6, 0.65], null], uncounted)).toMatchObject({ reasonCode: 'COUNT_UNKNOWN' });
    expect(judged({ max: 0.01 }, [[0.6, 0.65], null], uncounted)).toMatchObject({ reasonCode: 'GAP_TOO_LARGE' });
    expect(judged({ max: 0.1, minSliceSize: 0 }, [[0.6, 0.65], null], uncounted).status).toBe('PASS');
  });

  it('does not hold incomparable values of the incumbent against the challenger', () => {
    const metric = 'recall';
    const gap = { kind: 'slice_gap', metric, slicesOf: ['sex'], noWorseThanIncumbentBy: 0.01 };
    const inPercent = report(metric, 0.6, 0.7, { definition: 'recall@0.3' });
    const outcome = judge({ rules: [gap, { metric, min: 0 }] }, evidence(report(metric, 0.6, 0.65), inPercent));
    expect(outcome.rules[0]).toMatchObject({ kind: 'slice_gap', reasonCode: 'INCOMPARABLE_METRIC' });
  });
});
