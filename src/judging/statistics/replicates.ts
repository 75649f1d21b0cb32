import { MIN_DEFINED_SHARE, type Resampling } from './bootstrap.js';
import { poissonSource } from './poisson.js';
import { type RandomSource, randomSource } from './random.js';

/** Two models on the same rows, to be measured under any number of times that each unit of the rows counts. */
export interface Resampled {
  readonly units: number;
  readonly metrics: readonly string[];
  /** Writes challenger − incumbent of each metric where unit u counts `times[u]` times; NaN where one is undefined. */
  measure(times: Uint32Array, differences: Float64Array): void;
  /** The same of the units that `places` gives a place of 0 or more, renumbered by it. */
  restrict(places: Int32Array, units: number): Resampled;
}

/** The difference on the rows themselves and its paired bootstrap replicates, in the unit of the metric. */
export interface Replicates {
  metric: string;
  observed: number;
  deltas: Float64Array;
}

/** Units of which every replicate draws as many as there are; of more, parts of this size stand for the whole. */
export const LARGEST_SAMPLE = 20_000;
/** Parts that stand for a larger whole. */
export const PARTS = 20;

/**
 * Replicates of every metric from shared draws, leaving out metrics with under 90 % of them defined. Up to `largest` units
 * each replicate draws all of them anew with replacement (gates S10, Efron and Tibshirani 1993). Of n more, it is the bag of
 * little bootstraps (Kleiner, Talwalkar, Sarkar and Jordan 2014): of random parts of b units each unit counts Poisson(n/b)
 * times, which is a draw of n from the b but for their total (Hanley and MacGibbon 2006); what a part's replicates differ
 * by from the part itself is what they differ by from the whole.
 */
export function pairedReplicates(sample: Resampled, resampling: Resampling, largest = LARGEST_SAMPLE): Replicates[] {
  const { units, metrics } = sample;
  const random = randomSource(resampling.seed);
  const observed = measureOnce(sample);
  const drawn = metrics.map(() => [] as number[]);
  const take = (differences: Float64Array, origin: Float64Array) =>
    differences.forEach((difference, metric) => {
      const delta = observed[metric]! + (difference - origin[metric]!);
      if (Number.isFinite(delta)) drawn[metric]!.push(delta);
    });
  if (units <= largest) drawUnits(sample, resampling.replicates, random, (differences) => take(differences, observed));
  else drawParts(sample, resampling.replicates, random, largest, take);
  return metrics.flatMap((metric, index) =>
    drawn[index]!.length >= MIN_DEFINED_SHARE * resampling.replicates && drawn[index]!.length > 0
      ? [{ metric, observed: observed[index]!, deltas: Float64Array.from(drawn[index]!) }]
      : [],
  );
}

/** The differences where every unit counts once. */
export function measureOnce(sample: Resampled): Float64Array {
  const differences = new Float64Array(sample.metrics.length);
  sample.measure(new Uint32Array(sample.units).fill(1), differences);
  return differences;
}

function drawUnits(
  sample: Resampled,
  replicates: number,
  random: RandomSource,
  take: (differences: Float64Array) => void,
): void {
  const drawn = new Uint32Array(sample.units);
  const times = new Uint32Array(sample.units);
  const differences = new Float64Array(sample.metrics.length);
  for (let replicate = 0; replicate < replicates; replicate++) {
    random.fillBelow(drawn, sample.units);
    times.fill(0);
    for (let at = 0; at < drawn.length; at++) times[drawn[at]!]!++;
    sample.measure(times, differences);
    take(differences);
  }
}

function drawParts(
  sample: Resampled,
  replicates: number,
  random: RandomSource,
  size: number,
  take: (differences: Float64Array, origin: Float64Array) => void,
): void {
  const order = Uint32Array.from({ length: sample.units }, (_, unit) => unit);
  const times = new Uint32Array(size);
  const fill = poissonSource(random, sample.units / size);
  const differences = new Float64Array(sample.metrics.length);
  for (let part = 0; part < PARTS; part++) {
    const chosen = sample.restrict(choose(order, size, random), size);
    const origin = measureOnce(chosen);
    const until = Math.floor(((part + 1) * replicates) / PARTS);
    for (let replicate = Math.floor((part * replicates) / PARTS); replicate < until; replicate++) {
      fill(times);
      chosen.measure(times, differences);
      take(differences, origin);
    }
  }
}

/** Places of some units chosen without replacement, −1 for the others; the order is shuffled further (Fisher and Yates). */
function choose(order: Uint32Array, size: number, random: RandomSource): Int32Array {
  const places = new Int32Array(order.length).fill(-1);
  const one = new Uint32Array(1);
  for (let at = 0; at < size; at++) {
    random.fillBelow(one, order.length - at);
    const other = at + one[0]!;
    const unit = order[other]!;
    order[other] = order[at]!;
    order[at] = unit;
    places[unit] = at;
  }
  return places;
}
