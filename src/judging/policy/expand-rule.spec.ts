import { policy } from '../../../test/support/judging/gate-builders.js';

const floor = { metric: 'accuracy', min: 0.8 };

describe('short forms are complete rules', () => {
  const rulesOf = (...rules: unknown[]) => policy({ rules }).stages.Production!.rules;

  it('min makes a threshold on the whole', () => {
    expect(rulesOf(floor)).toMatchObject([
      {
        id: 'accuracy-min',
        kind: 'threshold',
        metric: 'accuracy',
        min: 0.8,
        bound: 'point',
        enforcement: 'block',
        slices: [{}],
        critical: false,
        minSliceSize: 100,
        maxSlices: 1000,
      },
    ]);
  });

  it('maxRegression makes a regression on the named slices only', () => {
    expect(rulesOf({ metric: 'accuracy', maxRegression: 0.01, slices: [{ sex: 'Female' }] })).toMatchObject([
      {
        id: 'accuracy-regression-sex=Female',
        kind: 'regression',
        mode: 'point',
        margin: { abs: 0.01 },
        slices: [{ sex: 'Female' }],
      },
    ]);
  });

  it('includeOverall adds the whole', () => {
    const [rule] = rulesOf({
      metric: 'accuracy',
      maxRegression: 0.01,
      slices: [{ sex: 'Female' }],
      includeOverall: true,
    });
    expect(rule).toMatchObject({ slices: [{ sex: 'Female' }, {}] });
  });

  it('limits and maxRegression together make two rules', () => {
    expect(rulesOf({ ...floor, maxRegression: 0.01 }).map(({ id }) => id)).toEqual([
      'accuracy-min',
      'accuracy-regression',
    ]);
    expect(rulesOf({ id: 'acc', ...floor, maxRegression: 0.01 }).map(({ id }) => id)).toEqual([
      'acc-limit',
      'acc-regression',
    ]);
  });

  it('derived ids that clash are told apart by content, whatever the order', () => {
    const warn = { ...floor, min: 0.9, enforcement: 'warn' };
    const ids = rulesOf(floor, warn).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(rulesOf(warn, floor).map(({ id }) => id)).toEqual(ids);
  });
});

describe('what a silent policy means', () => {
  const approver = {
    slots: [{ role: 'approver', count: 1 }],
    distinctPersons: true,
    excludeActors: ['registrant', 'requester'],
    rejectionIsVeto: true,
  };

  it.each([
    ['Production without preset', { rules: [floor] }, 'Production', approver, false],
    [
      'Staging without preset',
      { stages: { Staging: { rules: [floor] } } },
      'Staging',
      { ...approver, slots: [] },
      false,
    ],
    ['open', { preset: 'open' }, 'Production', { ...approver, slots: [] }, true],
    ['simple', { preset: 'simple', rules: [floor] }, 'Production', approver, false],
    [
      'staging',
      { stages: { Staging: { preset: 'staging', rules: [floor] } } },
      'Staging',
      { ...approver, excludeActors: [] },
      false,
    ],
    ['no approvals', { rules: [floor], approvals: { slots: [] } }, 'Production', { ...approver, slots: [] }, false],
    [
      'two approvals',
      { rules: [floor], approvals: { slots: [{ role: 'approver', count: 2 }] } },
      'Production',
      { ...approver, slots: [{ role: 'approver', count: 2 }] },
      false,
    ],
  ] as const)('%s', (_case, document, stage, approvals, allowSkipStaging) => {
    expect(policy(document).stages[stage]).toMatchObject({ approvals, allowSkipStaging });
  });

  it('merges top-level fields with a Production block that leaves them out', () => {
    const merged = policy({ preset: 'simple', stages: { Production: { rules: [floor] } } }).stages.Production!;
    expect(merged).toMatchObject({
      preset: 'simple',
      rules: [{ id: 'accuracy-min' }, { id: 'freshness', maxAgeDays: 30 }],
    });
  });
});

describe('the presets standard and regulated', () => {
  const drop = { metric: 'accuracy', maxRegression: 0.01 };
  const key = { metric: 'f1', maxRegression: 0.02, slices: [{ sex: 'Female' }] };
  const tail = { metric: 'accuracy', maxRegression: 0.02, slicesOf: ['race', 'age'] };
  const productionOf = (preset: string) => policy({ preset, rules: [drop, key, tail] }).stages.Production!;

  it('standard shows non-inferiority, watches the long tail, and asks for age, soak and two persons', () => {
    expect(productionOf('standard')).toMatchObject({
      approvals: { slots: [{ role: 'approver', count: 2 }] },
      rules: [
        { id: 'accuracy-regression', mode: 'non_inferiority', minEvidence: 'interval', confidence: 0.95 },
        {
          id: 'accuracy-regression-by-age-by-race',
          mode: 'no_detected_regression',
          onInconclusive: 'warn',
          poolSmallSlices: true,
          critical: false,
        },
        { id: 'f1-regression-sex=Female', mode: 'non_inferiority', critical: true, onInconclusive: 'block' },
        { id: 'freshness', maxAgeDays: 14 },
        { id: 'latency', metric: 'latency_ms_p95', margin: { rel: 0.05 }, enforcement: 'warn', whereReported: true },
        { id: 'soak', minDuration: 'PT48H' },
      ],
    });
  });

  it('regulated asks for paired evidence, more confidence, a model card, and lead and risk', () => {
    const { approvals, rules } = productionOf('regulated');
    expect(approvals.slots.map(({ role }) => role)).toEqual(['ml-lead', 'risk']);
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['latency', 'model-card']));
    expect(rules.find(({ id }) => id.includes('by-age'))).toMatchObject({
      minEvidence: 'paired',
      confidence: 0.975,
      onInconclusive: 'block',
    });
  });

  it('the whole beside discovered slices is a rule of its own, by the mode for the whole', () => {
    const mixed = { ...tail, includeOverall: true };
    const both = policy({ preset: 'standard', rules: [mixed, { ...mixed, id: 'mine', metric: 'f1' }] });
    const rules = both.stages.Production!.rules.filter(({ id }) => id !== 'latency');
    expect(rules.slice(0, 4)).toMatchObject([
      { id: 'accuracy-regression', slices: [{}], slicesOf: [], mode: 'non_inferiority', critical: true },
      { id: 'accuracy-regression-by-age-by-race', slices: [], mode: 'no_detected_regression', onInconclusive: 'warn' },
      { id: 'freshness' },
      { id: 'mine', slices: [], mode: 'no_detected_regression' },
    ]);
    expect(rules[4]).toMatchObject({
      id: 'mine-overall',
      slices: [{}],
      mode: 'non_inferiority',
    });
    const stated = policy({ preset: 'standard', rules: [{ ...mixed, mode: 'non_inferiority' }] }).stages.Production!;
    expect(stated.rules[0]).toMatchObject({ slices: [{}], slicesOf: ['age', 'race'] });
    expect(policy({ preset: 'simple', rules: [mixed] }).stages.Production!.rules).toHaveLength(2);
  });

  it('an author replaces what a preset brings by a rule of its kind', () => {
    const soak = { kind: 'soak', minDuration: 'PT0S' };
    const { rules } = policy({ preset: 'standard', rules: [drop, soak] }).stages.Production!;
    expect(rules.filter(({ kind }) => kind === 'soak')).toMatchObject([{ minDuration: 'PT0S' }]);
  });

  it.each([
    { metric: 'latency_ms_p95', maxRegression: 1 },
    { kind: 'regression', metric: 'latency_ms_p95', margin: 1 },
  ])('and a comparison by one of its metric: %j', (written) => {
    const { rules } = policy({ preset: 'standard', rules: [drop, written] }).stages.Production!;
    const latency = rules.filter((rule) => 'metric' in rule && rule.metric === 'latency_ms_p95');
    expect(latency).toMatchObject([{ margin: { abs: 1 }, enforcement: 'block' }]);
  });

  it('while a limit on that metric stands beside it', () => {
    const limit = { metric: 'latency_ms_p95', max: 50 };
    const { rules } = policy({ preset: 'standard', rules: [drop, limit] }).stages.Production!;
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['latency', 'latency_ms_p95-max']));
  });

  it('maxEvaluationAgeDays is a freshness rule', () => {
    const { rules } = policy({ rules: [drop], defaults: { maxEvaluationAgeDays: 7 } }).stages.Production!;
    expect(rules).toMatchObject([{ id: 'accuracy-regression' }, { kind: 'freshness', maxAgeDays: 7 }]);
  });
});
