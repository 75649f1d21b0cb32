import { describe, expect, it } from '@jest/globals';
import { evidence, judge, measure, onlyMeasure } from '../../../../test/support/judging/gate-builders.js';
import { type MeasureEvidence } from '../../evidence/gate-evidence.js';

describe('the bounds of a quantile', () => {
  const metrics = { latency_p95_ms: { direction: 'lower', kind: 'quantile', unit: 'ms' } };
  const rule = (rest = {}) => ({ metric: 'latency_p95_ms', max: 50, bound: 'upper_confidence', ...rest });
  const judged = (stated: Partial<MeasureEvidence>, rest = {}) =>
    onlyMeasure(judge({ metrics, rules: [rule(rest)] }, evidence([measure('latency_p95_ms', 45, {}, stated)], null)));

  it.each<[string, Partial<MeasureEvidence>, string]>([
    ['wholly below the limit', { ciLow: 44, ciHigh: 50, ciLevel: 0.9 }, 'PASS'],
    ['across it', { ciLow: 44, ciHigh: 52, ciLevel: 0.9 }, 'INCONCLUSIVE'],
    ['wholly above it', { ciLow: 51, ciHigh: 60, ciLevel: 0.9 }, 'FAIL'],
  ])('are taken as stated: %s', (_case, stated, status) => {
    expect(judged(stated)).toMatchObject({ status, observed: { lower: stated.ciLow, upper: stated.ciHigh } });
  });

  it('stay lopsided, as order statistics are', () => {
    expect(judged({ ciLow: 44.5, ciHigh: 49.9, ciLevel: 0.95 })).toMatchObject({
      status: 'PASS',
      observed: { lower: 44.5, upper: 49.9 },
    });
  });

  it('are not taken from an interval of a lower level than the rule asks for', () => {
    const { observed } = judged({ ciLow: 44, ciHigh: 49, ciLevel: 0.8 });
    expect(observed.upper).toBeGreaterThan(48);
    expect(observed.upper).not.toBe(49);
    expect(judged({ ciLow: 44, ciHigh: 49, ciLevel: 0.9 }, { confidence: 0.99 }).observed.upper).not.toBe(49);
  });

  it('are missing without any statement', () => {
    expect(judged({})).toMatchObject({ status: 'INCONCLUSIVE', reasonCode: 'EVIDENCE_TOO_WEAK' });
  });
});

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
