import { type ReportSummaryResponse, type WorstMeasureResponse } from '@stagegate/client';
import { TEXTS } from '../texts.js';
import { formatMeasureName, formatPoints } from './judgement.js';
import { formatDifference, formatNumber } from './numbers.js';

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

/** The measure that comes closest to its limit, as `f1 on sex Female −6.2 pt`. */
export function worstWords({ metric, slice, improvement }: WorstMeasureResponse): string {
  const name = formatMeasureName(metric, slice);
  return improvement === null ? name : `${name} ${formatDifference(improvement, isShareMetric(metric))}`;
}

/** Why a judgement came out as it did, in one sentence; null where nothing was measured or all is well. */
export function summarySentence({ verdict, worst, message }: ReportSummaryResponse): string | null {
  if (verdict === 'PASS') return null;
  if (worst === null) return message;
  const { improvement, margin, metric, slice } = worst;
  const name = formatMeasureName(metric, slice);
  if (verdict === 'INCONCLUSIVE') return `${TEXTS.report.undecided} ${name}.`;
  if (verdict === 'ERROR' || improvement === null || margin === null || improvement >= 0) return message;
  const isShare = isShareMetric(metric);
  const size = (value: number) => (isShare ? formatPoints(value) : formatNumber(value));
  return TEXTS.report.lost(name, size(-improvement), size(margin), isShare);
}
