import { type RandomSource } from './random.js';

/** Draws are whole numbers of so many bits, so probabilities are resolved to 2⁻³¹. */
const UNIFORM_BITS = 31;
const UNIFORM_BOUND = 2 ** UNIFORM_BITS;
/** The tail that the table leaves to its last entry is far below that resolution. */
const TAIL_DEVIATIONS = 8;
const GUIDE_BITS = 12;
const GUIDES = 2 ** GUIDE_BITS;

/** Fills an array with independent Poisson numbers of one mean. */
export type PoissonSource = (target: Uint32Array) => void;

/** Poisson numbers of a mean above 0 by inversion of their distribution, found through a guide table (Chen and Asau 1974). */
export function poissonSource(random: RandomSource, mean: number): PoissonSource {
  const below = cumulative(mean);
  const guide = new Uint32Array(GUIDES);
  for (let at = 0, value = 0; at < GUIDES; at++) {
    while (below[value]! <= (at * UNIFORM_BOUND) / GUIDES) value++;
    guide[at] = value;
  }
  return (target) => {
    random.fillBelow(target, UNIFORM_BOUND);
    for (let at = 0; at < target.length; at++) {
      const uniform = target[at]!;
      let value = guide[uniform >>> (UNIFORM_BITS - GUIDE_BITS)]!;
      while (below[value]! <= uniform) value++;
      target[at] = value;
    }
  };
}

/** For each number the uniform draws that give it or a smaller one; each term from the last, from the mode outwards. */
function cumulative(mean: number): Float64Array {
  const mode = Math.floor(mean);
  const largest = Math.ceil(mean + TAIL_DEVIATIONS * Math.sqrt(mean) + TAIL_DEVIATIONS);
  const shares = new Float64Array(largest + 1);
  shares[mode] = 1;
  for (let value = mode; value > 0; value--) shares[value - 1] = (shares[value]! * value) / mean;
  for (let value = mode + 1; value <= largest; value++) shares[value] = (shares[value - 1]! * mean) / value;
  const total = shares.reduce((sum, share) => sum + share, 0);
  let sum = 0;
  const below = shares.map((share) => ((sum += share) / total) * UNIFORM_BOUND);
  below[largest] = UNIFORM_BOUND;
  return below;
}
