import { type Grouping } from './ranked.js';

/** Squared deviations of the labels from their mean, and what the rows weigh, per group. */
export interface LabelSpread {
  squares: Float64Array;
  size: Float64Array;
}

/**
 * Squared deviations of labels from the mean of their group, in a second walk with the mean known and its rounding taken
 * out (Chan, Golub and LeVeque 1983): labels far from 0 lose no digits. 0 exactly where all labels of a group are equal.
 */
export function labelSpread(labels: Float64Array, weights: Float64Array | null, grouping: Grouping): LabelSpread {
  const { codes, groups } = grouping;
  const { means, size, isConstant } = weightedMeans(labels, weights, grouping);
  const [squares, drift] = [new Float64Array(groups), new Float64Array(groups)];
  for (let row = 0; row < labels.length; row++) {
    const group = codes === null ? 0 : codes[row]!;
    const weight = weights === null ? 1 : weights[row]!;
    const deviation = labels[row]! - means[group]!;
    squares[group]! += weight * deviation * deviation;
    drift[group]! += weight * deviation;
  }
  squares.forEach((sum, group) => {
    squares[group] = isConstant[group] === 1 ? 0 : Math.max(0, sum - (drift[group]! * drift[group]!) / size[group]!);
  });
  return { squares, size };
}

/** Weighted means of each group, what its rows weigh, and whether all that weigh anything have one label. */
function weightedMeans(labels: Float64Array, weights: Float64Array | null, { codes, groups }: Grouping) {
  const [size, sums] = [new Float64Array(groups), new Float64Array(groups)];
  const first = new Float64Array(groups).fill(NaN);
  const isConstant = new Uint8Array(groups).fill(1);
  for (let row = 0; row < labels.length; row++) {
    const weight = weights === null ? 1 : weights[row]!;
    if (weight === 0) continue;
    const group = codes === null ? 0 : codes[row]!;
    if (Number.isNaN(first[group]!)) first[group] = labels[row]!;
    else if (labels[row] !== first[group]) isConstant[group] = 0;
    size[group]! += weight;
    sums[group]! += weight * (labels[row]! - first[group]!);
  }
  return { means: sums.map((sum, group) => first[group]! + sum / size[group]!), size, isConstant };
}
