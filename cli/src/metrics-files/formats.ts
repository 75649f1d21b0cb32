/** Formats of other tools, by the names that force them. */
export const METRICS_FORMATS = ['json', 'classification-report', 'hugging-face', 'lm-eval', 'table', 'groups'] as const;
export type MetricsFormat = (typeof METRICS_FORMATS)[number];
