import { evaluation, evidence, judge, measure, onlyMeasure } from '../../../../test/support/judging/gate-builders.js';
import { type PairedEvidence } from '../../evidence/paired-kinds.js';
import { type Slice, sliceKey } from '../../evidence/slice-key.js';
import { REGRESSION_MODES } from './regression-mode.js';

const FEMALE = { sex: 'Female' };
/** 1,000 rows on which the versions agree, so many of them positive. */
const table = (positives: number) => ({
  kind: 'binary8',
  counts: { '111': positives, '000': 1000 - positives },
});
const ranking = (nPos: number, nNeg = 1000 - nPos) => ({
  kind: 'aucPair',
  ...{ aucC: 1, aucI: 1, varC: 0.0001, varI: 0.0001, cov: 0.00009, nPos, nNeg },
});
const sums = (metric: string) => ({ kind: 'meanDiff', metric, n: 1000, sumD: 0, sumD2: 0.5, varied: 10 });

/** How a comparison ends where the challenger has this value and the incumbent 1, with paired evidence or none. */
function judged(rule: { metric: string; slices?: Slice[]; [field: string]: unknown }, entry: object | null, own = 1) {
  const slice = rule.slices?.[0] ?? {};
  const stated = { standardError: 0.001 };
  const paired = entry === null ? [] : [{ incumbentVersion: 1, sliceKey: sliceKey(slice), ...entry } as PairedEvidence];
  const given = evidence([], [measure(rule.metric, 1, slice, stated)], {
    challengerEvaluations: [evaluation(2, [measure(rule.metric, own, slice, stated)], { paired })],
  });
  const { status, reasonCode } = onlyMeasure(judge({ rules: [{ kind: 'regression', margin: 0.1, ...rule }] }, given));
  return [status, reasonCode];
}

const TOO_SMALL = ['INCONCLUSIVE', 'SLICE_TOO_SMALL'];
const UNKNOWN = ['INCONCLUSIVE', 'COUNT_UNKNOWN'];

describe.each([{}, { slices: [FEMALE] }])('a minimum of rows of each class, on %j', (place) => {
  const asked = { ...place, minPositives: 50 };

  it.each(REGRESSION_MODES)('is held against every count that paired evidence has, in mode %s', (mode) => {
    expect(judged({ metric: 'f1', mode, ...asked }, table(49))).toEqual(TOO_SMALL);
    expect(judged({ metric: 'f1', mode, ...place, minNegatives: 50 }, table(951))).toEqual(TOO_SMALL);
    expect(judged({ metric: 'auc', mode, ...place }, ranking(29))).toEqual(TOO_SMALL);
    expect(judged({ metric: 'log_loss', mode, ...asked }, table(49))).toEqual(TOO_SMALL);
  });

  it('passes where there are as many', () => {
    expect(judged({ metric: 'f1', ...asked, minNegatives: 950 }, table(50))).toEqual(['PASS', 'WITHIN_MARGIN']);
    expect(judged({ metric: 'auc', ...place }, ranking(30))).toEqual(['PASS', 'WITHIN_MARGIN']);
  });

  it.each(['point', 'non_inferiority', 'no_detected_regression'])('lets nothing pass uncounted, in mode %s', (mode) => {
    expect(judged({ metric: 'recall', mode, ...asked }, null)).toEqual(UNKNOWN);
    expect(judged({ metric: 'recall', mode, ...place, minNegatives: 1 }, null)).toEqual(UNKNOWN);
    expect(judged({ metric: 'recall', mode, ...asked }, sums('recall'))).toEqual(UNKNOWN);
    expect(judged({ metric: 'auc', mode, ...asked }, null)).toEqual(UNKNOWN);
    expect(judged({ metric: 'recall', mode, ...asked }, null, 0.5)).toEqual(['FAIL', 'REGRESSION']);
  });

  it('that a policy does not state asks for no count', () => {
    expect(judged({ metric: 'auc', ...place }, null)).toEqual(['PASS', 'WITHIN_MARGIN']);
    expect(judged({ metric: 'auc', mode: 'non_inferiority', ...place }, null)).toEqual(['PASS', 'NON_INFERIOR']);
  });
});
