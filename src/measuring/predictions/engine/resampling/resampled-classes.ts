import { type Resampled } from '../../../../judging/statistics/replicates.js';
import { agreement } from '../metrics/multiclass-metrics.js';
import { restrictRows } from './resampled-columns.js';

/** The class each row has and got from either model, as numbers from 0, its unit and its weight. */
export type ClassRows = {
  units: Uint32Array;
  labels: Uint32Array;
  challenger: Uint32Array;
  incumbent: Uint32Array;
  weights: Float64Array | null;
};

/** Metrics over classes that are no mean over rows; `recall_weighted` and those over all rows are the accuracy. */
export const CLASS_METRICS = [
  'precision_macro',
  'recall_macro',
  'f1_macro',
  'precision_weighted',
  'f1_weighted',
  'mcc',
  'cohen_kappa',
] as const;

/** Precision, recall and F1 averaged over classes, and their agreement, as `classMetrics` defines them. */
export class ResampledClasses implements Resampled {
  readonly metrics = CLASS_METRICS;
  private readonly labelled: Float64Array;
  private readonly predicted: Float64Array;
  private readonly hits: Float64Array;

  constructor(
    readonly units: number,
    private readonly rows: ClassRows,
    private readonly classes: number,
  ) {
    this.labelled = new Float64Array(classes);
    this.predicted = new Float64Array(classes);
    this.hits = new Float64Array(classes);
  }

  measure(times: Uint32Array, differences: Float64Array): void {
    differences.set(this.averages(times, this.rows.challenger));
    const incumbent = this.averages(times, this.rows.incumbent);
    incumbent.forEach((value, index) => (differences[index]! -= value));
  }

  restrict(places: Int32Array, units: number): Resampled {
    return new ResampledClasses(units, restrictRows(this.rows, places), this.classes);
  }

  private averages(times: Uint32Array, predictions: Uint32Array): number[] {
    const { labelled, predicted, hits } = this;
    const { units, labels, weights } = this.rows;
    for (const sums of [labelled, predicted, hits]) sums.fill(0);
    for (let row = 0; row < units.length; row++) {
      const weight = times[units[row]!]! * (weights === null ? 1 : weights[row]!);
      const [label, prediction] = [labels[row]!, predictions[row]!];
      labelled[label]! += weight;
      predicted[prediction]! += weight;
      if (label === prediction) hits[label]! += weight;
    }
    let [present, precision, recall, f1, precisionByLabel, f1ByLabel] = [0, 0, 0, 0, 0, 0];
    const sums = { total: 0, hits: 0, products: 0, labelSquares: 0, predictionSquares: 0 };
    for (let one = 0; one < this.classes; one++) {
      const [l, p, h] = [labelled[one]!, predicted[one]!, hits[one]!];
      if (l + p === 0) continue;
      present++;
      sums.total += l;
      sums.hits += h;
      sums.products += l * p;
      sums.labelSquares += l * l;
      sums.predictionSquares += p * p;
      precision += p > 0 ? h / p : 0;
      recall += l > 0 ? h / l : 0;
      f1 += (2 * h) / (l + p);
      precisionByLabel += p > 0 ? (l * h) / p : 0;
      f1ByLabel += (2 * h * l) / (l + p);
    }
    const { mcc, cohen_kappa: kappa } = agreement(sums);
    const { total } = sums;
    const macro = [precision / present, recall / present, f1 / present];
    return [...macro, precisionByLabel / total, f1ByLabel / total, mcc ?? NaN, kappa ?? NaN];
  }
}
