import { type PairedFigures } from '../../../../judging/evidence/paired-kinds.js';
import { type MeanDiff } from '../../../../judging/statistics/means.js';
import { numberIn, type SqlRow } from '../groups.js';
import { type MeanSums } from '../metrics/means-sql.js';
import { type Variation } from './variation.js';

/** Evidence of one metric on one slice, without the incumbent and the slice. */
export type Evidence = PairedFigures;

/** The difference of a mean, as sums that know of weights or units where there are some, and how it varies. */
export function differenceOf(metric: string, sums: MeanSums, variation: Variation): Evidence {
  const { by, ...rest } = sums;
  const kinds = { none: 'meanDiff', weight: 'weightedDiff', unit: 'clusterDiff' } as const;
  return { kind: kinds[by], metric, ...rest, ...variation } as Evidence;
}

/**
 * The difference of two RMSE as sums of linearised rows: each row counts as the difference plus its pull on it,
 * (e² − MSE)/(2·RMSE), so that mean and variance are those of the delta method (Cox 1990); null where a root is 0
 * or beyond all numbers.
 */
export function rootDifference(row: SqlRow): MeanDiff | null {
  const n = numberIn(row, 'n');
  const [c, i] = [numberIn(row, 'c'), numberIn(row, 'i')];
  if (!(c > 0 && i > 0)) return null;
  const [a, b] = [1 / (2 * Math.sqrt(c)), 1 / (2 * Math.sqrt(i))];
  const spread = a * a * numberIn(row, 'cc') + b * b * numberIn(row, 'ii') - 2 * a * b * numberIn(row, 'ci');
  const difference = Math.sqrt(c) - Math.sqrt(i);
  if (!Number.isFinite(spread)) return null;
  return { n, sumD: n * difference, sumD2: n * (difference * difference + Math.max(0, spread)) };
}
