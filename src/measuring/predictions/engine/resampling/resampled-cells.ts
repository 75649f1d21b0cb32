import { type Binary8, type BinaryMetric, pairedMetric } from '../../../../judging/statistics/binary8.js';
import { type Resampled } from '../../../../judging/statistics/replicates.js';
import { restrictRows } from './resampled-columns.js';

/** The cell of label × challenger × incumbent that each row lies in, its unit and its weight. */
export type CellRows = { units: Uint32Array; cells: Uint8Array; weights: Float64Array | null };

/** Ratios of the cells of a binary task. */
export class ResampledCells implements Resampled {
  private readonly sums = new Float64Array(8);

  constructor(
    readonly metrics: readonly BinaryMetric[],
    readonly units: number,
    private readonly rows: CellRows,
  ) {}

  measure(times: Uint32Array, differences: Float64Array): void {
    const { sums } = this;
    const { units, cells, weights } = this.rows;
    sums.fill(0);
    for (let row = 0; row < cells.length; row++) {
      sums[cells[row]!]! += times[units[row]!]! * (weights === null ? 1 : weights[row]!);
    }
    this.metrics.forEach((metric, index) => {
      differences[index] = pairedMetric(sums as unknown as Binary8, metric).difference?.point ?? NaN;
    });
  }

  restrict(places: Int32Array, units: number): Resampled {
    return new ResampledCells(this.metrics, units, restrictRows(this.rows, places));
  }
}
