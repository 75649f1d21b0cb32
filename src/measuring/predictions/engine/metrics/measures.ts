import { type StatedMetric } from '../../../../judging/evidence/stated-evidence.js';
import { OVERALL_KEY } from '../../../../judging/evidence/slice-key.js';
import { compareText } from '../../../../values/compare-text.js';
import { type ComputedMetric, toMetricValue } from './metric-values.js';

/** Metrics gathered slice by slice, from several statements. */
export class Measures {
  private readonly bySlice = new Map<string, { count: number; metrics: ComputedMetric[] }>();

  /** Every slice is named once with its number of examples before it gets metrics. */
  open(sliceKey: string, count: number): void {
    if (!this.bySlice.has(sliceKey)) this.bySlice.set(sliceKey, { count, metrics: [] });
  }

  add(sliceKey: string, ...metrics: ComputedMetric[]): void {
    const slice = this.bySlice.get(sliceKey);
    if (slice === undefined) throw new Error(`The slice ${sliceKey} has metrics but no rows.`);
    slice.metrics.push(...metrics);
  }

  /** The whole first, then slice by slice. */
  toWire(): StatedMetric[] {
    const order = (key: string) => (key === OVERALL_KEY ? '' : key);
    return [...this.bySlice.entries()]
      .sort(([a], [b]) => compareText(order(a), order(b)))
      .flatMap(([key, { count, metrics }]) => metrics.map((metric) => toMetricValue(key, count, metric)));
  }
}
