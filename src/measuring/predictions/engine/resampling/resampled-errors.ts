import { weightedMedian } from '../metrics/quantile-metrics.js';
import { type Resampled } from '../../../../judging/statistics/replicates.js';
import { restrictRows } from './resampled-columns.js';

/** Label of each row as its distance from their mean, as `centred` gives it, and both models' squared errors. */
export type SquareRows = {
  units: Uint32Array;
  labels: Float64Array;
  challenger: Float64Array;
  incumbent: Float64Array;
  weights: Float64Array | null;
};

export type SquareMetric = 'r2' | 'rmse';

/** Share of the squares below which a spread is what rounding left of labels that are all equal. */
const NO_SPREAD = 1e-12;

/** Numbers as distances from their mean, so that the spread of a draw of them is no difference of two large sums. */
export function centred(values: Float64Array, weights: Float64Array | null): Float64Array {
  const origin = values[0] ?? 0;
  let [size, sum] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const weight = weights === null ? 1 : weights[row]!;
    size += weight;
    sum += weight * (values[row]! - origin);
  }
  const mean = size > 0 ? sum / size : 0;
  return values.map((value) => value - origin - mean);
}

/** R² and RMSE, from five sums over the rows. */
export class ResampledSquares implements Resampled {
  constructor(
    readonly metrics: readonly SquareMetric[],
    readonly units: number,
    private readonly rows: SquareRows,
  ) {}

  measure(times: Uint32Array, differences: Float64Array): void {
    const { units, labels, challenger, incumbent, weights } = this.rows;
    let [size, sum, squares, own, other] = [0, 0, 0, 0, 0];
    for (let row = 0; row < units.length; row++) {
      const weight = times[units[row]!]! * (weights === null ? 1 : weights[row]!);
      const label = labels[row]!;
      size += weight;
      sum += weight * label;
      squares += weight * label * label;
      own += weight * challenger[row]!;
      other += weight * incumbent[row]!;
    }
    const spread = squares - (sum * sum) / size;
    this.metrics.forEach((metric, index) => {
      const r2 = spread > NO_SPREAD * squares ? (other - own) / spread : NaN;
      differences[index] = metric === 'r2' ? r2 : Math.sqrt(own / size) - Math.sqrt(other / size);
    });
  }

  restrict(places: Int32Array, units: number): Resampled {
    return new ResampledSquares(this.metrics, units, restrictRows(this.rows, places));
  }
}

/** Rows in ascending order of one model's absolute errors, with their weights where rows have some. */
export type SortedRows = { units: Uint32Array; values: Float64Array; weights: Float64Array | null };

/** Median of absolute errors, as `weightedMedian` defines it. */
export class ResampledMedians implements Resampled {
  readonly metrics = ['median_ae'] as const;

  constructor(
    readonly units: number,
    private readonly challenger: SortedRows,
    private readonly incumbent: SortedRows,
  ) {}

  measure(times: Uint32Array, differences: Float64Array): void {
    differences[0] = median(this.challenger, times) - median(this.incumbent, times);
  }

  restrict(places: Int32Array, units: number): Resampled {
    return new ResampledMedians(units, restrictRows(this.challenger, places), restrictRows(this.incumbent, places));
  }
}

function median({ units, values, weights }: SortedRows, times: Uint32Array): number {
  const weightOf = (row: number) => times[units[row]!]! * (weights === null ? 1 : weights[row]!);
  return weightedMedian(values, weightOf) ?? NaN;
}
