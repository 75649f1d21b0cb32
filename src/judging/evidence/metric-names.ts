import { BINARY_METRICS, type BinaryMetric } from '../statistics/binary8.js';

const ALIASES: Readonly<Record<string, BinaryMetric>> = {
  zero_one_loss: 'error_rate',
  f1_score: 'f1',
  sensitivity: 'recall',
  tpr: 'recall',
  tnr: 'specificity',
  ppv: 'precision',
  false_positive_rate: 'fpr',
  false_negative_rate: 'fnr',
  positive_rate: 'selection_rate',
  matthews_corrcoef: 'mcc',
};
const AUC_METRICS = new Set(['auc', 'auc_roc', 'roc_auc']);

/** The metric of the label × challenger × incumbent table that a metric name means. */
export function binaryMetric(metric: string): BinaryMetric | undefined {
  if (Object.hasOwn(ALIASES, metric)) return ALIASES[metric];
  return BINARY_METRICS.find((name) => name === metric);
}

/** Whether a metric is the area under the ROC curve, by any of its names. */
export function isAuc(metric: string): boolean {
  return AUC_METRICS.has(metric);
}
