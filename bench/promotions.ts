import { type PairedFigures } from '../src/judging/evidence/paired-kinds.js';
import { randomSource } from '../src/judging/statistics/random.js';
import {
  drawErrors,
  drawUnits,
  drawWeighted,
  exactRate,
  type Loss,
  promotes,
  simulatedRate,
} from '../test/support/judging/false-promotion.js';

const RUNS = Number(process.env.SIMULATION_RUNS ?? 4_000);
const SIZES = [30, 100, 240, 300, 1000, 5000];
const DISAGREEMENTS = [0.01, 0.015, 0.02, 0.05, 0.1, 0.2];
const MARGIN = 0.01;

/** Every task whose accuracy is a share of rows: binary from a table, several classes from sums. */
const binary =
  (n: number) =>
  (wins: number, losses: number): PairedFigures => ({
    kind: 'binary8',
    counts: { '110': wins, '101': losses, '111': n - wins - losses },
  });
const classes =
  (n: number) =>
  (wins: number, losses: number): PairedFigures => ({
    kind: 'meanDiff',
    metric: 'accuracy',
    n,
    sumD: wins - losses,
    sumD2: wins + losses,
  });

function simulated(draw: (loss: Loss, random: ReturnType<typeof randomSource>) => PairedFigures, metric: string) {
  return (loss: Loss): number => {
    const random = randomSource(20_261_128n);
    return simulatedRate(RUNS, () => promotes(draw(loss, random), metric, loss.margin));
  };
}

const KINDS: readonly [string, (loss: Loss) => number][] = [
  ['accuracy, binary (exact)', (loss) => exactRate(loss, binary(loss.n))],
  ['accuracy, several classes (exact)', (loss) => exactRate(loss, classes(loss.n))],
  ['accuracy, weights of spread 0.5', simulated((loss, random) => drawWeighted(loss, 0.5, random), 'accuracy')],
  ['accuracy, weights of spread 1', simulated((loss, random) => drawWeighted(loss, 1, random), 'accuracy')],
  ['accuracy, units of 1 to 5 rows', simulated(drawUnits, 'accuracy')],
  ['another mean', simulated(drawErrors, 'r')],
];

const text = (rate: number): string => rate.toFixed(3).replace(/^0/, '');
process.stdout.write(
  `Share promoted though the whole margin of ${MARGIN} is lost; simulated by ${RUNS} runs where not exact\n\n`,
);
process.stdout.write(`| evidence | n | ${DISAGREEMENTS.map((share) => `${share * 100} %`).join(' | ')} |\n`);
process.stdout.write(`| --- | --- |${' --- |'.repeat(DISAGREEMENTS.length)}\n`);
for (const [name, rateOf] of KINDS)
  for (const n of SIZES) {
    const cells = DISAGREEMENTS.map((disagreement) => text(rateOf({ n, margin: MARGIN, disagreement })));
    process.stdout.write(`| ${name} | ${n} | ${cells.join(' | ')} |\n`);
  }
