import { formatSlice } from './identifiers.js';

/** What was measured where: `f1 on sex Female`, or `f1` for the whole. */
export function formatMeasureName(metric: string, slice: Readonly<Record<string, unknown>>): string {
  return Object.keys(slice).length === 0 ? metric : `${metric} on ${formatSlice(slice)}`;
}

/** Metrics whose differences people say in points, by the names that the service knows them by. */
const SHARES = [
  /^(accuracy|exact_match|hit_rate|balanced_accuracy|top_\d+_accuracy|error_rate|zero_one_loss|jaccard|iou)$/,
  /^(precision|recall|f1|f2|f0_5|ndcg|mrr|map)(_|$)/,
  /^(sensitivity|specificity|tpr|tnr|npv|ppv|fpr|fnr|fdr|false_(positive|negative)_rate)$/,
  /^(selection|base|positive)_rate$/,
  /^(auc|auc_roc|roc_auc|pr_auc|auc_pr|average_precision|brier|brier_score|ece|ece_\d+|calibration_error)$/,
];

/** Whether differences of a metric are told in points; one that nobody knows is told in its own unit. */
export function isShareMetric(metric: string): boolean {
  return SHARES.some((names) => names.test(metric));
}
