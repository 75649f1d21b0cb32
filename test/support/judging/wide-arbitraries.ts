import fc from 'fast-check';
import {
  type EvaluationEvidence,
  type GateEvidence,
  type MeasureEvidence,
} from '../../../src/judging/evidence/gate-evidence.js';
import { type PairedEvidence } from '../../../src/judging/evidence/paired-kinds.js';
import { DIRECTIONS, METRIC_KINDS } from '../../../src/judging/evidence/metric-definition.js';
import { sliceKey } from '../../../src/judging/evidence/slice-key.js';
import { evaluation, evidence, version } from './gate-builders.js';
import { metric, NAMES, optional, ratio, RULE_ARBITRARIES, SLICES } from './rule-arbitraries.js';

/** Rules of every kind, and evidence of every level. */

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

/** Rules as a document states them; not every one is valid. */
export const wideRules = fc
  .array(fc.oneof(...Object.values(RULE_ARBITRARIES)), { minLength: 1, maxLength: 4 })
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
