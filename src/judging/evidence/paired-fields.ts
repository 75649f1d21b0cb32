import { isCount, isPlainObject, isText, LARGEST_COUNT } from '../../values/values.js';
import { BINARY8_CELLS } from '../statistics/binary8.js';

/** A field of paired evidence: the values it takes, as a test and as the API document says it. */
export interface PairedField<T> {
  is: (value: unknown) => value is T;
  schema: Readonly<Record<string, unknown>>;
}

function fieldOf<T>(is: PairedField<T>['is'], schema: PairedField<T>['schema']): PairedField<T> {
  return { is, schema };
}

const CELLS: ReadonlySet<string> = new Set(BINARY8_CELLS);
const FEWEST_REPLICATES = 100;
const MOST_REPLICATES = 10_000;

const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isNotNegative = (value: unknown): value is number => isNumber(value) && value >= 0;
const isRows = (value: unknown): value is number => isCount(value, 0, LARGEST_COUNT);
const isName = (value: unknown): value is string => isText(value, 1, 250);
const isTable = (value: unknown): value is Record<string, number> =>
  isPlainObject(value) && Object.entries(value).every(([cell, rows]) => CELLS.has(cell) && isRows(rows));
const isReplicates = (value: unknown): value is number[] =>
  Array.isArray(value) && isCount(value.length, FEWEST_REPLICATES, MOST_REPLICATES) && value.every(isNumber);

const rowsSchema = { minimum: 0, maximum: LARGEST_COUNT };
const real = (description: string) => fieldOf(isNumber, { type: 'number', description });
const notNegative = (description: string) => fieldOf(isNotNegative, { type: 'number', description });
const rows = (description: string) => fieldOf(isRows, { type: 'integer', description, ...rowsSchema });
const name = (description: string) => fieldOf(isName, { type: 'string', description });
const table = (description: string) =>
  fieldOf(isTable, { type: 'object', additionalProperties: { type: 'integer', ...rowsSchema }, description });
const replicates = (description: string) => {
  const limits = { items: { type: 'number' }, minItems: FEWEST_REPLICATES, maxItems: MOST_REPLICATES };
  return fieldOf(isReplicates, { type: 'array', description, ...limits });
};

/** Every field that kinds of paired evidence have (gates.md §1.4); one of a name means the same in each kind that has it. */
export const PAIRED_FIELDS = {
  counts: table('binary8: rows by label, challenger\'s and incumbent\'s prediction, as in `{"111": 2000, "110": 30}`.'),
  n: rows('meanDiff, clusterDiff, weightedDiff and, if stated, replicates: number of rows.'),
  clusters: rows('clusterDiff: number of units, such as users, whose rows move together.'),
  nPos: rows('aucPair: number of positive rows.'),
  nNeg: rows('aucPair: number of negative rows.'),
  deltas: replicates('replicates: 100 to 10,000 paired bootstrap differences, challenger minus incumbent.'),
  metric: name(
    'The metric that all kinds but binary8 are about; aucPair without one is about the AUC by any of its names.',
  ),
  sumD: real('meanDiff, clusterDiff: sum of the per-row differences, challenger minus incumbent.'),
  sumD2: notNegative('meanDiff: sum of their squares.'),
  sumClusterD2: notNegative('clusterDiff: sum over units of the squared sum of differences.'),
  sumClusterND: real('clusterDiff: sum over units of rows times sum of differences.'),
  sumClusterN2: notNegative('clusterDiff: sum over units of squared rows.'),
  sumW: notNegative('weightedDiff: sum of the weights.'),
  sumW2: notNegative('weightedDiff: sum of the squared weights.'),
  sumWD: real('weightedDiff: sum of weight times difference.'),
  sumW2D: real('weightedDiff: sum of squared weight times difference.'),
  sumW2D2: notNegative('weightedDiff: sum of squared weight times squared difference.'),
  aucC: real('aucPair: AUC of the challenger, a share from 0 to 1 without a unit.'),
  aucI: real('aucPair: AUC of the incumbent, a share from 0 to 1 without a unit.'),
  varC: notNegative("aucPair: DeLong variance of the challenger's AUC."),
  varI: notNegative("aucPair: DeLong variance of the incumbent's AUC."),
  cov: real('aucPair: DeLong covariance of both, without a unit.'),
  varied: rows(
    'meanDiff, weightedDiff, clusterDiff: rows, or units, whose difference is not the most frequent one, of which those beyond 10 need not be counted; with fewer than 10 a mean is not judged, unless it is a share of right outcomes.',
  ),
  wins: notNegative(
    'weightedDiff, clusterDiff of right and wrong outcomes: weight of the rows, or number of the units, on which the challenger has more.',
  ),
  losses: notNegative('The same, weight or units, on which the incumbent has more.'),
  observed: real(
    "replicates: the difference on the rows themselves, which must be that of the reports, in the metric's unit; may be left out.",
  ),
};

export type PairedFieldName = keyof typeof PAIRED_FIELDS;

type Value<F extends PairedFieldName> = (typeof PAIRED_FIELDS)[F] extends PairedField<infer T> ? T : never;

/** The values of some fields that must be there and of some that may be. */
export type FieldValues<Needed extends PairedFieldName, Optional extends PairedFieldName> = {
  [F in Needed]: Value<F>;
} & { [F in Optional]?: Value<F> };
