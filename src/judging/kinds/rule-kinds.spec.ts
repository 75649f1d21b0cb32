import { describe, expect, it } from '@jest/globals';
import { evidence, judge, measure, version } from '../../../test/support/judging/gate-builders.js';
import { type GateEvidence, type MeasureEvidence } from '../evidence/gate-evidence.js';

const floor = { id: 'floor', metric: 'accuracy', min: 0.5 };
const passing = evidence([measure('accuracy', 0.9)], [measure('accuracy', 0.9)]);
const ruleOf = (rule: object, given: GateEvidence) =>
  judge({ rules: [floor, { id: 'tested', ...rule }] }, given).rules.find(({ id }) => id === 'tested');

describe('metadata', () => {
  const signature = { inputs: [{ name: 'age', type: 'double' }], outputs: [{ name: 'p', type: 'double' }] };
  const facts = {
    gitCommit: 'a'.repeat(40),
    tags: { team: 'risk', 'modelCard.uri': 's3://card' },
    params: { depth: 3 },
    signature,
  };
  const given = { ...passing, challenger: version(2, facts), incumbent: version(1, { signature }) };
  const wider = { ...signature, inputs: [...signature.inputs, { name: 'sex', type: 'string' }] };
  const optional = { ...signature, inputs: [...signature.inputs, { name: 'sex', type: 'string', required: false }] };

  it.each<[string, object, GateEvidence, string, string]>([
    ['a stated fact', { path: 'lineage.runId', op: 'present' }, given, 'PASS', 'FACT_HOLDS'],
    ['a missing fact', { path: 'tags.owner', op: 'present' }, given, 'FAIL', 'FACT_MISSING'],
    ['a fact that should not be', { path: 'tags.team', op: 'absent' }, given, 'FAIL', 'FACT_DOES_NOT_HOLD'],
    [
      'a pattern that matches',
      { path: 'gitCommit', op: 'matches', value: '^[0-9a-f]{40}$' },
      given,
      'PASS',
      'FACT_HOLDS',
    ],
    [
      'a pattern that does not',
      { path: 'gitCommit', op: 'matches', value: '^[0-9]{40}$' },
      given,
      'FAIL',
      'FACT_DOES_NOT_HOLD',
    ],
    ['an equal number', { path: 'params.depth', op: 'equals', value: 3 }, given, 'PASS', 'FACT_HOLDS'],
    ['a model card', { path: 'modelCard.uri', op: 'present' }, given, 'PASS', 'FACT_HOLDS'],
    ['no way into prototypes', { path: 'tags.constructor', op: 'present' }, given, 'FAIL', 'FACT_MISSING'],
    ['an equal signature', { path: 'signature', op: 'compatible_with_incumbent' }, given, 'PASS', 'FACT_HOLDS'],
    [
      'a signature that asks callers for more',
      { path: 'signature', op: 'compatible_with_incumbent' },
      { ...given, challenger: version(2, { signature: wider }) },
      'FAIL',
      'FACT_NOT_COMPATIBLE',
    ],
    [
      'a signature with a new optional input',
      { path: 'signature', op: 'compatible_with_incumbent' },
      { ...given, challenger: version(2, { signature: optional }) },
      'PASS',
      'FACT_HOLDS',
    ],
    [
      'no incumbent to be compatible with',
      { path: 'signature', op: 'compatible_with_incumbent' },
      { ...given, incumbent: null },
      'SKIPPED',
      'NO_INCUMBENT',
    ],
  ])('%s', (_case, demand, of, status, reasonCode) => {
    expect(ruleOf({ kind: 'metadata', require: [demand] }, of)).toMatchObject({ status, reasonCode });
  });
});

describe('time and reuse', () => {
  const staged = (stagedAt: string | null) => ({ ...passing, challenger: version(2, { stagedAt }) });
  const used = (challengers: number) => ({
    ...passing,
    holdoutUses: [{ dataset: { name: 'holdout', version: '1' }, challengers }],
  });
  const reuse = { kind: 'holdout_reuse', warnAfter: 20, failAfter: 100 };

  it.each<[string, object, GateEvidence, string, string]>([
    ['a fresh evaluation', { kind: 'freshness', maxAgeDays: 14 }, passing, 'PASS', 'FRESH'],
    ['an old evaluation', { kind: 'freshness', maxAgeDays: 0.05 }, passing, 'FAIL', 'EVALUATION_TOO_OLD'],
    [
      'no evaluation',
      { kind: 'freshness', maxAgeDays: 14 },
      { ...passing, challengerEvaluations: [] },
      'FAIL',
      'MISSING_CHALLENGER_METRIC',
    ],
    [
      'long enough in Staging',
      { kind: 'soak', minDuration: 'P2D' },
      staged('2026-11-18T12:00:00.000Z'),
      'PASS',
      'SOAKED',
    ],
    [
      'a moment too short',
      { kind: 'soak', minDuration: 'P2D' },
      staged('2026-11-18T12:00:00.001Z'),
      'FAIL',
      'SOAK_TOO_SHORT',
    ],
    ['never in Staging', { kind: 'soak', minDuration: 'PT1H' }, passing, 'FAIL', 'SOAK_TOO_SHORT'],
    ['a little used holdout', reuse, used(20), 'PASS', 'WITHIN_LIMITS'],
    ['a worn-out holdout', reuse, used(101), 'FAIL', 'HOLDOUT_WORN_OUT'],
    ['a holdout of unknown use', reuse, passing, 'INCONCLUSIVE', 'HOLDOUT_USE_UNKNOWN'],
  ])('%s', (_case, rule, given, status, reasonCode) => {
    expect(ruleOf(rule, given)).toMatchObject({ status, reasonCode });
  });

  it('warns of a holdout that wears out', () => {
    expect(judge({ rules: [floor, reuse] }, used(21))).toMatchObject({
      verdict: 'PASS',
      warnings: [{ code: 'HOLDOUT_WEARS_OUT' }],
    });
  });
});

describe('slice_gap', () => {
  const report = (female: number, male: number, rest: Partial<MeasureEvidence> = {}) => [
    measure('selection_rate', (female + male) / 2, {}, { count: 2000 }),
    measure('selection_rate', female, { sex: 'Female' }, rest),
    measure('selection_rate', male, { sex: 'Male' }),
  ];
  const given = (female: number, male: number, rest = {}) => {
    const of = evidence(report(female, male, rest), report(0.3, 0.38));
    return evidence(
      [measure('accuracy', 0.9, {}, { count: 2000 }), ...of.challengerEvaluations[0]!.measures],
      of.incumbentEvaluations[0]!.measures,
    );
  };
  const gap = (rest: object) => ({ kind: 'slice_gap', metric: 'selection_rate', slicesOf: ['sex'], ...rest });

  it.each<[string, object, GateEvidence, string, string]>([
    ['a ratio below four fifths', { statistic: 'ratio', min: 0.8 }, given(0.3, 0.38), 'FAIL', 'GAP_TOO_LARGE'],
    ['a ratio at four fifths', { statistic: 'ratio', min: 0.8 }, given(0.32, 0.4), 'PASS', 'WITHIN_LIMITS'],
    [
      'a ratio that chance explains',
      { statistic: 'ratio', min: 0.8, bound: 'confidence' },
      given(0.3, 0.38),
      'INCONCLUSIVE',
      'NOT_SHOWN',
    ],
    ['a difference', { max: 0.05 }, given(0.3, 0.38), 'FAIL', 'GAP_TOO_LARGE'],
    ['no worse than the incumbent', { noWorseThanIncumbentBy: 0.01 }, given(0.3, 0.39), 'PASS', 'WITHIN_LIMITS'],
    ['worse than the incumbent', { noWorseThanIncumbentBy: 0.01 }, given(0.3, 0.4), 'FAIL', 'GAP_WORSE_THAN_INCUMBENT'],
    ['too small a group', { max: 0.5 }, given(0.3, 0.38, { count: 50 }), 'ERROR', 'SLICE_PARTITION_MISMATCH'],
    ['too few slices', { max: 0.5, slicesOf: ['planet'] }, given(0.3, 0.38), 'INCONCLUSIVE', 'TOO_FEW_SLICES'],
  ])('%s', (_case, rest, of, status, reasonCode) => {
    expect(ruleOf(gap(rest), of)).toMatchObject({ status, reasonCode });
  });

  it('how far the worst slice lies behind the whole', () => {
    const measures = [
      measure('accuracy', 0.9, {}, { count: 2000 }),
      measure('accuracy', 0.85, { sex: 'Female' }),
      measure('accuracy', 0.95, { sex: 'Male' }),
    ];
    const rule = { kind: 'slice_gap', metric: 'accuracy', slicesOf: ['sex'], statistic: 'worst_vs_overall', max: 0.04 };
    expect(ruleOf(rule, evidence(measures, measures))).toMatchObject({
      status: 'FAIL',
      measures: [{ observed: { challenger: expect.closeTo(0.05, 12) } }],
    });
  });
});

describe('a group of at least k rules', () => {
  const yes = { metric: 'accuracy', min: 0.1 };
  const no = { metric: 'accuracy', min: 0.95 };
  const unknown = { metric: 'auc', maxRegression: 0.1 };
  const error = { metric: 'f1', min: 0.1 };
  const given = evidence([measure('accuracy', 0.9), measure('auc', 0.9), measure('f1', 7)], [measure('accuracy', 0.9)]);

  it.each<[object[], number, string]>([
    [[yes, no], 1, 'PASS'],
    [[yes, no], 2, 'FAIL'],
    [[yes, unknown], 2, 'INCONCLUSIVE'],
    [[no, unknown], 2, 'FAIL'],
    [[yes, error], 2, 'ERROR'],
    [[yes, error], 1, 'PASS'],
  ])('%j, at least %d → %s', (rules, atLeast, status) => {
    const outcome = judge({ rules: [{ kind: 'group', atLeast, rules }] }, given);
    expect(outcome.rules[0]).toMatchObject({ kind: 'group', status });
    expect(outcome.verdict).toBe(status);
  });

  it.each([
    ['a value below the limit', given],
    ['no evaluation at all', { ...given, challengerEvaluations: [] }],
  ])('that passes by its facts alone judges no quality: %s', (_case, of) => {
    const facts = { kind: 'metadata', require: [{ path: 'runId', op: 'present' }] };
    const outcome = judge({ rules: [{ kind: 'group', atLeast: 1, rules: [facts, no] }] }, of);
    expect(outcome).toMatchObject({
      verdict: 'INCONCLUSIVE',
      blockers: [{ reasonCode: 'NO_QUALITY_RULE' }],
      rules: [{ status: 'PASS' }],
    });
  });

  it('without an incumbent is skipped when all its rules are', () => {
    const outcome = judge(
      { rules: [floor, { kind: 'group', atLeast: 1, rules: [{ metric: 'accuracy', maxRegression: 0.1 }] }] },
      { ...given, incumbent: null },
    );
    expect(outcome).toMatchObject({
      verdict: 'PASS',
      rules: [{ id: 'floor' }, { status: 'SKIPPED', reasonCode: 'NO_INCUMBENT' }],
    });
  });
});
