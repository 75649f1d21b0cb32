/** Which way a metric is better. */
export const DIRECTIONS = ['higher', 'lower', 'none'] as const;
/** What kind of number a metric is, which decides its statistics. */
export const METRIC_KINDS = ['proportion', 'ratio', 'auc', 'mean', 'quantile', 'scalar'] as const;
/** One of the directions. */
export type Direction = (typeof DIRECTIONS)[number];
/** One of the kinds. */
export type MetricKind = (typeof METRIC_KINDS)[number];

/** What a policy knows of a metric: which way is better, what kind of number it is, and its possible values. */
export interface MetricDefinition {
  direction: Direction;
  kind: MetricKind;
  range?: [number, number];
  unit?: string;
  /** An operational metric, whose value means something only on a stated class of machine. */
  environment?: 'required';
}

const share = (direction: Direction, kind: MetricKind): MetricDefinition => ({ direction, kind, range: [0, 1] });
const loss = (kind: MetricKind): MetricDefinition => ({ direction: 'lower', kind });
const latency: MetricDefinition = { direction: 'lower', kind: 'quantile', unit: 'ms' };

/** Names of ranking metrics at the usual numbers of best rows. */
function atCutoffs(...starts: string[]): string {
  return starts.flatMap((start) => [1, 3, 5, 10, 20, 50, 100].map((cutoff) => `${start}${cutoff}`)).join(' ');
}

const FAMILIES: [MetricDefinition, string][] = [
  [share('higher', 'proportion'), 'accuracy exact_match hit_rate'],
  [share('lower', 'proportion'), 'error_rate zero_one_loss'],
  [share('higher', 'ratio'), 'precision recall sensitivity specificity tpr tnr npv ppv f1 f1_score f1_macro f1_micro'],
  [share('higher', 'ratio'), 'f1_weighted precision_macro precision_weighted recall_macro recall_weighted'],
  [share('higher', 'ratio'), 'balanced_accuracy jaccard iou f2 f0_5'],
  [share('lower', 'ratio'), 'fpr fnr false_positive_rate false_negative_rate fdr'],
  [share('none', 'proportion'), 'selection_rate base_rate positive_rate'],
  [share('higher', 'auc'), 'auc auc_roc roc_auc'],
  [share('higher', 'ratio'), 'pr_auc auc_pr average_precision'],
  [share('higher', 'mean'), 'ndcg mrr map top_2_accuracy top_3_accuracy top_5_accuracy'],
  [share('higher', 'mean'), atCutoffs('ndcg_', 'ndcg_exp_', 'precision_at_', 'recall_at_')],
  [share('lower', 'mean'), 'brier brier_score'],
  [share('lower', 'ratio'), 'ece ece_10 ece_15 ece_20 calibration_error'],
  [loss('mean'), 'log_loss logloss cross_entropy mse mae mape smape'],
  [loss('mean'), 'pinball_loss pinball_loss_q10 pinball_loss_q50 pinball_loss_q90'],
  [{ direction: 'none', kind: 'scalar' }, 'calibration_slope calibration_intercept'],
  [loss('scalar'), 'rmse rmsle perplexity wer cer'],
  [loss('quantile'), 'median_ae median_absolute_error'],
  [{ direction: 'higher', kind: 'scalar', range: [-1, 1] }, 'mcc matthews_corrcoef cohen_kappa'],
  [{ direction: 'higher', kind: 'scalar' }, 'r2 r2_score explained_variance'],
  [latency, 'latency_p50_ms latency_p90_ms latency_p95_ms latency_p99_ms'],
  [latency, 'latency_ms_p50 latency_ms_p90 latency_ms_p95 latency_ms_p99'],
  [{ direction: 'lower', kind: 'mean', unit: 'ms' }, 'latency_ms latency_ms_mean latency_mean_ms'],
  [{ direction: 'lower', kind: 'scalar', unit: 'MB' }, 'model_size_mb'],
];

/** Metrics whose direction, kind and range need no declaration. */
export const WELL_KNOWN_METRICS: ReadonlyMap<string, MetricDefinition> = new Map(
  FAMILIES.flatMap(([definition, names]) => names.split(' ').map((name) => [name, definition] as const)),
);

/** Whether a metric is a function of the predictions alone, so that equal predictions mean an equal value. */
export function followsPredictions(definition: MetricDefinition): boolean {
  return definition.kind !== 'quantile' && definition.kind !== 'scalar' && definition.unit === undefined;
}
