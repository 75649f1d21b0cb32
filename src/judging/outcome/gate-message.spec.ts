import fc from 'fast-check';
import { evidence, judge, measure, onlyMeasure } from '../../../test/support/judging/gate-builders.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { formatCount, formatDelta, formatMargin, formatValue } from './gate-message.js';

const FEMALE = { sex: 'Female' };
const noDrop = { metric: 'accuracy', maxRegression: 0.01 };

describe('messages', () => {
  const count = { count: 5421 };
  it.each<[string, unknown, Parameters<typeof evidence>, string]>([
    [
      'a refused slice',
      { metric: 'f1', maxRegression: 0.02, slices: [FEMALE] },
      [[measure('f1', 0.6037, FEMALE, count)], [measure('f1', 0.666, FEMALE, count)]],
      'f1 on sex=Female: 0.604 vs 0.666 (−6.2 pt, n = 5,421). Allowed drop 2.0 pt. FAIL',
    ],
    [
      'a unit',
      { metric: 'latency_p95_ms', maxRegression: { rel: 0.1 } },
      [[measure('latency_p95_ms', 47.95)], [measure('latency_p95_ms', 0.6)]],
      'latency_p95_ms: 47.95 ms vs 0.60 ms (+47.35 ms, n = 1,000). Allowed rise 0.06 ms. FAIL',
    ],
    [
      'no margin',
      { metric: 'auc', maxRegression: 0 },
      [[measure('auc', 0.92)], [measure('auc', 0.91)]],
      'auc: 0.920 vs 0.910 (+1.0 pt, n = 1,000). No drop allowed. PASS',
    ],
    [
      'values that rounding would merge',
      { metric: 'auc', min: 0.8 },
      [[measure('auc', 0.79999)], null],
      'auc: 0.79999 (n = 1,000). Required at least 0.80000. FAIL',
    ],
    [
      'a delta that rounding would put on the margin',
      { metric: 'auc', maxRegression: 0.02 },
      [[measure('auc', 0.7798)], [measure('auc', 0.8)]],
      'auc: 0.7798 vs 0.8000 (−2.02 pt, n = 1,000). Allowed drop 2.00 pt. FAIL',
    ],
    [
      'a margin that is a share of the incumbent',
      { metric: 'log_loss', maxRegression: { rel: 0.01 } },
      [[measure('log_loss', 0.2806)], [measure('log_loss', 0.318182)]],
      'log_loss: 0.2806 vs 0.3182 (−0.0376, n = 1,000). Allowed rise 0.0032. PASS',
    ],
    [
      'such a margin and a change that rounding would put on it',
      { metric: 'log_loss', maxRegression: { rel: 0.01 } },
      [[measure('log_loss', 0.318182 + 0.0031819)], [measure('log_loss', 0.318182)]],
      'log_loss: 0.3213639 vs 0.3181820 (+0.0031819, n = 1,000). Allowed rise 0.0031818. FAIL',
    ],
    [
      'an unknown count',
      { metric: 'accuracy', min: 0.8 },
      [[measure('accuracy', 0.85, {}, { count: null })], null],
      'accuracy: 0.850 (n unknown). Required at least 0.800. PASS',
    ],
  ])('tell %s', (_case, rule, given, message) => {
    expect(onlyMeasure(judge({ rules: [rule] }, evidence(...given))).message).toBe(message);
  });

  it('carry the numbers of the wire shape', () => {
    const given = evidence([measure('accuracy', 0.881, FEMALE, count)], [measure('accuracy', 0.924, FEMALE, count)]);
    expect(onlyMeasure(judge({ rules: [{ ...noDrop, maxRegression: 0.02, slices: [FEMALE] }] }, given))).toMatchObject({
      metric: 'accuracy',
      slice: FEMALE,
      status: 'FAIL',
      reasonCode: 'REGRESSION',
      observed: { challenger: 0.881, incumbent: 0.924, delta: -0.043, improvement: -0.043, count: 5421 },
      required: { margin: 0.02 },
      basis: 'point comparison, n = 5,421',
    });
  });
});

describe('numbers looked up', () => {
  const share = { direction: 'higher', kind: 'proportion', range: [0, 1] } as const satisfies MetricDefinition;
  const near = fc.tuple(fc.nat(2000), fc.integer({ min: -3, max: 3 }));
  const values = fc.oneof(
    fc.double({ min: -1.5, max: 1.5, noNaN: true }),
    near.map(([thousandths, ulps]) => thousandths / 2000 + ulps * Number.EPSILON),
  );

  it('read as toFixed writes them, halves and their neighbours too', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(formatValue(value, share)).toBe(value.toFixed(3).replace('-', '\u2212'));
        if (Math.abs(value) > 0.0006) {
          const sign = value < 0 ? '\u2212' : '+';
          expect(formatDelta(value, share)).toBe(`${sign}${(Math.abs(value) * 100).toFixed(1)} pt`);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never put a difference onto its limit', () => {
    for (const definition of [share, { direction: 'lower', kind: 'quantile', unit: 'ms' } as const]) {
      fc.assert(
        fc.property(values, fc.double({ min: -0.002, max: 0.002, noNaN: true }), (limit, gap) => {
          const size = Math.abs(limit) + Math.abs(gap);
          fc.pre(size - Math.abs(limit) > 1e-9);
          const read = formatDelta(size, definition, Math.abs(limit));
          expect(read).not.toBe(`+${formatMargin(Math.abs(limit), definition)}`);
        }),
      );
    }
  });

  it.each([
    [0, 'n = 0'],
    [999, 'n = 999'],
    [1000, 'n = 1,000'],
    [12_034, 'n = 12,034'],
    [999_999, 'n = 999,999'],
    [1_234_567, 'n = 1,234,567'],
  ])('%d rows', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });
});
