import { type Resampled } from '../../../../judging/statistics/replicates.js';

/** Several ways to measure the same units under the same draws. */
export class ResampledTogether implements Resampled {
  readonly metrics: readonly string[];
  private readonly differences: Float64Array[];

  constructor(
    readonly units: number,
    private readonly parts: readonly Resampled[],
  ) {
    this.metrics = parts.flatMap(({ metrics }) => metrics);
    this.differences = parts.map(({ metrics }) => new Float64Array(metrics.length));
  }

  measure(times: Uint32Array, differences: Float64Array): void {
    let at = 0;
    this.parts.forEach((part, index) => {
      const own = this.differences[index]!;
      part.measure(times, own);
      differences.set(own, at);
      at += own.length;
    });
  }

  restrict(places: Int32Array, units: number): Resampled {
    return new ResampledTogether(
      units,
      this.parts.map((part) => part.restrict(places, units)),
    );
  }
}
