import fc from 'fast-check';
import {
  type EvaluationEvidence,
  type GateEvidence,
  type MeasureEvidence,
} from '../../src/judging/evidence/gate-evidence.js';
import { type PairedEvidence } from '../../src/judging/evidence/paired-kinds.js';
import { DIRECTIONS, METRIC_KINDS } from '../../src/judging/evidence/metric-definition.js';
import { sliceKey } from '../../src/judging/evidence/slice-key.js';
import { GAP_STATISTICS, REGRESSION_MODES } from '../../src/judging/policy/gate-rule-schema.js';
import { evaluation, evidence, version } from './gate-builders.js';

/** Every rule kind with every choice it has, on metrics of every kind and direction, and evidence of every level. */

const NAMES = ['m', 'n', 'accuracy', 'recall', 'f1', 'auc'] as const;
const SLICES = [{}, { sex: 'F' }, { sex: 'M' }, { sex: 'X' }, { sex: 'F', region: 'eu' }] as const;
const ratio = fc.constantFrom(0, 0.01, 0.05, 0.2, 0.5, 0.8, 1);
const metric = fc.constantFrom(...NAMES);
const optional = { requiredKeys: [] as never[] };

/** Declarations of the two metrics that are not well known. */
export const declared = fc.dictionary(
  fc.constantFrom('m', 'n'),
  fc.record(
    {
      direction: fc.constantFrom(...DIRECTIONS),
      kind: fc.constantFrom(...METRIC_KINDS),
      range: fc.constantFrom([0, 1], [-1, 1], [0, 100]),
      unit: fc.constantFrom('ms', 'pt'),
      environment: fc.constant('required'),
    },
    { requiredKeys: ['direction', 'kind'] },
  ),
  { minKeys: 2, maxKeys: 2 },
);

const sliced = fc.record(
  {
    slices: fc.subarray(SLICES.slice() as object[], { minLength: 1 }),
    slicesOf: fc.subarray(['sex', 'region', 'region&sex'], { minLength: 1 }),
    includeOverall: fc.boolean(),
    critical: fc.boolean(),
    minSliceSize: fc.constantFrom(0, 30, 100, 5000),
    poolSmallSlices: fc.boolean(),
    maxUntestedShare: ratio,
    maxSlices: fc.constantFrom(1, 3, 200),
    onInconclusive: fc.constantFrom('block', 'warn'),
    enforcement: fc.constantFrom('block', 'warn', 'observe'),
    confidence: fc.constantFrom(0.8, 0.95, 0.999),
    minEvidence: fc.constantFrom('point', 'interval', 'paired'),
  },
  optional,
);
const threshold = fc.record(
  {
    kind: fc.constant('threshold'),
    metric,
    min: ratio,
    max: ratio,
    bound: fc.constantFrom('point', 'lower_confidence', 'upper_confidence'),
    at: sliced,
  },
  { requiredKeys: ['kind', 'metric', 'at'] },
);
const regression = fc.record(
  {
    kind: fc.constant('regression'),
    metric,
    mode: fc.constantFrom(...REGRESSION_MODES),
    margin: fc.record({ abs: ratio, rel: ratio }, optional),
    multiplicity: fc.constantFrom('none', 'holm', 'bh'),
    onMissingIncumbentSlice: fc.constantFrom('inconclusive', 'threshold_only'),
    suspiciousGain: ratio,
    minPositives: fc.constantFrom(0, 30),
    at: sliced,
  },
  { requiredKeys: ['kind', 'metric', 'mode', 'margin', 'at'] },
);
const gap = fc.record(
  {
    kind: fc.constant('slice_gap'),
    metric,
    statistic: fc.constantFrom(...GAP_STATISTICS),
    min: ratio,
    max: ratio,
    noWorseThanIncumbentBy: ratio,
    bound: fc.constantFrom('point', 'confidence'),
    at: sliced,
  },
  { requiredKeys: ['kind', 'metric', 'statistic', 'at'] },
);
const circumstance = fc.constantFrom<object>(
  { kind: 'freshness', maxAgeDays: 1, at: {} },
  { kind: 'soak', minDuration: 'PT48H', at: {} },
  { kind: 'holdout_reuse', failAfter: 3, at: {} },
  { kind: 'metadata', require: [{ path: 'runId', op: 'present' }], at: {} },
  { kind: 'metadata', require: [{ path: 'signature', op: 'compatible_with_incumbent' }], at: {} },
);
type Drawn = { at?: object };
const single = fc
  .oneof(
    { arbitrary: threshold, weight: 2 },
    { arbitrary: regression, weight: 4 },
    { arbitrary: gap, weight: 4 },
    circumstance,
  )
  .map((rule) => {
    const { at, ...rest } = rule as Drawn;
    return { ...rest, ...at };
  });
const group = fc.tuple(fc.array(single, { minLength: 1, maxLength: 3 }), fc.nat({ max: 2 })).map(([rules, less]) => ({
  kind: 'group',
  atLeast: Math.max(1, rules.length - less),
  rules: rules.map((rule, at) => ({ id: `inner-${at}`, ...rule })),
}));
/** Rules as a document states them; not every one is valid. */
export const wideRules = fc
  .array(fc.oneof({ arbitrary: single, weight: 5 }, { arbitrary: group, weight: 1 }), { minLength: 1, maxLength: 4 })
  .map((rules) => rules.map((rule, at) => ({ id: `r${at}`, ...rule })));

const share = fc.double({ min: 0, max: 1, noNaN: true });
const ROWS = [1000, 600, 300, 100, 500];
const statement = fc.record(
  {
    standardError: fc.constantFrom<number | null>(0.01, 0, 0.3, null),
    ciLow: fc.constantFrom<number | null>(0.1, null),
    ciHigh: fc.constantFrom<number | null>(0.9, null),
    ciLevel: fc.constantFrom<number | null>(0.9, 0.95, null),
  },
  optional,
);
const oddity = fc.constantFrom<Partial<MeasureEvidence>>(
  { value: null },
  { value: Number.NaN },
  { value: 0 },
  { value: 1 },
  { value: -3 },
  { value: 1e300 },
  { value: -Number.MAX_VALUE },
  { standardError: Number.MAX_VALUE },
  { ciLow: -Number.MAX_VALUE, ciHigh: Number.MAX_VALUE, ciLevel: 1e-300 },
  { count: null },
  { count: 0 },
  { count: 1 },
  { unit: 'ms' },
  { definition: 'v1' },
);
/** Every metric on every slice, the values of one feature making up the whole, but for a few that are missing or odd. */
const measures = fc
  .record({
    values: fc.array(share, { minLength: 30, maxLength: 30 }),
    stated: statement,
    gone: fc.array(fc.nat({ max: 60 }), { maxLength: 4 }),
    odd: fc.array(fc.tuple(fc.nat({ max: 90 }), oddity), { maxLength: 4 }),
  })
  .map(({ values, stated, gone, odd }) => {
    const all = NAMES.flatMap((name, at) =>
      SLICES.map((slice, part): MeasureEvidence => {
        const base = { metric: name, sliceKey: sliceKey(slice), value: values[5 * at + part]!, count: ROWS[part]! };
        return { ...base, ...stated };
      }),
    );
    for (const [at, change] of odd) if (at < all.length) all[at] = { ...all[at]!, ...change };
    return all.filter((_, at) => !gone.includes(at));
  });

const small = fc.nat({ max: 400 });
const real = fc.constantFrom(0, 1, -2.5, 40, 1e-9, 1e300, -Number.MAX_VALUE);
const numbers = fc.oneof(
  fc.record({
    kind: fc.constant('binary8'),
    counts: fc
      .array(small, { minLength: 8, maxLength: 8 })
      .map((cells) =>
        Object.fromEntries(
          ['000', '001', '010', '011', '100', '101', '110', '111'].map((cell, at) => [cell, cells[at]!]),
        ),
      ),
  }),
  fc.record({ kind: fc.constant('meanDiff'), metric, n: small, sumD: real, sumD2: small }),
  fc.record({
    kind: fc.constant('weightedDiff'),
    metric,
    n: small,
    sumW: small,
    sumW2: small,
    sumWD: real,
    sumW2D: real,
    sumW2D2: small,
  }),
  fc.record({
    kind: fc.constant('clusterDiff'),
    metric,
    n: small,
    clusters: small,
    sumD: real,
    sumClusterD2: small,
    sumClusterND: real,
    sumClusterN2: small,
  }),
  fc.record({
    kind: fc.constant('aucPair'),
    aucC: ratio,
    aucI: ratio,
    varC: fc.constantFrom(0, 0.001),
    varI: fc.constantFrom(0, 0.001),
    cov: fc.constantFrom(0, 0.0005),
    nPos: small,
    nNeg: small,
  }),
  fc.record({
    kind: fc.constant('replicates'),
    metric,
    n: small,
    observed: real,
    deltas: fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 })
      .map((some) => Array.from({ length: Math.max(100, some.length) }, (_, at) => some[at % some.length]!)),
  }),
);
const paired = fc
  .array(fc.record({ slice: fc.constantFrom(...SLICES), numbers }), { maxLength: 6 })
  .map((all): PairedEvidence[] =>
    all.map(({ slice, numbers: rest }) => ({ incumbentVersion: 1, sliceKey: sliceKey(slice), ...rest })),
  );
const report = (number: number) =>
  fc
    .record({
      measures,
      paired,
      environment: fc.constantFrom<string | null>('a10g', null),
      sliceDefinition: fc.constantFrom<string | null>('1', null),
    })
    .map((rest): EvaluationEvidence => evaluation(number, rest.measures, rest));

export const INVENTORY = { dataset: evaluation(1, []).dataset, features: { sex: { F: 600, M: 300, X: 100 } } };

/** Two reports of anything, an incumbent or none, an inventory or none. */
export const wideEvidence = fc
  .record({
    own: fc.option(report(2)),
    theirs: fc.option(report(1)),
    hasIncumbent: fc.boolean(),
    hasInventory: fc.boolean(),
  })
  .map(({ own, theirs, hasIncumbent, hasInventory }): GateEvidence =>
    evidence([], null, {
      challenger: version(2, { signature: { inputs: ['a'] }, stagedAt: '2026-11-19T00:00:00.000Z' }),
      incumbent: hasIncumbent ? version(1) : null,
      challengerEvaluations: own === null ? [] : [own],
      incumbentEvaluations: hasIncumbent && theirs !== null ? [theirs] : [],
      inventories: hasInventory ? [INVENTORY] : [],
    }),
  );
