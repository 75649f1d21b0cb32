import {
  evaluation,
  evidence,
  judge,
  measure,
  onlyMeasure,
  version,
} from '../../../test/support/judging/gate-builders.js';
import { type EvaluationEvidence, type GateEvidence } from './gate-evidence.js';

const P95 = 'latency_p95_ms';
const onMachines = (metric: string, ours: string | null | undefined, theirs: string | null | undefined) =>
  evidence([], [], {
    challengerEvaluations: [evaluation(2, [measure(metric, 0.5)], { environment: ours })],
    incumbentEvaluations: [evaluation(1, [measure(metric, 0.5)], { environment: theirs })],
  });

describe('the environment of a comparison', () => {
  const declared = (kind: string, rest = {}) => ({ [P95]: { direction: 'lower', kind, ...rest } });
  const latency = declared('quantile', { unit: 'ms' });
  const required = declared('quantile', { unit: 'ms', environment: 'required' });
  const listed = { sameEnvironmentClass: [P95] };

  it.each<[string, object, object, [string | null | undefined, string | null | undefined], string]>([
    ['the same machine', required, {}, ['a10g', 'a10g'], 'PASS'],
    ['two machines', required, {}, ['a10g', 't4'], 'INCOMPARABLE_ENVIRONMENT'],
    ['a required one stated by neither', required, {}, [null, null], 'INCOMPARABLE_ENVIRONMENT'],
    ['a required one stated by one', required, {}, ['a10g', undefined], 'INCOMPARABLE_ENVIRONMENT'],
    ['a latency on two machines without a demand', latency, {}, ['a10g', 't4'], 'INCOMPARABLE_ENVIRONMENT'],
    ['a latency stated by neither without a demand', latency, {}, [null, undefined], 'PASS'],
    ['a mean on two machines', declared('mean'), {}, ['a10g', 't4'], 'PASS'],
    [
      'a mean on two machines where the policy lists it',
      declared('mean'),
      listed,
      ['a10g', 't4'],
      'INCOMPARABLE_ENVIRONMENT',
    ],
    ['a listed one stated by neither', declared('mean'), listed, [null, null], 'INCOMPARABLE_ENVIRONMENT'],
  ])('%s', (_case, metrics, comparability, machines, expected) => {
    const outcome = judge(
      { metrics, comparability, rules: [{ metric: P95, maxRegression: 1 }] },
      onMachines(P95, ...machines),
    );
    if (expected === 'PASS') return expect(outcome.verdict).toBe('PASS');
    expect(onlyMeasure(outcome)).toMatchObject({ status: 'ERROR', reasonCode: expected });
    expect(onlyMeasure(outcome).remediation).toContain(`Measure ${P95}`);
  });

  it.each([
    ['a10g', 'PASS', 'WITHIN_LIMITS'],
    [null, 'ERROR', 'INCOMPARABLE_ENVIRONMENT'],
  ])('a limit on what needs one, measured on %s', (environment, status, reasonCode) => {
    const outcome = judge({ metrics: required, rules: [{ metric: P95, max: 50 }] }, onMachines(P95, environment, null));
    expect(onlyMeasure(outcome)).toMatchObject({ status, reasonCode });
  });

  it('holds for the gap between slices as well', () => {
    const sliced = (version: number, environment: string) =>
      evaluation(
        version,
        [measure(P95, 40, {}, { count: 2000 }), measure(P95, 30, { os: 'a' }), measure(P95, 50, { os: 'b' })],
        { environment },
      );
    const given = evidence([], [], {
      challengerEvaluations: [sliced(2, 'a10g')],
      incumbentEvaluations: [sliced(1, 't4')],
    });
    const rule = { kind: 'slice_gap', metric: P95, slicesOf: ['os'], noWorseThanIncumbentBy: 1 };
    const { rules } = judge({ metrics: latency, rules: [rule, { metric: P95, max: 60 }] }, given);
    expect(rules[0]).toMatchObject({ kind: 'slice_gap', status: 'ERROR', reasonCode: 'INCOMPARABLE_ENVIRONMENT' });
  });
});

describe('the definitions that labels and slices follow', () => {
  type Definitions = Pick<EvaluationEvidence, 'labelDefinition' | 'sliceDefinition'>;
  const by = (ours: Definitions, theirs: Definitions) => {
    const measures = [
      measure('f1', 0.6, {}, { count: 2000 }),
      measure('f1', 0.6, { age: 'old' }),
      measure('f1', 0.6, { age: 'young' }),
    ];
    return evidence([], [], {
      challengerEvaluations: [evaluation(2, measures, ours)],
      incumbentEvaluations: [evaluation(1, measures, theirs)],
    });
  };
  const REGRESSION = { metric: 'f1', maxRegression: 0.01, slices: [{}, { age: 'old' }] };
  const codes = (comparability: object, ours: Definitions, theirs: Definitions) =>
    judge({ comparability, rules: [REGRESSION] }, by(ours, theirs)).rules[0]!.measures.map(
      ({ slice, status, reasonCode }) => [slice.age ?? 'whole', status, reasonCode],
    );
  const PASSED = [
    ['old', 'PASS', 'WITHIN_MARGIN'],
    ['whole', 'PASS', 'WITHIN_MARGIN'],
  ];

  it.each<[string, object, Definitions, Definitions, unknown]>([
    ['none stated', {}, {}, { labelDefinition: null, sliceDefinition: null }, PASSED],
    [
      'the same',
      {},
      { labelDefinition: 'a', sliceDefinition: 'b' },
      { labelDefinition: 'a', sliceDefinition: 'b' },
      PASSED,
    ],
    [
      'two definitions of labels, which touch everything',
      {},
      { labelDefinition: 'churn-30d' },
      { labelDefinition: 'churn-60d' },
      [
        ['old', 'ERROR', 'INCOMPARABLE_METRIC'],
        ['whole', 'ERROR', 'INCOMPARABLE_METRIC'],
      ],
    ],
    [
      'slices by a definition and by one unstated, which leaves the whole alone',
      {},
      { sliceDefinition: 'bands-2' },
      {},
      [
        ['old', 'ERROR', 'INCOMPARABLE_SLICE'],
        ['whole', 'PASS', 'WITHIN_MARGIN'],
      ],
    ],
    [
      'differences the policy allows',
      { sameMetricDefinition: false, sameSliceDefinition: false },
      { labelDefinition: 'a', sliceDefinition: 'b' },
      {},
      PASSED,
    ],
  ])('%s', (_case, comparability, ours, theirs, expected) =>
    expect(codes(comparability, ours, theirs)).toEqual(expected),
  );

  it('both are said, with what to do', () => {
    const outcome = judge({ rules: [REGRESSION] }, by({ sliceDefinition: 'bands-2' }, { sliceDefinition: 'bands-1' }));
    expect(outcome.rules[0]!.measures[0]).toMatchObject({
      message:
        'f1 on age=old: the slices follow the definition bands-2 for the challenger and bands-1 for the incumbent. ERROR',
      remediation: 'Measure both versions on slices of one definition and state it as "sliceDefinition".',
    });
  });

  it('holds for the gap between slices as well', () => {
    const rule = { kind: 'slice_gap', metric: 'f1', slicesOf: ['age'], noWorseThanIncumbentBy: 0.1 };
    const given = by({ sliceDefinition: 'bands-2' }, { sliceDefinition: 'bands-1' });
    const { rules } = judge({ rules: [rule, { metric: 'f1', min: 0.5 }] }, given);
    expect(rules[0]).toMatchObject({ kind: 'slice_gap', status: 'ERROR', reasonCode: 'INCOMPARABLE_SLICE' });
  });
});

describe('two evaluators', () => {
  const by = (ours: string | null, theirs: string | null) =>
    judge(
      { rules: [{ metric: 'accuracy', maxRegression: 0.01 }] },
      {
        ...evidence([], []),
        challengerEvaluations: [evaluation(2, [measure('accuracy', 0.9)], { evaluator: ours })],
        incumbentEvaluations: [evaluation(1, [measure('accuracy', 0.9)], { evaluator: theirs })],
      },
    );

  it('are compared, and told apart by a warning', () => {
    expect(by('eval 2.0', 'eval 1.4')).toMatchObject({
      verdict: 'PASS',
      warnings: [
        {
          code: 'EVALUATORS_DIFFER',
          message: 'On holdout@1 (test) the challenger was measured by eval 2.0, the incumbent by eval 1.4.',
        },
      ],
    });
  });

  it.each([
    ['eval 2.0', 'eval 2.0'],
    ['eval 2.0', null],
    [null, null],
  ])('%s and %s are no cause for it', (ours, theirs) => expect(by(ours, theirs).warnings).toEqual([]));
});

describe('different data (case 14)', () => {
  const dataset = (digest: string): Pick<EvaluationEvidence, 'dataset'> => ({
    dataset: { name: 'holdout', version: '1', digest, split: 'test' },
  });
  const mix = (metric: string, whole: number, parts: [number, number][]) => [
    measure(metric, whole, {}, { count: 1000 }),
    ...parts.map(([value, count], at) => measure(metric, value, { segment: 'AB'[at]! }, { count })),
  ];
  const given = (
    metric: string,
    incumbent = mix(metric, 0.87, [
      [0.9, 900],
      [0.6, 100],
    ]),
  ): GateEvidence =>
    evidence([], [], {
      challengerEvaluations: [
        evaluation(
          2,
          mix(metric, 0.785, [
            [0.92, 500],
            [0.65, 500],
          ]),
          dataset('sha256:d2'),
        ),
      ],
      incumbentEvaluations: [evaluation(1, incumbent, dataset('sha256:d1'))],
    });
  const judged = (metric: string, incumbent?: Parameters<typeof given>[1]) =>
    onlyMeasure(judge({ rules: [{ metric, maxRegression: 0.01 }] }, given(metric, incumbent)));
  const DIAGNOSTIC = "on the incumbent's mix of segment the challenger would have 0.893 (+2.3 pt)";

  it('is no comparison; the message says what the same mix would have given', () => {
    expect(judged('accuracy')).toMatchObject({ status: 'ERROR', reasonCode: 'INCOMPARABLE_DATASETS' });
    expect(judged('accuracy').message).toContain(DIAGNOSTIC);
  });

  it('has no such diagnostic where the whole is no mean of its parts, nor where the slices do not make it up', () => {
    expect(judged('auc').message).not.toContain('mix of');
    expect(judged('accuracy', mix('accuracy', 0.87, [[0.9, 900]])).message).not.toContain('mix of');
    expect(
      judged(
        'accuracy',
        mix('accuracy', 0.87, [
          [0.9, 900],
          [0.6, 99],
        ]),
      ).message,
    ).not.toContain('mix of');
  });
});

describe('data a version was trained on', () => {
  const judgedOn = (split: string | null, digest: string | null, trainedOn: string | null, name = 'holdout') => {
    const on = { dataset: { name: 'holdout', version: '1', digest, split } };
    const measures = [measure('accuracy', 0.9)];
    return judge(
      { rules: [{ metric: 'accuracy', min: 0.5 }] },
      evidence(measures, null, {
        challenger: version(2, { dataset: { name, version: '1', digest: trainedOn } }),
        challengerEvaluations: [evaluation(2, measures, on)],
      }),
    );
  };

  it.each<[string, Parameters<typeof judgedOn>]>([
    ['the same digest under any name', ['test', 'sha256:a', 'sha256:a', 'training']],
    ['a split for training with a digest of its own', ['train', 'sha256:a', 'sha256:b']],
    ['a split for training, spelt otherwise', ['Training', 'sha256:a', 'sha256:b']],
    ['a split for training without a digest', ['train', null, 'sha256:b']],
    ['no split, and no digest of the evaluation', [null, null, 'sha256:b']],
    ['no split, and no digest of the training data', [null, 'sha256:a', null]],
  ])('is no data to judge it on: %s', (_case, parts) => {
    expect(onlyMeasure(judgedOn(...parts))).toMatchObject({ status: 'ERROR', reasonCode: 'TRAIN_EVAL_OVERLAP' });
  });

  it.each<[string, Parameters<typeof judgedOn>]>([
    ['another split', ['test', 'sha256:a', 'sha256:b']],
    ['another split without digests', ['test', null, null]],
    ['no split, and other content by both digests', [null, 'sha256:a', 'sha256:b']],
    ['a split for training of other data', ['train', 'sha256:a', 'sha256:b', 'training']],
  ])('is not %s', (_case, parts) => expect(judgedOn(...parts).verdict).toBe('PASS'));
});
