import { type BinaryMetric, type Confusion } from '../../../src/judging/statistics/binary8.js';
import { type Count } from '../../../src/judging/statistics/proportions.js';

/** Which of TN, FP, FN and TP succeed, and which of them are tried. */
const SHARES: Partial<Record<BinaryMetric, { successes: string; trials: string }>> = {
  accuracy: { successes: 'TN TP', trials: 'TN FP FN TP' },
  error_rate: { successes: 'FP FN', trials: 'TN FP FN TP' },
  precision: { successes: 'TP', trials: 'FP TP' },
  recall: { successes: 'TP', trials: 'FN TP' },
  specificity: { successes: 'TN', trials: 'TN FP' },
  fpr: { successes: 'FP', trials: 'TN FP' },
  fnr: { successes: 'FN', trials: 'FN TP' },
  selection_rate: { successes: 'FP TP', trials: 'TN FP FN TP' },
};

/** Successes and trials behind a metric that is a plain share of rows; null for F1 and balanced accuracy. */
export function countOf([TN, FP, FN, TP]: Confusion, metric: BinaryMetric): Count | null {
  const share = SHARES[metric];
  if (share === undefined) return null;
  const rows: Record<string, number> = { TN, FP, FN, TP };
  const sum = (cells: string) => cells.split(' ').reduce((total, cell) => total + rows[cell]!, 0);
  return { successes: sum(share.successes), n: sum(share.trials) };
}
