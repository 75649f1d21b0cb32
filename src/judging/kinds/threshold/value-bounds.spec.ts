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
