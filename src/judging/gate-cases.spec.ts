import { evidence, judge, measure, onlyMeasure } from '../../test/support/judging/gate-builders.js';

const FEMALE = { sex: 'Female' };
const floor = { metric: 'accuracy', min: 0.8 };
const noDrop = { metric: 'accuracy', maxRegression: 0.01 };
const lower = { metrics: { error: { direction: 'lower', range: [0, 1] } } };

describe('the cases of gates.md §2 on one measure', () => {
  it.each<[string, unknown, Parameters<typeof evidence>, string, string]>([
    ['1 threshold equality', { metric: 'auc', min: 0.8 }, [[measure('auc', 0.8)], null], 'PASS', 'WITHIN_LIMITS'],
    [
      '1 threshold equality up to float noise',
      { metric: 'auc', min: 0.8 },
      [[measure('auc', 0.1 + 0.7)], null],
      'PASS',
      'WITHIN_LIMITS',
    ],
    [
      '1 gain equality up to float noise',
      { metric: 'auc', maxRegression: 0.05 },
      [[measure('auc', 0.8)], [measure('auc', 0.85)]],
      'PASS',
      'WITHIN_MARGIN',
    ],
    [
      '2 lower is better, within',
      { metric: 'log_loss', maxRegression: 0.01 },
      [[measure('log_loss', 0.412)], [measure('log_loss', 0.405)]],
      'PASS',
      'WITHIN_MARGIN',
    ],
    [
      '2 lower is better, beyond',
      { metric: 'log_loss', maxRegression: 0.005 },
      [[measure('log_loss', 0.412)], [measure('log_loss', 0.405)]],
      'FAIL',
      'REGRESSION',
    ],
    [
      '3 zero incumbent, relative margin',
      { metric: 'error', maxRegression: { rel: 0.05 } },
      [[measure('error', 0.001)], [measure('error', 0)]],
      'FAIL',
      'REGRESSION',
    ],
    [
      '3 zero against zero',
      { metric: 'error', maxRegression: { rel: 0.05 } },
      [[measure('error', 0)], [measure('error', 0)]],
      'PASS',
      'WITHIN_MARGIN',
    ],
    ['4 NaN challenger by a floor', floor, [[measure('accuracy', Number.NaN)], null], 'FAIL', 'NON_FINITE_METRIC'],
    [
      '4 NaN challenger by a comparison',
      noDrop,
      [[measure('accuracy', Number.NaN)], [measure('accuracy', 0.8)]],
      'FAIL',
      'NON_FINITE_METRIC',
    ],
    [
      '5 NaN incumbent',
      noDrop,
      [[measure('accuracy', 0.8)], [measure('accuracy', Number.NaN)]],
      'INCONCLUSIVE',
      'INCUMBENT_METRIC_MISSING',
    ],
    [
      '6 challenger drops a key slice',
      { ...noDrop, slices: [FEMALE] },
      [[measure('accuracy', 0.8)], [measure('accuracy', 0.8), measure('accuracy', 0.8, FEMALE)]],
      'FAIL',
      'MISSING_CHALLENGER_SLICE',
    ],
    [
      '7 incumbent lacks a slice',
      { ...noDrop, slices: [FEMALE] },
      [[measure('accuracy', 0.8, FEMALE)], [measure('accuracy', 0.8)]],
      'INCONCLUSIVE',
      'INCUMBENT_METRIC_MISSING',
    ],
    [
      '12 tiny slice',
      { ...noDrop, slices: [FEMALE] },
      [[measure('accuracy', 0.8, FEMALE, { count: 40 })], [measure('accuracy', 0.85, FEMALE, { count: 40 })]],
      'INCONCLUSIVE',
      'SLICE_TOO_SMALL',
    ],
    [
      '21 unit mismatch by range',
      noDrop,
      [[measure('accuracy', 0.93)], [measure('accuracy', 93)]],
      'ERROR',
      'INCOMPARABLE_METRIC',
    ],
    ['21 the same for the challenger', floor, [[measure('accuracy', 93)], null], 'ERROR', 'INCOMPARABLE_METRIC'],
    [
      '21 unit mismatch as stated',
      noDrop,
      [[measure('accuracy', 0.9, {}, { unit: 'share' })], [measure('accuracy', 0.9, {}, { unit: 'percent' })]],
      'ERROR',
      'INCOMPARABLE_METRIC',
    ],
    [
      'negative incumbent, improved',
      { metric: 'r2', maxRegression: { rel: 0.05 } },
      [[measure('r2', -0.5)], [measure('r2', -1)]],
      'PASS',
      'WITHIN_MARGIN',
    ],
    [
      'negative incumbent, worsened',
      { metric: 'r2', maxRegression: { rel: 0.05 } },
      [[measure('r2', -2)], [measure('r2', -1)]],
      'FAIL',
      'REGRESSION',
    ],
  ])('%s', (_case, rule, given, status, reasonCode) => {
    expect(onlyMeasure(judge({ ...lower, rules: [rule] }, evidence(...given)))).toMatchObject({ status, reasonCode });
  });
});
