import { type ComputedMean, type ComputedMetric } from './metric-values.js';
import { definitionOf, type PredictionSpec } from '../../prediction-layout.js';

/** Squared deviations of the labels of one slice, and what its rows weigh. */
export interface Spread {
  squares: number;
  size: number;
}

/**
 * RMSE with the delta method's standard error SE(MSE)/(2·RMSE), and R² = 1 − SSE/SST, undefined where all labels are
 * equal.
 */
export function squaredMetrics(
  { value: mse, standardError }: ComputedMean,
  spread: Spread,
  spec: PredictionSpec,
): ComputedMetric[] {
  const definition = definitionOf(spec);
  if (mse === null) return ['rmse', 'r2'].map((name) => ({ name, value: null, definition }));
  const rmse = Math.sqrt(mse);
  const { squares, size } = spread;
  const error = standardError != null && rmse > 0 ? standardError / (2 * rmse) : undefined;
  return [
    { name: 'rmse', value: rmse, standardError: error, definition },
    { name: 'r2', value: squares > 0 ? 1 - (mse * size) / squares : null, definition },
  ];
}
