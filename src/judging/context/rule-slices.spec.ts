import {
  evaluation,
  evidence,
  judge,
  measure,
  pairedAccuracy,
  pairedEvidence,
} from '../../../test/support/judging/gate-builders.js';
import { type GateEvidence } from '../evidence/gate-evidence.js';
import { type GateOutcome } from '../outcome/gate-outcome.js';

const byCountry = (rest = {}) => ({ metric: 'accuracy', maxRegression: 0.02, slicesOf: ['country'], ...rest });
const rowsOf = { US: 600, BR: 340, NL: 40, FJ: 20 };
type Country = keyof typeof rowsOf;

const report = (values: Partial<Record<Country, number>>) => [
  measure('accuracy', 0.9, {}, { count: 1000 }),
  ...Object.entries(values).map(([country, value]) =>
    measure('accuracy', value, { country }, { count: rowsOf[country as Country] }),
  ),
];
const all = { US: 0.9, BR: 0.9, NL: 0.9, FJ: 0.9 };
const outcomes = (outcome: GateOutcome) =>
  outcome.rules.flatMap(({ measures }) =>
    measures.map(({ slice, status, reasonCode }) => [slice.country ?? 'overall', status, reasonCode]),
  );

describe('discovered slices', () => {
  it('are judged one by one, small ones stay untested up to maxUntestedShare', () => {
    const given = evidence(report({ ...all, BR: 0.85 }), report(all));
    expect(outcomes(judge({ rules: [byCountry({ maxUntestedShare: 0.06 })] }, given))).toEqual([
      ['BR', 'FAIL', 'REGRESSION'],
      ['US', 'PASS', 'WITHIN_MARGIN'],
      ['FJ', 'SKIPPED', 'UNTESTED'],
      ['NL', 'SKIPPED', 'UNTESTED'],
    ]);
  });

  it('leave too much untested', () => {
    const outcome = judge({ rules: [byCountry()] }, evidence(report(all), report(all)));
    expect(outcomes(outcome)).toContainEqual(['__small__', 'INCONCLUSIVE', 'UNTESTED_SHARE']);
    expect(outcome.verdict).toBe('INCONCLUSIVE');
  });

  it('of no rows at all leave everything untested', () => {
    const nobody = [
      measure('accuracy', 0.9, {}, { count: 0 }),
      ...['US', 'BR'].map((country) => measure('accuracy', 0.9, { country }, { count: 0 })),
    ];
    const outcome = judge({ rules: [byCountry()] }, evidence(nobody, nobody));
    expect(outcomes(outcome)).toContainEqual(['__small__', 'INCONCLUSIVE', 'UNTESTED_SHARE']);
  });

  it('are pooled when small', () => {
    const given = evidence(report({ ...all, NL: 0.7 }), report(all));
    expect(outcomes(judge({ rules: [byCountry({ minSliceSize: 50, poolSmallSlices: true })] }, given))).toEqual([
      ['__small__', 'FAIL', 'REGRESSION'],
      ['BR', 'PASS', 'WITHIN_MARGIN'],
      ['US', 'PASS', 'WITHIN_MARGIN'],
      ['FJ', 'SKIPPED', 'POOLED'],
      ['NL', 'SKIPPED', 'POOLED'],
    ]);
  });

  it('are pooled from their paired tables', () => {
    const slices = (['US', 'BR', 'NL', 'FJ'] as Country[]).map((country) =>
      pairedAccuracy({ wins: 2, losses: 2, n: rowsOf[country] }, { country }),
    );
    const whole = pairedAccuracy({ wins: 8, losses: 8, n: 1000 });
    const rule = byCountry({
      mode: 'no_detected_regression',
      minSliceSize: 50,
      poolSmallSlices: true,
      maxRegression: 0.2,
      onInconclusive: 'warn',
    });
    const pooled = judge({ rules: [rule] }, pairedEvidence([whole, ...slices])).rules[0]!.measures.find(
      ({ slice }) => slice.country === '__small__',
    );
    expect(pooled).toMatchObject({ status: 'PASS', observed: { count: 60, delta: 0 }, evidenceLevel: 'paired' });
  });

  it.each([
    ['brier', 'PASS'],
    ['ece_10', 'INCONCLUSIVE'],
    ['average_precision', 'INCONCLUSIVE'],
  ])('are pooled by their means where the metric is one: %s', (metric, status) => {
    const of = (given: ReturnType<typeof report>) => given.map((one) => ({ ...one, metric }));
    const rule = { metric, maxRegression: 0.02, slicesOf: ['country'], minSliceSize: 50, poolSmallSlices: true };
    const { rules } = judge({ rules: [rule] }, evidence(of(report(all)), of(report(all))));
    expect(rules[0]!.measures.find(({ slice }) => slice.country === '__small__')!.status).toBe(status);
  });

  it('are not pooled from tables that contradict the reports', () => {
    const slices = (['US', 'BR', 'NL', 'FJ'] as Country[]).map((country) =>
      pairedAccuracy({ wins: 0, losses: 0, n: rowsOf[country], bothRight: rowsOf[country] * 0.9 }, { country }),
    );
    const given = pairedEvidence(slices.map(({ own, ...rest }) => ({ ...rest, own: { ...own, value: 0.5 } })));
    const pooling = { minSliceSize: 50, poolSmallSlices: true };
    const compared = byCountry({ ...pooling, mode: 'no_detected_regression', onInconclusive: 'warn' });
    const limited = { metric: 'accuracy', min: 0.8, slicesOf: ['country'], ...pooling };
    for (const rule of [compared, limited]) {
      const found = outcomes(judge({ rules: [rule] }, given));
      expect(found).toContainEqual(['NL', 'ERROR', 'EVIDENCE_INCONSISTENT']);
      expect(found).toContainEqual(['FJ', 'ERROR', 'EVIDENCE_INCONSISTENT']);
    }
  });

  it.each([
    [0.6, 'PASS', 'WITHIN_LIMITS'],
    [0.1, 'FAIL', 'GAP_TOO_LARGE'],
    [0.35, 'FAIL', 'GAP_WORSE_THAN_INCUMBENT'],
  ])('are one group of a gap when small, at %p on both', (value, status, reasonCode) => {
    const gap = { kind: 'slice_gap', metric: 'accuracy', slicesOf: ['country'], max: 0.6, noWorseThanIncumbentBy: 0.5 };
    const rules = [
      { metric: 'accuracy', min: 0.5 },
      { ...gap, id: 'gap', minSliceSize: 50, poolSmallSlices: true },
    ];
    const given = evidence(report({ ...all, NL: value, FJ: value }), report(all));
    expect(judge({ rules }, given).rules.find(({ id }) => id === 'gap')).toMatchObject({ status, reasonCode });
  });

  it.each<[string, Partial<Record<Country, number>>, string, string]>([
    ['a large one the challenger dropped', { US: 0.9, NL: 0.9, FJ: 0.9 }, 'BR', 'FAIL'],
    ['a small one the challenger dropped', { US: 0.9, BR: 0.9, NL: 0.9 }, 'FJ', 'INCONCLUSIVE'],
  ])('%s is noticed', (_case, values, country, status) => {
    const rule = byCountry({ maxUntestedShare: 1 });
    expect(outcomes(judge({ rules: [rule] }, evidence(report(values), report(all))))).toContainEqual([
      country,
      status,
      'MISSING_CHALLENGER_SLICE',
    ]);
  });

  it('dropped from both reports are noticed by the inventory of the dataset', () => {
    const { digest } = evaluation(1, []).dataset;
    const inventories: GateEvidence['inventories'] = [
      { dataset: { name: 'holdout', version: '1', digest, split: 'test' }, features: { country: rowsOf } },
    ];
    const half = { US: 0.9, NL: 0.9, FJ: 0.9 };
    expect(
      outcomes(judge({ rules: [byCountry()] }, evidence(report(half), report(half), { inventories }))),
    ).toContainEqual(['BR', 'FAIL', 'MISSING_CHALLENGER_SLICE']);
  });

  it('case 20: must make up the whole', () => {
    const half = { US: 0.9, BR: 0.9 };
    const outcome = judge({ rules: [byCountry()] }, evidence(report(half), report(half)));
    expect(outcomes(outcome)).toContainEqual(['*', 'ERROR', 'SLICE_PARTITION_MISMATCH']);
  });

  describe('must make up the whole, whose count is stated', () => {
    const { dataset } = evaluation(1, []);
    const inventories = [{ dataset, features: { sex: { Female: 400, Male: 600 } } }];
    const half = report({ US: 0.9, BR: 0.9 });
    const [, ...parts] = half;
    const uncounted = half.map((one) => (one.sliceKey === '{}' ? { ...one, count: null } : one));
    const otherMetric = [...parts, measure('f1', 0.9, {}, { count: 1000 })];
    const MISMATCH = ['*', 'ERROR', 'SLICE_PARTITION_MISMATCH'];
    const UNKNOWN = ['*', 'INCONCLUSIVE', 'COUNT_UNKNOWN'];

    it.each<[string, GateEvidence, unknown[]]>([
      ['by another metric', evidence(otherMetric, parts), MISMATCH],
      ['by the incumbent', evidence(parts, half), MISMATCH],
      ['by the incumbent, the value being there', evidence(uncounted, half), MISMATCH],
      ['by another feature of the inventory', evidence(parts, parts, { inventories }), MISMATCH],
      ['by another feature of the inventory, without an incumbent', evidence(parts, null, { inventories }), MISMATCH],
      ['by nobody', evidence(parts, parts), UNKNOWN],
      ['by nobody, without an incumbent', evidence(parts, null), UNKNOWN],
    ])('%s', (_case, given, expected) => {
      expect(outcomes(judge({ rules: [byCountry()] }, given))).toContainEqual(expected);
      const limit = { metric: 'accuracy', min: 0.5, slicesOf: ['country'], onInconclusive: 'warn' };
      const outcome = judge({ rules: [limit] }, given);
      expect(outcomes(outcome)).toContainEqual(expected);
      expect(outcome.verdict).toBe(expected[1]);
    });

    it('not by the incumbent on other data', () => {
      const other = { ...evaluation(1, half), dataset: { ...dataset, version: '2' } };
      const given = { ...evidence(parts, half), incumbentEvaluations: [other] };
      const document = { comparability: { sameDatasetVersion: false }, rules: [byCountry()] };
      expect(outcomes(judge(document, given))).toContainEqual(UNKNOWN);
    });

    it('and what fails on a slice, or between two, fails all the same', () => {
      const apart = report({ US: 0.9, BR: 0.6 }).slice(1);
      const gap = { id: 'gap', kind: 'slice_gap', metric: 'accuracy', slicesOf: ['country'], max: 0.1 };
      const { rules } = judge({ rules: [byCountry(), gap] }, evidence(apart, parts));
      expect(rules.map(({ reasonCode }) => reasonCode)).toEqual(['REGRESSION', 'GAP_TOO_LARGE']);
    });
  });

  it('that do not exist fail the rule', () => {
    const outcome = judge({ rules: [{ ...byCountry(), slicesOf: ['planet'] }] }, evidence(report(all), report(all)));
    expect(outcome.rules[0]).toMatchObject({ status: 'FAIL', reasonCode: 'NO_MATCHING_SLICES' });
  });

  it('of a cross name exactly its features', () => {
    const cross = { country: 'US', sex: 'Female' };
    const measures = [measure('accuracy', 0.9, cross, { count: 1000 }), ...report(all)];
    const outcome = judge({ rules: [{ ...byCountry(), slicesOf: ['sex & country'] }] }, evidence(measures, measures));
    expect(outcome.rules[0]?.measures.map(({ slice }) => slice)).toEqual([cross]);
  });

  it('are counted without the whole and what is said of all of them', () => {
    const overall = measure('accuracy', 0.9, {}, { count: 1010 });
    const unequal = evidence([overall, ...report(all).slice(1)], [overall, ...report(all).slice(1)]);
    const rule = (maxSlices: number) => byCountry({ maxSlices, minSliceSize: 1, includeOverall: true });
    const reasonsOf = (maxSlices: number) =>
      judge({ rules: [rule(maxSlices)] }, unequal).rules[0]!.measures.map(({ reasonCode }) => reasonCode);
    expect(reasonsOf(4)).toContain('SLICE_PARTITION_MISMATCH');
    expect(reasonsOf(4)).toHaveLength(6);
    expect(reasonsOf(3)).toEqual(['TOO_MANY_SLICES']);
  });

  it('that are too many are refused', () => {
    const outcome = judge(
      { rules: [byCountry({ maxSlices: 1, maxUntestedShare: 1 })] },
      evidence(report(all), report(all)),
    );
    expect(outcome.rules[0]).toMatchObject({ status: 'ERROR', reasonCode: 'TOO_MANY_SLICES' });
  });

  it('with too little data only warn where the policy says so, and never when critical', () => {
    const rules = [{ metric: 'accuracy', min: 0.5 }, byCountry({ onInconclusive: 'warn' })];
    const given = evidence(report(all), report(all));
    expect(judge({ rules }, given)).toMatchObject({ verdict: 'PASS', warnings: [{ code: 'UNTESTED_SHARE' }] });
    expect(judge({ rules: [rules[0], { ...rules[1], critical: true }] }, given).verdict).toBe('INCONCLUSIVE');
  });
});

describe('case 15: Simpson on the same data', () => {
  const report15 = (overall: number, a: number, b: number) => [
    measure('auc', overall, {}, { count: 8 }),
    measure('auc', a, { group: 'A' }, { count: 4 }),
    measure('auc', b, { group: 'B' }, { count: 4 }),
  ];
  const given = evidence(report15(0.5, 0.5, 0.25), report15(0.375, 0.625, 0.375));
  const rule = { metric: 'auc', maxRegression: 0.01, slices: [{ group: 'A' }, { group: 'B' }], includeOverall: true };

  it('fails with a warning when slices that small are judged', () => {
    expect(judge({ rules: [{ ...rule, minSliceSize: 4 }] }, given)).toMatchObject({
      verdict: 'FAIL',
      warnings: [{ code: 'SIMPSON_REVERSAL' }],
    });
  });

  it('is inconclusive by default, never a pass on the overall number alone', () => {
    expect(judge({ rules: [rule] }, given)).toMatchObject({
      verdict: 'INCONCLUSIVE',
      rules: [{ reasonCode: 'SLICE_TOO_SMALL' }],
    });
  });
});
