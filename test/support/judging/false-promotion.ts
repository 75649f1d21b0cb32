import { orientDifference, judgeDifference } from '../../../src/judging/kinds/regression/statistical-verdict.js';
import { type PairedFigures, readPaired } from '../../../src/judging/evidence/paired-kinds.js';
import { type RandomSource } from '../../../src/judging/statistics/random.js';

/** A loss of the whole margin, the least that must not be promoted: how many rows, and on what share of them the models disagree. */
export interface Loss {
  n: number;
  margin: number;
  disagreement: number;
}

const ALPHA = 0.05;
/** Outcomes rarer than this are left out; there are some hundred thousand at most. */
const RARE = 1e-12;

/** Whether paired figures pass as not inferior at 95 % confidence, by the very functions that gates judge by. */
export function promotes(figures: PairedFigures, metric: string, margin: number): boolean {
  const entry = { incumbentVersion: 1, sliceKey: '{}', ...figures };
  const read = readPaired(entry, { metric, isShare: false });
  if (read === null) return false;
  const difference = orientDifference(read, read.estimate.point, 1, ALPHA);
  if (typeof difference === 'string') return false;
  const input = { mode: 'non_inferiority', difference, adjustedP: null, alpha: ALPHA, mde: 0, margin } as const;
  return judgeDifference({ ...input, incumbent: 0.9, epsilon: 1e-9 }).status === 'PASS';
}

/** Chance of promotion, exact: summed over every number of wins and losses that is not next to impossible. */
export function exactRate(
  { n, margin, disagreement }: Loss,
  figuresOf: (wins: number, losses: number) => PairedFigures,
): number {
  const [winning, losing] = [(disagreement - margin) / 2, (disagreement + margin) / 2];
  const logs = logFactorials(n);
  const logOf = (share: number, times: number) => (times === 0 ? 0 : times * Math.log(share));
  let rate = 0;
  for (let losses = 0; losses <= n; losses++) {
    for (let wins = 0; wins + losses <= n; wins++) {
      const rest = n - wins - losses;
      const log = logs[n]! - logs[wins]! - logs[losses]! - logs[rest]!;
      const chance = Math.exp(log + logOf(winning, wins) + logOf(losing, losses) + logOf(1 - disagreement, rest));
      if (chance > RARE && promotes(figuresOf(wins, losses), 'accuracy', margin)) rate += chance;
      if (chance <= RARE && wins > n * winning) break;
    }
  }
  return rate;
}

function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let i = 1; i <= n; i++) logs[i] = logs[i - 1]! + Math.log(i);
  return logs;
}

/** Share of runs that are promoted, on differences drawn anew for each. */
export function simulatedRate(runs: number, drawn: () => boolean): number {
  let promoted = 0;
  for (let run = 0; run < runs; run++) if (drawn()) promoted++;
  return promoted / runs;
}

/** A number between 0 and 1. */
export function share(random: RandomSource): number {
  return (random.next() + 0.5) / 2 ** 32;
}

/** A number of the standard normal distribution (Box and Muller 1958). */
function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(share(random))) * Math.cos(2 * Math.PI * share(random));
}

function outcome({ margin, disagreement }: Loss, random: RandomSource): -1 | 0 | 1 {
  const chance = share(random);
  return chance < (disagreement + margin) / 2 ? -1 : chance < disagreement ? 1 : 0;
}

/** Rows whose weights vary by a lognormal distribution of this spread. */
export function drawWeighted(loss: Loss, spread: number, random: RandomSource): PairedFigures {
  const sums = { n: loss.n, sumW: 0, sumW2: 0, sumWD: 0, sumW2D: 0, sumW2D2: 0, wins: 0, losses: 0 };
  for (let row = 0; row < loss.n; row++) {
    const w = Math.exp(spread * normal(random));
    const d = outcome(loss, random);
    sums.sumW += w;
    sums.sumW2 += w * w;
    sums.sumWD += w * d;
    sums.sumW2D += w * w * d;
    sums.sumW2D2 += w * w * d * d;
    if (d > 0) sums.wins += w;
    if (d < 0) sums.losses += w;
  }
  return { kind: 'weightedDiff', metric: 'accuracy', ...sums };
}

/** Units of one to five rows that are right and wrong together; `n` is the number of units. */
export function drawUnits(loss: Loss, random: RandomSource): PairedFigures {
  const sums = {
    n: 0,
    clusters: loss.n,
    sumD: 0,
    sumClusterD2: 0,
    sumClusterND: 0,
    sumClusterN2: 0,
    wins: 0,
    losses: 0,
  };
  for (let unit = 0; unit < loss.n; unit++) {
    const rows = 1 + Math.floor(5 * share(random));
    const d = rows * outcome(loss, random);
    sums.n += rows;
    sums.sumD += d;
    sums.sumClusterD2 += d * d;
    sums.sumClusterND += rows * d;
    sums.sumClusterN2 += rows * rows;
    if (d > 0) sums.wins++;
    if (d < 0) sums.losses++;
  }
  return { kind: 'clusterDiff', metric: 'accuracy', ...sums };
}

/** Errors that differ on a share of the rows, by amounts of a normal distribution around the loss that makes the mean. */
export function drawErrors({ n, margin, disagreement }: Loss, random: RandomSource): PairedFigures {
  const sums = { n, sumD: 0, sumD2: 0, varied: 0 };
  for (let row = 0; row < n; row++) {
    if (share(random) >= disagreement) continue;
    const d = (margin / disagreement) * (normal(random) - 1);
    sums.sumD += d;
    sums.sumD2 += d * d;
    sums.varied++;
  }
  return { kind: 'meanDiff', metric: 'r', ...sums };
}
