import { groupBy, type Groupings, numberIn, type SqlRow } from '../groups.js';
import { type MeanSums, type Weighting } from './means-sql.js';
import { type ComputedMetric, meanOf } from './metric-values.js';
import { definitionOf, type PredictionSpec } from '../../prediction-layout.js';

/** Squared deviations of the labels from their mean, of every group. */
export function sumSpreads(table: string, weighting: Weighting, groups: Groupings): string {
  const spread =
    weighting === 'weight'
      ? 'greatest(sum(weight * label * label) - sum(weight * label) ** 2 / nullif(sum(weight), 0), 0)'
      : 'var_pop(label) * count(*)';
  const size = weighting === 'weight' ? 'sum(weight)' : 'count(*)';
  return `SELECT ${[...groups.columns, `${spread} AS spread`, `${size} AS size`].join(', ')} FROM ${table} ${groupBy(groups)}`;
}

/**
 * RMSE with the delta method's standard error SE(MSE)/(2·RMSE), and R² = 1 − SSE/SST, undefined where all labels are
 * equal.
 */
export function squaredMetrics(squares: MeanSums | null, row: SqlRow, spec: PredictionSpec): ComputedMetric[] {
  const { value: mse, standardError } = meanOf(squares);
  const definition = definitionOf(spec, false);
  if (mse === null) return ['rmse', 'r2'].map((name) => ({ name, value: null, definition }));
  const rmse = Math.sqrt(mse);
  const [spread, size] = [numberIn(row, 'spread'), numberIn(row, 'size')];
  const error = standardError != null && rmse > 0 ? standardError / (2 * rmse) : undefined;
  return [
    { name: 'rmse', value: rmse, standardError: error, definition },
    { name: 'r2', value: spread > 0 ? 1 - (mse * size) / spread : null, definition },
  ];
}
