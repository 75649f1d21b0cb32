import { type BinaryMetric, type Confusion } from '../../../src/judging/statistics/binary8.js';
import { type Count } from '../../../src/judging/statistics/proportions.js';

/** Which of [TN, FP, FN, TP] succeed, and which of them are tried. */
const SHARES: Partial<Record<BinaryMetric, readonly [successes: Confusion, trials: Confusion]>> = {
  accuracy: [
    [1, 0, 0, 1],
    [1, 1, 1, 1],
  ],
  error_rate: [
    [0, 1, 1, 0],
    [1, 1, 1, 1],
  ],
  precision: [
    [0, 0, 0, 1],
    [0, 1, 0, 1],
  ],
  recall: [
    [0, 0, 0, 1],
    [0, 0, 1, 1],
  ],
  specificity: [
    [1, 0, 0, 0],
    [1, 1, 0, 0],
  ],
  fpr: [
    [0, 1, 0, 0],
    [1, 1, 0, 0],
  ],
  fnr: [
    [0, 0, 1, 0],
    [0, 0, 1, 1],
  ],
  selection_rate: [
    [0, 1, 0, 1],
    [1, 1, 1, 1],
  ],
};

/** Successes and trials behind a metric that is a plain share of rows; null for F1 and balanced accuracy. */
export function countOf(confusion: Confusion, metric: BinaryMetric): Count | null {
  const cells = SHARES[metric];
  if (cells === undefined) return null;
  const [successes, n] = cells.map((chosen) => confusion.reduce((sum, rows, cell) => sum + rows * chosen[cell]!, 0));
  return { successes: successes!, n: n! };
}
