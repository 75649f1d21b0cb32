import { type Resampled } from '../../../../judging/statistics/replicates.js';
import { restrictRows } from './resampled-columns.js';

/** Rows in ascending order of one model's scores; the unit and label of each, and its weight where rows have one. */
export type RankedRows = {
  units: Uint32Array;
  values: Float64Array;
  labels: Uint8Array;
  weights: Float64Array | null;
};

const RANK_METRICS = ['average_precision', 'ece_10', 'auc_roc'] as const;
export type RankMetric = (typeof RANK_METRICS)[number];

/** Metrics of both models' scores, each in one walk from the highest score down. */
export class ResampledRanks implements Resampled {
  private readonly own = new Float64Array(RANK_METRICS.length);
  private readonly other = new Float64Array(RANK_METRICS.length);
  private readonly places: number[];

  constructor(
    readonly metrics: readonly RankMetric[],
    readonly units: number,
    private readonly challenger: RankedRows,
    private readonly incumbent: RankedRows,
  ) {
    this.places = metrics.map((metric) => RANK_METRICS.indexOf(metric));
  }

  measure(times: Uint32Array, differences: Float64Array): void {
    walk(this.challenger, times, this.own);
    walk(this.incumbent, times, this.other);
    this.places.forEach((place, index) => (differences[index] = this.own[place]! - this.other[place]!));
  }

  restrict(places: Int32Array, units: number): Resampled {
    const { challenger, incumbent, metrics } = this;
    return new ResampledRanks(metrics, units, restrictRows(challenger, places), restrictRows(incumbent, places));
  }
}

/** Average precision, calibration error over ten bins and AUC, as `measuring.engine` defines them; NaN where undefined. */
function walk({ units, values, labels, weights }: RankedRows, times: Uint32Array, metrics: Float64Array): void {
  let [hits, all, precision, area, tiedHits, tiedAll, error, gap, bin] = [0, 0, 0, 0, 0, 0, 0, 0, 9];
  for (let at = units.length - 1; at >= 0; at--) {
    const weight = weights === null ? times[units[at]!]! : times[units[at]!]! * weights[at]!;
    tiedAll += weight;
    if (labels[at] === 1) tiedHits += weight;
    if (tiedAll === 0 || (at > 0 && values[at - 1] === values[at])) continue;
    const score = values[at]!;
    area += (tiedAll - tiedHits) * (hits + tiedHits / 2);
    hits += tiedHits;
    all += tiedAll;
    precision += (tiedHits * hits) / all;
    const own = score >= 0.9 ? 9 : Math.floor(10 * score);
    if (own !== bin) {
      error += Math.abs(gap);
      gap = 0;
      bin = own;
    }
    gap += score * tiedAll - tiedHits;
    tiedHits = 0;
    tiedAll = 0;
  }
  metrics[0] = precision / hits;
  metrics[1] = (error + Math.abs(gap)) / all;
  metrics[2] = area / (hits * (all - hits));
}
