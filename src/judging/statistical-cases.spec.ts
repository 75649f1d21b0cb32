import { type GateEvidence } from './evidence/gate-evidence.js';
import { type PairedEvidence } from './evidence/paired-kinds.js';
import {
  evaluation,
  evidence,
  judge,
  measure,
  onlyMeasure,
  pairedAccuracy,
  pairedEvidence,
} from '../../test/support/judging/gate-builders.js';

const ni = (abs: number, rest = {}) => ({
  kind: 'regression',
  metric: 'accuracy',
  mode: 'non_inferiority',
  margin: { abs },
  minSliceSize: 0,
  ...rest,
});
const paired1000 = pairedEvidence([pairedAccuracy({ wins: 30, losses: 25, n: 1000, bothRight: 820 })]);
const unpaired1000 = evidence([measure('accuracy', 0.85)], [measure('accuracy', 0.845)]);
const loss200 = pairedEvidence([pairedAccuracy({ wins: 6, losses: 14, n: 200, bothRight: 150 })]);
const same50 = pairedEvidence([pairedAccuracy({ wins: 0, losses: 0, n: 50, bothRight: 45 })]);

describe('the statistical cases of gates.md §2', () => {
  it.each<[string, unknown, Parameters<typeof judge>[1], string, string]>([
    ['9 paired evidence shows non-inferiority', ni(0.01), paired1000, 'PASS', 'NON_INFERIOR'],
    ['9 but not at half the margin', ni(0.005), paired1000, 'INCONCLUSIVE', 'NOT_SHOWN'],
    ['10 the same numbers unpaired', ni(0.01), unpaired1000, 'INCONCLUSIVE', 'NOT_SHOWN'],
    [
      '10 and where paired evidence is asked for',
      ni(0.01, { minEvidence: 'paired' }),
      unpaired1000,
      'INCONCLUSIVE',
      'EVIDENCE_TOO_WEAK',
    ],
    ['11 significant regression', ni(0.02), loss200, 'FAIL', 'REGRESSION'],
    ['11 not at a margin it keeps', ni(0.05), loss200, 'INCONCLUSIVE', 'NOT_SHOWN'],
    [
      '12 tiny slice',
      ni(0.02, { minSliceSize: 100 }),
      pairedEvidence([pairedAccuracy({ wins: 2, losses: 4, n: 40 })]),
      'INCONCLUSIVE',
      'SLICE_TOO_SMALL',
    ],
    ['13 identical predictions without digests', ni(0.02), same50, 'INCONCLUSIVE', 'NOT_SHOWN'],
    [
      '34 suspicious jump',
      { metric: 'auc', maxRegression: 0.01, suspiciousGain: 0.1 },
      evidence([measure('auc', 0.99)], [measure('auc', 0.71)]),
      'INCONCLUSIVE',
      'SUSPICIOUS_IMPROVEMENT',
    ],
    [
      '34 in a statistical mode',
      ni(0.01, { suspiciousGain: 0.001 }),
      paired1000,
      'INCONCLUSIVE',
      'SUSPICIOUS_IMPROVEMENT',
    ],
    ['harm is detected', ni(0.02, { mode: 'no_detected_regression' }), loss200, 'FAIL', 'REGRESSION'],
    [
      'no harm is detected with enough data',
      ni(0.01, { mode: 'no_detected_regression' }),
      paired1000,
      'PASS',
      'NO_REGRESSION_DETECTED',
    ],
    [
      'no harm is detected for want of data',
      ni(0.005, { mode: 'no_detected_regression' }),
      paired1000,
      'INCONCLUSIVE',
      'UNDERPOWERED',
    ],
    ['superiority is not shown', ni(0, { mode: 'superiority' }), paired1000, 'INCONCLUSIVE', 'NOT_SHOWN'],
    ['superiority is excluded', ni(0, { mode: 'superiority' }), loss200, 'FAIL', 'NOT_SUPERIOR'],
    [
      'superiority is shown',
      { ...ni(0, { mode: 'superiority' }), margin: undefined },
      pairedEvidence([pairedAccuracy({ wins: 90, losses: 30, n: 1000 })]),
      'PASS',
      'SUPERIOR',
    ],
    [
      'values alone are no evidence of difference',
      { ...ni(0.01), metric: 'f1' },
      evidence([measure('f1', 0.7)], [measure('f1', 0.7)]),
      'INCONCLUSIVE',
      'EVIDENCE_TOO_WEAK',
    ],
    [
      'standard errors are',
      { ...ni(0.05), metric: 'f1' },
      evidence(
        [measure('f1', 0.7, {}, { standardError: 0.01 })],
        [measure('f1', 0.7, {}, { ciLow: 0.68, ciHigh: 0.72, ciLevel: 0.95 })],
      ),
      'PASS',
      'NON_INFERIOR',
    ],
    [
      'no variation but a difference',
      { ...ni(0.05), metric: 'f1' },
      evidence([measure('f1', 0.7, {}, { standardError: 0 })], [measure('f1', 0.71, {}, { standardError: 0 })]),
      'INCONCLUSIVE',
      'DEGENERATE_VARIANCE',
    ],
    [
      'an error so large that bounds made of it would not be numbers',
      { ...ni(0.05), metric: 'f1' },
      evidence([measure('f1', 0.7, {}, { standardError: 1e308 })], [measure('f1', 0.7, {}, { standardError: 1e308 })]),
      'INCONCLUSIVE',
      'EVIDENCE_TOO_WEAK',
    ],
  ])('%s', (_case, rule, given, status, reasonCode) => {
    expect(onlyMeasure(judge({ rules: [rule] }, given))).toMatchObject({ status, reasonCode });
  });

  it('names the method behind the numbers, and none where numbers are compared as they are', () => {
    const methodBehind = (rule: object, given: GateEvidence) => onlyMeasure(judge({ rules: [rule] }, given)).method;
    const errors = [measure('f1', 0.7, {}, { standardError: 0.01 })];
    const share = [measure('accuracy', 0.9)];
    expect(methodBehind(ni(0.005), paired1000)).toEqual({ id: 'bonett_price', version: 1 });
    expect(methodBehind({ ...ni(0.05), metric: 'f1' }, evidence(errors, errors))).toEqual({
      id: 'unpaired_normal',
      version: 1,
    });
    const floor = { metric: 'accuracy', min: 0.8, bound: 'lower_confidence' };
    expect(methodBehind(floor, evidence(share, share))).toEqual({ id: 'wilson', version: 1 });
    expect(methodBehind({ metric: 'accuracy', min: 0.8 }, evidence(share, share))).toBeUndefined();
    expect(methodBehind({ metric: 'accuracy', maxRegression: 0.1 }, evidence(share, share))).toBeUndefined();
  });

  it('9: carries the golden bounds and the rows needed', () => {
    const outcome = onlyMeasure(judge({ rules: [ni(0.005)] }, paired1000));
    expect(outcome.observed.lower).toBeCloseTo(-0.007400852659403358, 12);
    expect(outcome.neededN).toBe(13_602);
    expect(outcome.message).toBe(
      'accuracy: 0.850 vs 0.845 (+0.5 pt, 95 % bounds −0.7 pt … +1.7 pt, n = 1,000, paired). Allowed drop 0.5 pt. The data neither show nor rule it out. Would need n ≈ 13,602 to show a drop of at most 0.5 pt. INCONCLUSIVE',
    );
  });

  it('10: the unpaired bound is far wider', () => {
    expect(onlyMeasure(judge({ rules: [ni(0.01)] }, unpaired1000)).observed.lower).toBeCloseTo(-0.0214, 4);
  });

  it('11: the upper bound is below zero', () => {
    expect(onlyMeasure(judge({ rules: [ni(0.02)] }, loss200)).observed.upper).toBeCloseTo(-0.0017, 4);
  });

  it('13: identical predictions with equal digests pass', () => {
    const given = { ...same50 };
    given.challengerEvaluations = given.challengerEvaluations.map((one) => ({ ...one, predictionDigest: 'sha256:p' }));
    given.incumbentEvaluations = given.incumbentEvaluations.map((one) => ({ ...one, predictionDigest: 'sha256:p' }));
    expect(onlyMeasure(judge({ rules: [ni(0.02)] }, given))).toMatchObject({
      status: 'PASS',
      reasonCode: 'IDENTICAL_PREDICTIONS',
    });
  });
});

/** Differences of two equal models on 1,999 resamples. */
const REPLICATES = Array.from({ length: 1999 }, (_, at) => ((at * 7919) % 1999) / 1e5 - 0.01);

describe('evidence that contradicts itself is an ERROR', () => {
  const entry = (fields: object) =>
    ({ incumbentVersion: 1, sliceKey: '{}', kind: 'binary8', ...fields }) as PairedEvidence;
  const given = (metric: string, own: number, theirs: number, paired: object[]) =>
    evidence([], [], {
      challengerEvaluations: [evaluation(2, [measure(metric, own)], { paired: paired.map(entry) })],
      incumbentEvaluations: [evaluation(1, [measure(metric, theirs)])],
    });

  const table = { counts: { '110': 30, '101': 25, '111': 820, '100': 125 } };
  it.each<[string, Parameters<typeof given>]>([
    ['a table that does not reproduce the challenger', ['accuracy', 0.851, 0.845, [table]]],
    ['a table that does not reproduce the incumbent', ['accuracy', 0.85, 0.846, [table]]],
    ['a table of other rows', ['accuracy', 0.85, 0.845, [{ counts: { ...table.counts, '000': 1 } }]]],
    ['a table with a negative count', ['accuracy', 0.85, 0.845, [{ counts: { ...table.counts, '110': -30 } }]]],
    ['a table with an unknown cell', ['accuracy', 0.85, 0.845, [{ counts: { ...table.counts, '112': 0 } }]]],
    ['two tables', ['accuracy', 0.85, 0.845, [table, table]]],
    [
      'a mean difference that is another',
      ['log_loss', 0.4, 0.41, [{ kind: 'meanDiff', metric: 'log_loss', n: 1000, sumD: 10, sumD2: 5 }]],
    ],
    [
      'impossible sums',
      ['log_loss', 0.41, 0.4, [{ kind: 'meanDiff', metric: 'log_loss', n: 1000, sumD: 10, sumD2: 0.01 }]],
    ],
    [
      'replicates of another difference',
      ['ndcg_10', 0.6, 0.65, [{ kind: 'replicates', metric: 'ndcg_10', deltas: REPLICATES }]],
    ],
    [
      'replicates that state another difference',
      ['ndcg_10', 0.65, 0.65, [{ kind: 'replicates', metric: 'ndcg_10', deltas: REPLICATES, observed: 0.001 }]],
    ],
    [
      'an AUC pair that is another',
      [
        'auc',
        0.9,
        0.8,
        [{ kind: 'aucPair', aucC: 0.91, aucI: 0.8, varC: 1e-4, varI: 1e-4, cov: 5e-5, nPos: 500, nNeg: 500 }],
      ],
    ],
  ])('%s', (_case, args) => {
    const rule = { kind: 'regression', metric: args[0], mode: 'non_inferiority', margin: { abs: 0.01 } };
    expect(onlyMeasure(judge({ rules: [rule] }, given(...args)))).toMatchObject({
      status: 'ERROR',
      reasonCode: 'EVIDENCE_INCONSISTENT',
    });
  });
});

describe('replicates', () => {
  const given = (own: number, deltas = REPLICATES) =>
    evidence([], [], {
      challengerEvaluations: [
        evaluation(2, [measure('ndcg_10', own)], {
          paired: [{ incumbentVersion: 1, sliceKey: '{}', kind: 'replicates', metric: 'ndcg_10', deltas }],
        }),
      ],
      incumbentEvaluations: [evaluation(1, [measure('ndcg_10', 0.65)])],
    });
  const rule = { kind: 'regression', metric: 'ndcg_10', mode: 'non_inferiority', margin: { abs: 0.01 } };

  it('decide by their order statistics, whether or not they repeat the difference', () => {
    expect(onlyMeasure(judge({ rules: [rule] }, given(0.65)))).toMatchObject({
      status: 'PASS',
      reasonCode: 'NON_INFERIOR',
      basis: 'paired bootstrap, paired, n = 1,000',
      observed: { lower: expect.closeTo(-0.00901, 9), upper: expect.closeTo(0.00899, 9) },
    });
  });

  it('too few for the confidence conclude nothing', () => {
    const outcome = judge({ rules: [{ ...rule, confidence: 0.999 }] }, given(0.65, REPLICATES.slice(0, 500)));
    expect(onlyMeasure(outcome)).toMatchObject({ status: 'INCONCLUSIVE', reasonCode: 'EVIDENCE_TOO_WEAK' });
  });
});

describe('thresholds by confidence bounds', () => {
  const rule = (rest: object) => ({ kind: 'threshold', metric: 'accuracy', bound: 'lower_confidence', ...rest });
  const given = (value: number, rest = {}) => evidence([measure('accuracy', value, {}, rest)], null);

  it.each<[string, object, ReturnType<typeof given>, string, string]>([
    ['above', { min: 0.83 }, given(0.851), 'PASS', 'WITHIN_LIMITS'],
    ['the limit inside the interval', { min: 0.84 }, given(0.851), 'INCONCLUSIVE', 'NOT_SHOWN'],
    ['below', { min: 0.88 }, given(0.851), 'FAIL', 'BELOW_MINIMUM'],
    ['no count, no error', { min: 0.8 }, given(0.851, { count: null }), 'INCONCLUSIVE', 'EVIDENCE_TOO_WEAK'],
    [
      'an upper bound',
      { metric: 'log_loss', bound: 'upper_confidence', max: 0.4 },
      evidence([measure('log_loss', 0.39, {}, { standardError: 0.01 })], null),
      'INCONCLUSIVE',
      'NOT_SHOWN',
    ],
  ])('%s', (_case, limits, evidenceGiven, status, reasonCode) => {
    expect(onlyMeasure(judge({ rules: [rule(limits)] }, evidenceGiven))).toMatchObject({ status, reasonCode });
  });

  it('use the golden Wilson bound for a share', () => {
    expect(onlyMeasure(judge({ rules: [rule({ min: 0.8 })] }, given(0.851))).observed.lower).toBeCloseTo(
      0.8315318067348897,
      12,
    );
  });
});
