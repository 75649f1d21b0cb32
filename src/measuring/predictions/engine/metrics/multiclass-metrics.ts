import { compareText } from '../../../../values/compare-text.js';
import { groupBy, type Groupings } from '../groups.js';
import { type Weighting } from './means-sql.js';
import { type ComputedMetric } from './metric-values.js';
import { definitionOf, type PredictionSpec } from '../../prediction-layout.js';

/** Rows, or their weight, of one label that got one prediction. */
export interface ClassCell {
  label: string;
  prediction: string;
  size: number;
}

/** Rows, or their weights, by label and prediction, of every group. */
export function sumClasses(table: string, weighting: Weighting, groups: Groupings): string {
  const size = weighting === 'weight' ? 'sum(weight)' : 'count(*)';
  const keys = [...groups.columns, 'label', 'prediction', `${size} AS size`];
  return `SELECT ${keys.join(', ')} FROM ${table} ${groupBy(groups, ['label', 'prediction'])}`;
}

/**
 * Precision, recall and F1 averaged over the classes that occur as label or prediction: equally (macro), by their labels
 * (weighted) or over all rows (micro). A class with nothing to divide by counts as 0, as in scikit-learn.
 */
export function classMetrics(cells: readonly ClassCell[], spec: PredictionSpec): ComputedMetric[] {
  const classes = [...new Set(cells.flatMap(({ label, prediction }) => [label, prediction]))].sort(compareText);
  const sum = (fits: (cell: ClassCell) => boolean) =>
    cells.reduce((total, cell) => total + (fits(cell) ? cell.size : 0), 0);
  const hits = new Map<string, number>(),
    labels = new Map<string, number>(),
    predictions = new Map<string, number>();
  for (const { label, prediction, size } of cells) {
    add(labels, label, size);
    add(predictions, prediction, size);
    if (label === prediction) add(hits, label, size);
  }
  const total = sum(() => true);
  const definition = definitionOf(spec);
  const agreement = agreementOf(hits, labels, predictions, total);
  const micro = total > 0 ? sum(({ label, prediction }) => label === prediction) / total : null;
  const averages = (['precision', 'recall', 'f1'] as const).flatMap((name) => {
    const perClass = classes.map((one) => ({
      value: ratio(name, hits.get(one) ?? 0, labels.get(one) ?? 0, predictions.get(one) ?? 0),
      support: labels.get(one) ?? 0,
    }));
    const macro = perClass.reduce((all, { value }) => all + value, 0) / perClass.length;
    const weighted = perClass.reduce((all, { value, support }) => all + value * support, 0) / total;
    return [
      { name: `${name}_macro`, value: total > 0 ? macro : null, definition },
      { name: `${name}_micro`, value: micro, definition },
      { name: `${name}_weighted`, value: total > 0 ? weighted : null, definition },
    ];
  });
  return [...averages, ...Object.entries(agreement).map(([name, value]) => ({ name, value, definition }))];
}

function agreementOf(
  hits: ReadonlyMap<string, number>,
  labels: ReadonlyMap<string, number>,
  predictions: ReadonlyMap<string, number>,
  total: number,
): Agreement {
  const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);
  const squares = (sizes: ReadonlyMap<string, number>) => sum([...sizes.values()].map((size) => size * size));
  return agreement({
    total,
    hits: sum(hits.values()),
    products: sum([...labels].map(([one, size]) => size * (predictions.get(one) ?? 0))),
    labelSquares: squares(labels),
    predictionSquares: squares(predictions),
  });
}

/** Sums over classes of what label and prediction share. */
export interface AgreementSums {
  total: number;
  hits: number;
  /** Σ labels·predictions of each class. */
  products: number;
  labelSquares: number;
  predictionSquares: number;
}

/** Agreement of labels and predictions beyond chance; null where it is 0/0. */
export interface Agreement {
  mcc: number | null;
  cohen_kappa: number | null;
}

/** Correlation of several classes (Gorodkin 2004), undefined where labels or predictions are all alike, and Cohen's κ (1960). */
export function agreement({ total, hits, products, labelSquares, predictionSquares }: AgreementSums): Agreement {
  const square = total * total;
  const top = hits * total - products;
  const spread = Math.sqrt(square - labelSquares) * Math.sqrt(square - predictionSquares);
  const beyondChance = square - products;
  return { mcc: spread > 0 ? top / spread : null, cohen_kappa: beyondChance > 0 ? top / beyondChance : null };
}

function ratio(name: 'precision' | 'recall' | 'f1', hits: number, labels: number, predictions: number): number {
  const bottom = { precision: predictions, recall: labels, f1: labels + predictions }[name];
  return bottom > 0 ? ((name === 'f1' ? 2 : 1) * hits) / bottom : 0;
}

function add(sums: Map<string, number>, key: string, size: number): void {
  sums.set(key, (sums.get(key) ?? 0) + size);
}
