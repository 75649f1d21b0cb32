import { expectClose } from '../../../test/fixtures/statistics/golden.js';
import { SCREEN_REPLICATES } from './bootstrap.js';
import { poissonSource } from './poisson.js';
import { randomSource } from './random.js';
import { pairedReplicates, type Resampled } from './replicates.js';

/** The mean of differences, whose standard error is known: the smallest thing to resample. */
class Mean implements Resampled {
  readonly metrics = ['mean', 'undefined'];

  constructor(private readonly values: Float64Array) {}

  get units(): number {
    return this.values.length;
  }

  measure(times: Uint32Array, differences: Float64Array): void {
    let [sum, size] = [0, 0];
    times.forEach((count, unit) => {
      sum += count * this.values[unit]!;
      size += count;
    });
    differences.set([sum / size, NaN]);
  }

  restrict(places: Int32Array, units: number): Resampled {
    const kept = new Float64Array(units);
    places.forEach((place, unit) => place >= 0 && (kept[place] = this.values[unit]!));
    return new Mean(kept);
  }
}

const SIZE = 3_000;
const uniform = new Uint32Array(SIZE);
randomSource(7n).fillBelow(uniform, 1_000);
const values = Float64Array.from(uniform, (value) => value / 1_000);
const mean = values.reduce((sum, value) => sum + value, 0) / SIZE;
const plugIn = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / SIZE;
const plan = { seed: 1n, replicates: SCREEN_REPLICATES };

function spread(deltas: Float64Array): { mean: number; sd: number } {
  const centre = deltas.reduce((sum, delta) => sum + delta, 0) / deltas.length;
  const squares = deltas.reduce((sum, delta) => sum + (delta - centre) ** 2, 0);
  return { mean: centre, sd: Math.sqrt(squares / (deltas.length - 1)) };
}

it.each([
  ['all units', undefined],
  ['parts of 1,000 units, standing for 3,000', 1_000],
])('replicates from %s scatter around the mean by its standard error', (_, largest) => {
  const found = pairedReplicates(new Mean(values), plan, largest);
  expect(found.map(({ metric }) => metric)).toEqual(['mean']);
  const { observed, deltas } = found[0]!;
  expectClose(observed, mean);
  expect(deltas).toHaveLength(SCREEN_REPLICATES);
  const { mean: centre, sd } = spread(deltas);
  // 4 Monte-Carlo errors: sd/√B of the centre, sd/√(2B) of the spread, which 20 parts of 1,000 units move by 1/√(2·20·1000).
  expect(Math.abs(centre - mean)).toBeLessThan((4 * plugIn) / Math.sqrt(SCREEN_REPLICATES));
  expect(Math.abs(sd / plugIn - 1)).toBeLessThan(4 * (Math.sqrt(1 / (2 * SCREEN_REPLICATES)) + Math.sqrt(1 / 40_000)));
});

it('the same seed gives the same replicates, another seed others', () => {
  const [first] = pairedReplicates(new Mean(values), plan, 1_000);
  expect(pairedReplicates(new Mean(values), plan, 1_000)[0]).toEqual(first);
  expect(pairedReplicates(new Mean(values), { ...plan, seed: 2n }, 1_000)[0]!.deltas).not.toEqual(first!.deltas);
});

it.each([0.4, 1, 3.7, 60, 500])('Poisson numbers of mean %d have its mean and variance', (expected) => {
  const drawn = new Uint32Array(100_000);
  poissonSource(randomSource(11n), expected)(drawn);
  const { mean: centre, sd } = spread(Float64Array.from(drawn));
  expect(Math.abs(centre - expected)).toBeLessThan(4 * Math.sqrt(expected / drawn.length));
  const errorOfVariance = Math.sqrt((expected + 2 * expected ** 2) / drawn.length);
  expect(Math.abs(sd ** 2 - expected)).toBeLessThan(4 * errorOfVariance);
});

it('Poisson numbers of mean 1 are distributed as such', () => {
  const drawn = new Uint32Array(200_000);
  poissonSource(randomSource(3n), 1)(drawn);
  let share = Math.exp(-1);
  for (let value = 0; value < 6; value++) {
    const seen = drawn.filter((number) => number === value).length / drawn.length;
    expect(Math.abs(seen - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / drawn.length));
    share /= value + 1;
  }
});
