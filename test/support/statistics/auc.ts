import { type AucPair } from '../../../src/judging/statistics/auc.js';
import { type Estimate, estimateOf } from '../../../src/judging/statistics/estimate.js';
import { compensatedSumOf } from '../../../src/judging/statistics/summation.js';

/** Two AUCs of the same rows; `sums` and `difference` are null with fewer than 2 rows of a class. */
export interface PairedAuc {
  readonly aucC: number;
  readonly aucI: number;
  readonly nPos: number;
  readonly nNeg: number;
  readonly sums: AucPair | null;
  readonly difference: Estimate | null;
}

/**
 * Both AUCs and their paired difference from labels (1 positive, anything else negative) and scores of the same rows,
 * ties counting one half, in O(n log n) (DeLong, DeLong and Clarke-Pearson 1988; Sun and Xu 2014);
 * null when a class is missing or a score is not finite.
 */
export function pairedAuc(
  labels: ArrayLike<number>,
  challenger: ArrayLike<number>,
  incumbent: ArrayLike<number>,
): PairedAuc | null {
  const c = placementsOf(labels, challenger);
  const i = placementsOf(labels, incumbent);
  if (c === null || i === null) return null;
  const nPos = c.ofPositives.length;
  const nNeg = c.ofNegatives.length;
  const values = { aucC: meanOf(c.ofPositives), aucI: meanOf(i.ofPositives), nPos, nNeg };
  if (nPos < 2 || nNeg < 2) return { ...values, sums: null, difference: null };
  const sums = { ...values, varC: covariance(c, c), varI: covariance(i, i), cov: covariance(c, i) };
  const gaps = { ofPositives: minus(c.ofPositives, i.ofPositives), ofNegatives: minus(c.ofNegatives, i.ofNegatives) };
  return { ...values, sums, difference: estimateOf(values.aucC - values.aucI, Math.sqrt(covariance(gaps, gaps))) };
}

/**
 * One AUC with its standard error (DeLong, DeLong and Clarke-Pearson 1988);
 * null with fewer than 2 rows of a class or a score that is not finite.
 */
export function auc(labels: ArrayLike<number>, scores: ArrayLike<number>): Estimate | null {
  const placements = placementsOf(labels, scores);
  if (placements === null || placements.ofPositives.length < 2 || placements.ofNegatives.length < 2) return null;
  return estimateOf(meanOf(placements.ofPositives), Math.sqrt(covariance(placements, placements)));
}

/** For each row the share of the other class that it is ranked rightly against. */
interface Placements {
  readonly ofPositives: Float64Array;
  readonly ofNegatives: Float64Array;
}

function placementsOf(labels: ArrayLike<number>, scores: ArrayLike<number>): Placements | null {
  let nPos = 0;
  for (let row = 0; row < labels.length; row++) nPos += Number(labels[row] === 1);
  const nNeg = labels.length - nPos;
  if (nPos === 0 || nNeg === 0) return null;
  const positives = new Float64Array(nPos);
  const negatives = new Float64Array(nNeg);
  for (let row = 0, p = 0, n = 0; row < labels.length; row++) {
    const score = scores[row]!;
    if (!Number.isFinite(score)) return null;
    if (labels[row] === 1) positives[p++] = score;
    else negatives[n++] = score;
  }
  const sortedPositives = positives.slice().sort();
  const sortedNegatives = negatives.slice().sort();
  return {
    ofPositives: positives.map((score) => shareBelow(sortedNegatives, score)),
    ofNegatives: negatives.map((score) => 1 - shareBelow(sortedPositives, score)),
  };
}

/** Share of the sorted scores below one, ties counting one half: the mid-rank without ranking both classes together. */
function shareBelow(sorted: Float64Array, score: number): number {
  return (countBelow(sorted, score, false) + countBelow(sorted, score, true)) / (2 * sorted.length);
}

/** How many of the sorted scores are below one, or also equal to it. */
function countBelow(sorted: Float64Array, score: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle]!;
    if (other < score || (orEqual && other === score)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sample covariance of two sets of placements over the positives / nPos plus over the negatives / nNeg. */
function covariance(a: Placements, b: Placements): number {
  return covarianceOfMean(a.ofPositives, b.ofPositives) + covarianceOfMean(a.ofNegatives, b.ofNegatives);
}

function covarianceOfMean(a: Float64Array, b: Float64Array): number {
  const meanA = meanOf(a);
  const meanB = meanOf(b);
  return compensatedSumOf(a.length, (row) => (a[row]! - meanA) * (b[row]! - meanB)) / ((a.length - 1) * a.length);
}

function meanOf(values: Float64Array): number {
  return compensatedSumOf(values.length, (row) => values[row]!) / values.length;
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, row) => value - b[row]!);
}
