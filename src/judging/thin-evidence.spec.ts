import { evaluation, evidence, judge, measure, onlyMeasure } from '../../test/support/judging/gate-builders.js';
import { type MeasureEvidence } from './evidence/gate-evidence.js';
import { type PairedEvidence } from './evidence/paired-kinds.js';

const compared = (metric: string, margin: number, rest = {}) => ({
  rules: [{ metric, maxRegression: margin, mode: 'non_inferiority', ...rest }],
});
const alike = (metric: string, value: number, rest: Partial<MeasureEvidence> = {}) => {
  const measures = [measure(metric, value, {}, rest)];
  return evidence(measures, measures);
};
const paired = (metric: string, value: number, count: number, entry: Record<string, unknown>) => ({
  ...alike(metric, value, { count }),
  challengerEvaluations: [
    evaluation(2, [measure(metric, value, {}, { count })], {
      paired: [{ incumbentVersion: 1, sliceKey: '{}', ...entry } as PairedEvidence],
    }),
  ],
});

describe('evidence without any variation is no certainty', () => {
  it.each(['non_inferiority', 'no_detected_regression'])('%s of shares that are 1 or 0 on both sides', (mode) => {
    for (const given of [
      alike('accuracy', 1, { count: 100 }),
      alike('accuracy', 1, { count: 100, standardError: 0 }),
    ]) {
      const { status, observed } = onlyMeasure(judge(compared('accuracy', 0.001, { mode }), given));
      expect(status).toBe('INCONCLUSIVE');
      expect(observed.standardError).toBeCloseTo(Math.SQRT2 * Math.sqrt((101 * 1) / 102 / 102 / 102), 12);
    }
    const many = onlyMeasure(judge(compared('accuracy', 0.001, { mode }), alike('accuracy', 1, { count: 100_000 })));
    expect(many.status).toBe('PASS');
  });

  it('errors of 0 that two evaluations state are taken at their word where the values are equal, and not where they differ', () => {
    const given = alike('log_loss', 0.4, { standardError: 0 });
    expect(onlyMeasure(judge(compared('log_loss', 0.01), given)).status).toBe('PASS');
    const apart = evidence(
      [measure('log_loss', 0.4, {}, { standardError: 0 })],
      [measure('log_loss', 0.401, {}, { standardError: 0 })],
    );
    expect(onlyMeasure(judge(compared('log_loss', 0.01), apart))).toMatchObject({
      status: 'INCONCLUSIVE',
      reasonCode: 'DEGENERATE_VARIANCE',
    });
  });

  it('nor is an F1 of three positives on which nobody disagrees', () => {
    const given = paired('f1', 1, 100, { kind: 'binary8', counts: { '111': 3, '000': 97 } });
    expect(onlyMeasure(judge(compared('f1', 0.001), given))).toMatchObject({
      status: 'INCONCLUSIVE',
      reasonCode: 'NOT_SHOWN',
      observed: { standardError: expect.closeTo(Math.SQRT2 / 6, 12) },
      neededN: Math.ceil((1.6448536269514722 * Math.SQRT2 * 100) / 6 / 0.001),
    });
    const many = paired('f1', 1, 100_000, { kind: 'binary8', counts: { '111': 3000, '000': 97_000 } });
    expect(onlyMeasure(judge(compared('f1', 0.001), many)).status).toBe('PASS');
  });

  it('rows needed for a recall are rows of both classes', () => {
    const given = paired('recall', 1, 1000, { kind: 'binary8', counts: { '111': 30, '000': 970 } });
    expect(onlyMeasure(judge(compared('recall', 0.01), given)).neededN).toBe(Math.ceil((231 * 1000) / 30));
  });
});

describe('weights', () => {
  it('few rows of which bear almost all weight are a small slice', () => {
    const sums = { n: 1000, sumW: 1999, sumW2: 1_000_999, sumWD: 0, sumW2D: 0, sumW2D2: 2 };
    const given = paired('accuracy', 0.9, 1000, { kind: 'weightedDiff', metric: 'accuracy', ...sums });
    expect(onlyMeasure(judge(compared('accuracy', 0.02), given))).toMatchObject({
      status: 'INCONCLUSIVE',
      reasonCode: 'SLICE_TOO_SMALL',
      message: expect.stringContaining('worth 3, fewer than 100'),
    });
    expect(onlyMeasure(judge(compared('accuracy', 0.02, { minSliceSize: 3 }), given))).toMatchObject({
      status: 'INCONCLUSIVE',
      reasonCode: 'NOT_SHOWN',
      method: { id: 'bonett_price' },
    });
  });
});

describe('the bounds of a share', () => {
  const floor = { rules: [{ metric: 'accuracy', min: 0.8, bound: 'lower_confidence' }] };
  const judged = (rest: Partial<MeasureEvidence>) =>
    onlyMeasure(judge(floor, evidence([measure('accuracy', 0.85, {}, { count: 1000, ...rest })], null)));

  it.each<[string, Partial<MeasureEvidence>, string]>([
    ['Wilson’s alone', {}, 'PASS'],
    ['as large as that of independent rows', { standardError: Math.sqrt((0.85 * 0.15) / 999) }, 'PASS'],
    ['larger, since rows of one user move together', { standardError: 0.05 }, 'INCONCLUSIVE'],
    ['an interval wider than that of independent rows', { ciLow: 0.7, ciHigh: 0.95, ciLevel: 0.95 }, 'INCONCLUSIVE'],
    [
      'two statements, of which the wider counts',
      { standardError: 1e-6, ciLow: 0.7, ciHigh: 0.95, ciLevel: 0.95 },
      'INCONCLUSIVE',
    ],
  ])('with a stated error: %s', (_case, stated, status) => {
    expect(judged(stated).status).toBe(status);
  });

  it('are never narrower than Wilson’s', () => {
    expect(judged({ standardError: 0.0001 }).observed.lower).toBeCloseTo(judged({}).observed.lower!, 12);
  });
});
