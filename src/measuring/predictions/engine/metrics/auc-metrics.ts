import { type AucPair } from '../../../../judging/statistics/auc.js';
import { type ClassTotals, type Classes, type Grouping } from './ranked.js';

/** Means and (co)variances of one or two sets of placements, per group. */
export interface AucSums {
  /** Area under the curve; NaN where a class is missing. */
  auc: Float64Array;
  /** Variance of it: sample variances of the placements over positives / nPos plus over negatives / nNeg. */
  variance: Float64Array;
}

/** AUC of every group with DeLong's variance, which is NaN with fewer than two rows of a class. */
export function aucSums(shares: Float64Array, classes: Classes, grouping: Grouping, totals: ClassTotals): AucSums {
  const auc = means(shares, classes, grouping, totals);
  const own = { shares, auc };
  return { auc, variance: covariances(own, own, classes, grouping, totals) };
}

/** The AUC: the weighted mean of the positives' placements. */
function means(shares: Float64Array, { labels, weights }: Classes, { codes, groups }: Grouping, totals: ClassTotals) {
  const sums = new Float64Array(groups);
  for (let row = 0; row < shares.length; row++) {
    if (labels[row] === 1)
      sums[codes === null ? 0 : codes[row]!]! += shares[row]! * (weights === null ? 1 : weights[row]!);
  }
  return sums.map((sum, group) => (totals.negative[group]! > 0 ? sum / totals.positive[group]! : NaN));
}

/** Placements of rows, and the AUC of each group that is their mean. */
interface Placed {
  shares: Float64Array;
  auc: Float64Array;
}

/** Covariance of two AUCs of the same rows; both classes' placements have the AUC as their mean. Rows count once. */
function covariances(
  a: Placed,
  b: Placed,
  { labels }: Classes,
  { codes, groups }: Grouping,
  { positive, negative }: ClassTotals,
): Float64Array {
  const ofPositives = new Float64Array(groups);
  const ofNegatives = new Float64Array(groups);
  for (let row = 0; row < a.shares.length; row++) {
    const group = codes === null ? 0 : codes[row]!;
    const product = (a.shares[row]! - a.auc[group]!) * (b.shares[row]! - b.auc[group]!);
    if (labels[row] === 1) ofPositives[group]! += product;
    else ofNegatives[group]! += product;
  }
  return ofPositives.map((sum, group) => {
    const [p, n] = [positive[group]!, negative[group]!];
    return p < 2 || n < 2 ? NaN : sum / ((p - 1) * p) + ofNegatives[group]! / ((n - 1) * n);
  });
}

/** DeLong's sufficient statistics of each group, null with fewer than two rows of a class. */
export function aucPairs(
  c: Float64Array,
  i: Float64Array,
  classes: Classes,
  grouping: Grouping,
  totals: ClassTotals,
): (AucPair | null)[] {
  const challenger = aucSums(c, classes, grouping, totals);
  const incumbent = aucSums(i, classes, grouping, totals);
  const [theirs, ours] = [
    { shares: i, auc: incumbent.auc },
    { shares: c, auc: challenger.auc },
  ];
  const cov = covariances(ours, theirs, classes, grouping, totals);
  return Array.from(cov, (covariance, group) =>
    Number.isNaN(covariance)
      ? null
      : {
          aucC: challenger.auc[group]!,
          aucI: incumbent.auc[group]!,
          varC: challenger.variance[group]!,
          varI: incumbent.variance[group]!,
          cov: covariance,
          nPos: totals.positive[group]!,
          nNeg: totals.negative[group]!,
        },
  );
}
