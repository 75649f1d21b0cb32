import fc from 'fast-check';
import { REGRESSION_MODES } from '../../../src/judging/kinds/regression/regression-mode.js';
import { type RuleKindName, type SingleRule } from '../../../src/judging/kinds/rule-kinds.js';
import { GAP_STATISTICS } from '../../../src/judging/kinds/slice-gap/slice-gap-rule.js';

/** Metrics that drawn rules are on, of every kind and direction; the first two have to be declared. */
export const NAMES = ['m', 'n', 'accuracy', 'recall', 'f1', 'auc'] as const;
/** Slices that drawn rules name. */
export const SLICES = [{}, { sex: 'F' }, { sex: 'M' }, { sex: 'X' }, { sex: 'F', region: 'eu' }] as const;
export const ratio = fc.constantFrom(0, 0.01, 0.05, 0.2, 0.5, 0.8, 1);
export const metric = fc.constantFrom(...NAMES);
export const optional = { requiredKeys: [] as never[] };

type Drawn = fc.Arbitrary<{ kind: string; at?: object }>;

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
const threshold: Drawn = fc.record(
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
const regression: Drawn = fc.record(
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
const sliceGap: Drawn = fc.record(
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
const metadata: Drawn = fc.record({
  kind: fc.constant('metadata'),
  require: fc.constantFrom(
    [{ path: 'runId', op: 'present' }],
    [{ path: 'signature', op: 'compatible_with_incumbent' }],
    [{ path: 'runId', op: 'matches', value: '^run-' }],
  ),
});
const freshness: Drawn = fc.record({ kind: fc.constant('freshness'), maxAgeDays: fc.constantFrom(0.05, 1) });
const soak: Drawn = fc.record({ kind: fc.constant('soak'), minDuration: fc.constantFrom('PT12H', 'PT48H') });
const holdoutReuse: Drawn = fc.record(
  { kind: fc.constant('holdout_reuse'), warnAfter: fc.constantFrom(1, 5), failAfter: fc.constant(3) },
  { requiredKeys: ['kind', 'failAfter'] },
);

/** Something to draw, and how often beside the others. */
interface Weighted {
  weight: number;
  arbitrary: fc.Arbitrary<object>;
}

function drawn(weight: number, rule: Drawn): Weighted {
  return { weight, arbitrary: rule.map(({ at, ...rest }) => ({ ...rest, ...at })) };
}

const SINGLE: Readonly<Record<SingleRule['kind'], Weighted>> = {
  threshold: drawn(8, threshold),
  regression: drawn(16, regression),
  slice_gap: drawn(16, sliceGap),
  metadata: drawn(2, metadata),
  freshness: drawn(1, freshness),
  soak: drawn(1, soak),
  holdout_reuse: drawn(1, holdoutReuse),
};

const inner = fc.array(fc.oneof(...Object.values(SINGLE)), { minLength: 1, maxLength: 3 });
const group = fc.tuple(inner, fc.nat({ max: 2 })).map(([rules, less]) => ({
  kind: 'group',
  atLeast: Math.max(1, rules.length - less),
  rules: rules.map((rule, at) => ({ id: `inner-${at}`, ...rule })),
}));

/**
 * Rules of each kind with every choice that it has, as a document states them; not every one is valid. The property tests
 * draw from here, and a kind without a line does not compile.
 */
export const RULE_ARBITRARIES: Readonly<Record<RuleKindName, Weighted>> = {
  ...SINGLE,
  group: { weight: 9, arbitrary: group },
};
