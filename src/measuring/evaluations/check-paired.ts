import { checkSlice } from './check-metrics.js';
import { pointerTo } from '../../values/pointer.js';
import { type ProblemError } from '../../platform/http/problem.js';
import { isCount, isPlainObject, isText } from '../../values/values.js';

type Check = (value: unknown) => boolean;

const isNumber: Check = (value) => Number.isFinite(value);
const isVariance: Check = (value) => Number.isFinite(value) && (value as number) >= 0;
const isWhole: Check = (value) => isCount(value, 0, Number.MAX_SAFE_INTEGER);
const isName: Check = (value) => isText(value, 1, 250);
const isBinary8: Check = (value) => {
  if (!isPlainObject(value)) return false;
  const cells = Object.entries(value);
  return cells.every(([cell, count]) => /^[01]{3}$/.test(cell) && isWhole(count));
};
const isReplicates: Check = (value) =>
  Array.isArray(value) && value.length >= 100 && value.length <= 10_000 && value.every(isNumber);

/** Fields of each kind of paired evidence, besides incumbentVersion, slice and kind (gates.md §1.4). */
export const PAIRED_KINDS: Record<string, Record<string, Check>> = {
  binary8: { counts: isBinary8 },
  meanDiff: { metric: isName, n: isWhole, sumD: isNumber, sumD2: isVariance },
  clusterDiff: {
    metric: isName,
    n: isWhole,
    clusters: isWhole,
    sumD: isNumber,
    sumClusterD2: isVariance,
    sumClusterND: isNumber,
    sumClusterN2: isVariance,
  },
  weightedDiff: {
    metric: isName,
    n: isWhole,
    sumW: isVariance,
    sumW2: isVariance,
    sumWD: isNumber,
    sumW2D: isNumber,
    sumW2D2: isVariance,
  },
  aucPair: {
    aucC: isNumber,
    aucI: isNumber,
    varC: isVariance,
    varI: isVariance,
    cov: isNumber,
    nPos: isWhole,
    nNeg: isWhole,
  },
  replicates: { metric: isName, deltas: isReplicates },
};

/** Fields that a kind may leave out: an AUC names itself, and replicates scatter around the reported difference. */
const OPTIONAL: Record<string, Record<string, Check>> = {
  aucPair: { metric: isName },
  replicates: { observed: isNumber, n: isWhole },
};

const COMMON = ['incumbentVersion', 'slice', 'kind'];

/** Every fault of a list of paired evidence as submitted, each with its place. */
export function checkPaired(paired: readonly unknown[]): ProblemError[] {
  return paired.flatMap((pair, index) => checkPair(pair, index));
}

function checkPair(pair: unknown, index: number): ProblemError[] {
  const at = (field: string, code: string, detail: string): ProblemError => ({
    pointer: pointerTo(['paired', index, field]),
    code,
    detail,
  });
  if (!isPlainObject(pair))
    return [{ pointer: pointerTo(['paired', index]), code: 'IS_OBJECT', detail: 'a pair must be an object' }];
  const fields =
    typeof pair.kind === 'string' && Object.hasOwn(PAIRED_KINDS, pair.kind) ? PAIRED_KINDS[pair.kind]! : null;
  if (!fields) return [at('kind', 'IS_ONE_OF', `kind must be one of ${Object.keys(PAIRED_KINDS).join(', ')}`)];
  const optional = OPTIONAL[pair.kind as string] ?? {};
  const faults = checkSlice(pair.slice, ['paired', index, 'slice']);
  if (!isCount(pair.incumbentVersion, 1, 2_147_483_647)) {
    faults.push(at('incumbentVersion', 'IS_COUNT', 'incumbentVersion must be a version number'));
  }
  for (const field of Object.keys(pair)) {
    if (!COMMON.includes(field) && !Object.hasOwn(fields, field) && !Object.hasOwn(optional, field))
      faults.push(at(field, 'UNKNOWN_FIELD', `${field} is not a known field`));
  }
  for (const [field, isFit] of Object.entries({ ...fields, ...optional })) {
    if (!isFit(pair[field]) && !(pair[field] === undefined && Object.hasOwn(optional, field)))
      faults.push(at(field, 'IS_EVIDENCE', `${field} is missing or out of shape for ${String(pair.kind)}`));
  }
  return faults;
}
