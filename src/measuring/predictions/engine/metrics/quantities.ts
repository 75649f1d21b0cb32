import { type PredictionSpec } from '../../prediction-layout.js';
import { plainClass, probabilityColumn } from '../sql-text.js';

/** Something measured on every row whose mean is a metric. */
export interface Quantity {
  /** Name of the metric. */
  metric: string;
  /** Expression over the rows; null where the row makes the metric undefined. */
  expression: string;
  dependsOnThreshold?: boolean;
}

/** Log-loss clips scores to [ε, 1 − ε]: the distance of 1 to the next smaller double, twice. */
const EPSILON = '2.220446049250313e-16';

/** What each row contributes to the means of its task; a ranking is measured per query, see `ranking-sql`. */
export function quantitiesOf(spec: PredictionSpec): Quantity[] {
  switch (spec.task) {
    case 'binary':
      return binary(spec);
    case 'multiclass':
      return multiclass(spec);
    case 'regression':
      return REGRESSION;
    case 'ranking':
      return ranking(spec);
  }
}

function binary({ columns }: PredictionSpec): Quantity[] {
  const accuracy = { metric: 'accuracy', expression: CORRECT, dependsOnThreshold: true };
  if (columns.score === undefined) return [accuracy];
  const clipped = clip('score');
  const loss = `-ln(CASE WHEN label = 1 THEN ${clipped} ELSE 1 - ${clipped} END)`;
  const square = '(score - label) * (score - label)';
  return [accuracy, { metric: 'log_loss', expression: loss }, { metric: 'brier', expression: square }];
}

function multiclass({ columns }: PredictionSpec): Quantity[] {
  const accuracy = { metric: 'accuracy', expression: CORRECT };
  if (columns.probabilities === undefined) return [accuracy];
  const cases = Object.keys(columns.probabilities).map(
    (name, index) => `WHEN ${plainClass(name)} THEN ${probabilityColumn(index)}`,
  );
  const ofLabel = `(CASE label ${cases.join(' ')} ELSE 0 END)`;
  return [accuracy, { metric: 'log_loss', expression: `-ln(${clip(ofLabel)})` }];
}

const CORRECT = '(label = prediction)::DOUBLE';

const REGRESSION: Quantity[] = [
  { metric: 'mae', expression: 'abs(prediction - label)' },
  { metric: 'mse', expression: '(prediction - label) * (prediction - label)' },
  { metric: 'mean_error', expression: '(prediction - label)' },
  { metric: 'mape', expression: 'abs(prediction - label) / nullif(abs(label), 0)' },
];

function ranking({ cutoffs }: PredictionSpec): Quantity[] {
  const atCutoffs = cutoffs.flatMap((k) => [
    { metric: `precision_at_${k}`, expression: `hits_${k} / ${k}.0` },
    { metric: `ndcg_${k}`, expression: `CASE WHEN ideal_${k} > 0 THEN gain_${k} / ideal_${k} ELSE 0 END` },
  ]);
  return [...atCutoffs, { metric: 'mrr', expression: 'coalesce(1.0 / first_hit, 0)' }];
}

function clip(expression: string): string {
  return `greatest(least(${expression}, 1 - ${EPSILON}), ${EPSILON})`;
}
