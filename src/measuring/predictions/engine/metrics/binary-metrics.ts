import { type BinaryMetric, type Confusion, confusionMetric } from '../../../../judging/statistics/binary8.js';
import { groupBy, type Groupings, numberIn, type SqlRow } from '../groups.js';
import { type CalibrationLine } from './calibration.js';
import { type Weighting } from './means-sql.js';
import { type ComputedMetric } from './metric-values.js';
import { definitionOf, type PredictionSpec } from '../../prediction-layout.js';

/** Metrics of the cells of label × prediction; accuracy is a mean of rows and computed as one. */
export const CELL_METRICS: readonly BinaryMetric[] = [
  'precision',
  'recall',
  'f1',
  'specificity',
  'fpr',
  'selection_rate',
  'f2',
  'f0_5',
  'mcc',
  'cohen_kappa',
];

/** Of them, those that come out the same whichever class is the positive one. */
const SYMMETRIC: ReadonlySet<BinaryMetric> = new Set(['mcc', 'cohen_kappa']);

/** Rows, or their weights, by label and prediction. */
export function sumConfusions(table: string, weighting: Weighting, groups: Groupings): string {
  const cell = (name: string, label: number, prediction: number) => {
    const rows = `FILTER (WHERE label = ${label} AND prediction = ${prediction})`;
    return weighting === 'weight' ? `coalesce(sum(weight) ${rows}, 0) AS ${name}` : `count(*) ${rows} AS ${name}`;
  };
  const cells = [cell('tn', 0, 0), cell('fp', 0, 1), cell('fn', 1, 0), cell('tp', 1, 1)];
  return `SELECT ${[...groups.columns, ...cells].join(', ')} FROM ${table} ${groupBy(groups)}`;
}

/** Precision, recall and their kin; their standard errors take rows as independent and equal, so only then are given. */
export function confusionMetrics(row: SqlRow, weighting: Weighting, spec: PredictionSpec): ComputedMetric[] {
  const confusion = ['tn', 'fp', 'fn', 'tp'].map((cell) => numberIn(row, cell)) as unknown as Confusion;
  return CELL_METRICS.map((name) => {
    const definition = definitionOf(spec, { threshold: true, positive: !SYMMETRIC.has(name) });
    const estimate = confusionMetric(confusion, name);
    const standardError = weighting === 'none' ? estimate?.standardError : undefined;
    return { name, value: estimate?.point ?? null, standardError, definition };
  });
}

/** Expected calibration error over ten bins of equal width, Σ|Σ(score − label)|/n (Naeini, Cooper and Hauskrecht 2015). */
export function sumCalibration(table: string, weighting: Weighting, groups: Groupings): string {
  const [gap, size] =
    weighting === 'weight' ? ['sum(weight * (score - label))', 'sum(weight)'] : ['sum(score - label)', 'count(*)'];
  const bin = 'least(floor(10 * score), 9)';
  const keys = groups.columns.length === 0 ? '' : `GROUP BY ${groups.columns.join(', ')}`;
  return `
    SELECT ${[...groups.columns, 'sum(abs(gap)) / nullif(sum(size), 0) AS ece'].join(', ')} FROM (
      SELECT ${[...groups.columns, `${gap} AS gap`, `${size} AS size`].join(', ')}
      FROM (SELECT *, ${bin} AS bin FROM ${table}) ${groupBy(groups, ['bin'])})
    ${keys}`;
}

/** Slope and intercept of a line of calibration; its standard errors take rows as independent and equal. */
export function calibrationMetrics(
  line: CalibrationLine | null,
  weighting: Weighting,
  spec: PredictionSpec,
): ComputedMetric[] {
  const errors = weighting === 'none' ? line : null;
  return [
    {
      name: 'calibration_slope',
      value: line?.slope ?? null,
      standardError: errors?.slopeError,
      definition: definitionOf(spec),
    },
    {
      name: 'calibration_intercept',
      value: line?.intercept ?? null,
      standardError: errors?.interceptError,
      definition: definitionOf(spec, { positive: true }),
    },
  ];
}
