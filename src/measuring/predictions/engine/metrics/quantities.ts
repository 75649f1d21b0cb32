import { type PredictionSpec } from '../../prediction-layout.js';
import { LARGEST_POWER } from './ranking-sql.js';
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
  return [accuracy, { metric: 'log_loss', expression: `-ln(${clip(ofLabel)})` }, ...topAccuracies(columns, ofLabel)];
}

const TOP_CLASSES = [2, 3, 5];

/**
 * Whether the label is among the k most probable classes, of which there are more than k; classes that are as probable as the
 * label share the places they take.
 */
function topAccuracies({ probabilities = {} }: PredictionSpec['columns'], ofLabel: string): Quantity[] {
  const columns = Object.keys(probabilities).map((_, index) => probabilityColumn(index));
  const list = `[${columns.join(', ')}]`;
  const above = `(list_position(list_reverse_sort(${list}), ${ofLabel}) - 1)`;
  const notBelow = `(${columns.length} - list_position(list_sort(${list}), ${ofLabel}) + 1)`;
  const share = (k: number) => `greatest(least((${k} - ${above}) / (${notBelow} - ${above}), 1), 0)`;
  return TOP_CLASSES.filter((k) => k < columns.length).map((k) => ({
    metric: `top_${k}_accuracy`,
    expression: `coalesce(${share(k)}, 0)::DOUBLE`,
  }));
}

const CORRECT = '(label = prediction)::DOUBLE';

/** Levels of the pinball loss, in percent: of predictions that mean a low, middle or high quantile. */
const PINBALL_LEVELS = [10, 50, 90];

const REGRESSION: Quantity[] = [
  { metric: 'mae', expression: 'abs(prediction - label)' },
  { metric: 'mse', expression: '(prediction - label) * (prediction - label)' },
  { metric: 'mean_error', expression: '(prediction - label)' },
  { metric: 'mape', expression: 'abs(prediction - label) / nullif(abs(label), 0)' },
  ...PINBALL_LEVELS.map((level) => ({
    metric: `pinball_loss_q${level}`,
    expression: `greatest(${level / 100} * (label - prediction), ${1 - level / 100} * (prediction - label))`,
  })),
];

function ranking({ cutoffs }: PredictionSpec): Quantity[] {
  const atCutoffs = cutoffs.flatMap((k) => [
    { metric: `precision_at_${k}`, expression: `hits_${k} / ${k}.0` },
    { metric: `recall_at_${k}`, expression: `CASE WHEN all_hits > 0 THEN hits_${k} / all_hits ELSE 0 END` },
    { metric: `ndcg_${k}`, expression: `CASE WHEN ideal_${k} > 0 THEN gain_${k} / ideal_${k} ELSE 0 END` },
    { metric: `ndcg_exp_${k}`, expression: powerGain(k) },
  ]);
  return [...atCutoffs, { metric: 'mrr', expression: 'coalesce(1.0 / first_hit, 0)' }];
}

function powerGain(k: number): string {
  const share = `CASE WHEN power_ideal_${k} > 0 THEN power_gain_${k} / power_ideal_${k} ELSE 0 END`;
  return `CASE WHEN most_relevant <= ${LARGEST_POWER} THEN ${share} END`;
}

function clip(expression: string): string {
  return `greatest(least(${expression}, 1 - ${EPSILON}), ${EPSILON})`;
}
