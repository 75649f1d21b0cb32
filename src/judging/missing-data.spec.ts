import {
  evaluation,
  evidence,
  judge,
  measure,
  onlyMeasure,
  version,
} from '../../test/support/judging/gate-builders.js';
import { type EvaluationEvidence } from './evidence/gate-evidence.js';

const FEMALE = { sex: 'Female' };
const floor = { metric: 'accuracy', min: 0.8 };
const noDrop = { metric: 'accuracy', maxRegression: 0.01 };

describe('missing and uneven data, gates.md §1.6', () => {
  const both = (value: number | null, other: number | null, rest = {}) =>
    evidence([measure('accuracy', value, {}, rest)], [measure('accuracy', other)]);
  const onto = (changes: Partial<EvaluationEvidence>) =>
    evidence([measure('accuracy', 0.9)], [], {
      incumbentEvaluations: [evaluation(1, [measure('accuracy', 0.9)], changes)],
    });
  const dataset = { name: 'holdout', version: '1', digest: 'sha256:d1', split: 'test' };

  it.each<[string, Parameters<typeof evidence>[2] & object, string, string]>([
    [
      'metric absent from a complete report',
      evidence([measure('f1', 0.9)], [measure('accuracy', 0.9)]),
      'FAIL',
      'MISSING_CHALLENGER_METRIC',
    ],
    ['no report at all', { ...both(0.9, 0.9), challengerEvaluations: [] }, 'FAIL', 'MISSING_CHALLENGER_METRIC'],
    [
      'report still running',
      { ...both(0.9, 0.9), challengerEvaluations: [evaluation(2, [], { status: 'RUNNING' })] },
      'ERROR',
      'EVALUATION_NOT_COMPLETE',
    ],
    ['report of the incumbent failed', onto({ status: 'FAILED' }), 'ERROR', 'EVALUATION_NOT_COMPLETE'],
    [
      'incumbent lacks any report',
      { ...both(0.9, 0.9), incumbentEvaluations: [] },
      'INCONCLUSIVE',
      'INCUMBENT_METRIC_MISSING',
    ],
    ['undefined for both', both(null, null), 'SKIPPED', 'UNDEFINED_ON_DATA'],
    ['undefined only for the challenger', both(null, 0.9), 'FAIL', 'CHALLENGER_UNDEFINED'],
    ['undefined only for the incumbent', both(0.9, null), 'INCONCLUSIVE', 'INCUMBENT_METRIC_MISSING'],
    ['infinite challenger', both(Infinity, 0.9), 'FAIL', 'NON_FINITE_METRIC'],
    ['counts differ', both(0.9, 0.9, { count: 999 }), 'ERROR', 'SAMPLE_COUNT_MISMATCH'],
    [
      'case 17, dataset version differs',
      onto({ dataset: { ...dataset, version: '2' } }),
      'ERROR',
      'INCOMPARABLE_DATASETS',
    ],
    [
      'case 14, dataset digest differs',
      onto({ dataset: { ...dataset, digest: 'sha256:d2' } }),
      'ERROR',
      'INCOMPARABLE_DATASETS',
    ],
    [
      'dataset digest stated on one side only',
      onto({ dataset: { ...dataset, digest: null } }),
      'ERROR',
      'INCOMPARABLE_DATASETS',
    ],
    ['split differs', onto({ dataset: { ...dataset, split: 'validation' } }), 'ERROR', 'INCOMPARABLE_DATASETS'],
    [
      'another dataset altogether',
      onto({ dataset: { ...dataset, name: 'other' } }),
      'INCONCLUSIVE',
      'INCUMBENT_METRIC_MISSING',
    ],
    ['definition differs', both(0.9, 0.9, { definition: 'sklearn.accuracy' }), 'ERROR', 'INCOMPARABLE_METRIC'],
    [
      'duplicated with different values',
      evidence([measure('accuracy', 0.9), measure('accuracy', 0.95)], [measure('accuracy', 0.9)]),
      'ERROR',
      'AMBIGUOUS_EVIDENCE',
    ],
    [
      'duplicated for the incumbent',
      evidence([measure('accuracy', 0.9)], [measure('accuracy', 0.9), measure('accuracy', 0.1)]),
      'ERROR',
      'AMBIGUOUS_EVIDENCE',
    ],
    [
      'dated ahead',
      {
        ...both(0.9, 0.9),
        challengerEvaluations: [evaluation(2, [measure('accuracy', 0.9)], { evaluatedAt: '2026-11-20T12:05:00.001Z' })],
      },
      'ERROR',
      'CLOCK_SKEW',
    ],
    [
      'case 35, trained on the data of the evaluation',
      { ...both(0.9, 0.9), challenger: version(2, { dataset: { name: 'x', version: '7', digest: 'sha256:d1' } }) },
      'ERROR',
      'TRAIN_EVAL_OVERLAP',
    ],
    [
      'case 35, the incumbent trained on it',
      { ...both(0.9, 0.9), incumbent: version(1, { dataset: { name: 'x', version: '7', digest: 'sha256:d1' } }) },
      'ERROR',
      'TRAIN_EVAL_OVERLAP',
    ],
    [
      'case 18, same artifact twice',
      { ...both(0.9, 0.9), challenger: version(2, { artifactDigest: 'sha256:artifact-1' }) },
      'ERROR',
      'SELF_COMPARISON',
    ],
  ])('%s', (_case, given, status, reasonCode) => {
    const outcome = judge({ rules: [noDrop] }, { ...both(0.9, 0.9), ...given });
    expect(onlyMeasure(outcome)).toMatchObject({ status, reasonCode });
    expect(outcome.verdict).toBe(status === 'SKIPPED' ? 'INCONCLUSIVE' : status);
    if (!['PASS', 'SKIPPED'].includes(status)) expect(onlyMeasure(outcome).remediation).toBeTruthy();
  });

  it('names the action when the incumbent was measured on another dataset version', () => {
    const newer = evaluation(2, [measure('accuracy', 0.9)], { dataset: { ...dataset, version: '4', digest: null } });
    const given = { ...both(0.9, 0.9), challengerEvaluations: [newer] };
    expect(onlyMeasure(judge({ rules: [noDrop] }, given)).remediation).toBe(
      'Re-evaluate version 1 on holdout@4 (test).',
    );
  });

  it('asks for the count of a slice before it passes, and fails it without', () => {
    const rule = { ...noDrop, slices: [FEMALE] };
    const uncounted = (value: number) =>
      evidence(
        [measure('accuracy', value, FEMALE, { count: null })],
        [measure('accuracy', 0.9, FEMALE, { count: null })],
      );
    expect(onlyMeasure(judge({ rules: [rule] }, uncounted(0.9)))).toMatchObject({
      status: 'INCONCLUSIVE',
      reasonCode: 'COUNT_UNKNOWN',
    });
    expect(onlyMeasure(judge({ rules: [rule] }, uncounted(0.8)))).toMatchObject({
      status: 'FAIL',
      reasonCode: 'REGRESSION',
    });
    expect(onlyMeasure(judge({ rules: [{ ...rule, minSliceSize: 0 }] }, uncounted(0.9)))).toMatchObject({
      status: 'PASS',
    });
  });

  const unstated = { count: null };
  const MALE = { sex: 'Male' };

  it.each([{}, { mode: 'non_inferiority', minEvidence: 'point' }])(
    'takes no count of the incumbent for one that the challenger leaves out: %j',
    (rest) => {
      const rule = { ...noDrop, maxRegression: 0.1, slices: [FEMALE], ...rest };
      const given = evidence(
        [measure('accuracy', 0.9, FEMALE, { ...unstated, standardError: 0.01 })],
        [measure('accuracy', 0.9, FEMALE)],
      );
      expect(onlyMeasure(judge({ rules: [rule] }, given))).toMatchObject({
        status: 'INCONCLUSIVE',
        reasonCode: 'COUNT_UNKNOWN',
      });
    },
  );

  it('compares the whole by its values where the challenger leaves out its count, and says so', () => {
    const given = evidence([measure('accuracy', 0.9, {}, unstated)], [measure('accuracy', 0.9)]);
    expect(onlyMeasure(judge({ rules: [noDrop] }, given))).toMatchObject({
      status: 'PASS',
      basis: 'point comparison, n unknown',
      observed: { count: null },
    });
  });

  it.each<[string, [number | null, number | null], [number | null, number | null]]>([
    ['the challenger', [null, 900], [1000, null]],
    ['the incumbent', [900, null], [null, 1000]],
    ['both', [null, 900], [null, 1000]],
  ])('finds rows that were dropped by another metric where a count is left out by %s', (_case, own, theirs) => {
    const report = ([ofAccuracy, ofF1]: [number | null, number | null]) =>
      [{}, FEMALE, MALE].flatMap((slice) => [
        measure('accuracy', 0.9, slice, { count: ofAccuracy }),
        measure('f1', 0.9, slice, { count: ofF1 }),
      ]);
    const gap = { kind: 'slice_gap', metric: 'accuracy', slices: [FEMALE, MALE], noWorseThanIncumbentBy: 0.1 };
    const given = evidence(report(own), report(theirs));
    const { rules } = judge({ rules: [noDrop, { ...noDrop, id: 'slice', slices: [FEMALE] }, gap] }, given);
    expect(rules.map(({ status, reasonCode }) => [status, reasonCode])).toEqual(
      Array.from({ length: 3 }, () => ['ERROR', 'SAMPLE_COUNT_MISMATCH']),
    );
  });

  it('leaves a new slice to a threshold rule only where one covers it (case 7)', () => {
    const given = evidence([measure('accuracy', 0.9), measure('accuracy', 0.9, FEMALE)], [measure('accuracy', 0.9)]);
    const comparison = { ...noDrop, slices: [FEMALE], onMissingIncumbentSlice: 'threshold_only' };
    expect(judge({ rules: [comparison, floor] }, given).verdict).toBe('INCONCLUSIVE');
    const covered = judge({ rules: [comparison, { ...floor, slices: [FEMALE] }] }, given);
    expect(covered.verdict).toBe('PASS');
    expect(covered.rules.map(({ status }) => status)).toEqual(['PASS', 'SKIPPED']);
    const verdictBeside = (rest: object) => judge({ rules: [comparison, { ...floor, ...rest }] }, given).verdict;
    expect(verdictBeside({ slicesOf: ['sex'] })).toBe('PASS');
    expect(verdictBeside({ slicesOf: ['sex'], minSliceSize: 5000, maxUntestedShare: 1 })).toBe('INCONCLUSIVE');
    expect(verdictBeside({ slices: [FEMALE, {}], minSliceSize: 5000, onInconclusive: 'warn' })).toBe('INCONCLUSIVE');
  });
});
