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

const OUTCOMES = new Set([
  ...['accuracy', 'error_rate', 'recall', 'specificity', 'fpr', 'fnr', 'selection_rate', 'base_rate'],
  ...['exact_match', 'hit_rate', 'precision_micro', 'recall_micro', 'f1_micro', 'recall_weighted'],
]);
const TOP_ACCURACY = /^top_?\d+_accuracy$/;

/** Whether each row of a metric is right or wrong, so that its mean is a share of them: accuracy by any name, of any task. */
export function isOfOutcomes(metric: string): boolean {
  return OUTCOMES.has(binaryMetric(metric) ?? metric) || TOP_ACCURACY.test(metric);
}
