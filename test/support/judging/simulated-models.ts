import { type GateEvidence, type MeasureEvidence } from '../../../src/judging/evidence/gate-evidence.js';
import { type PairedEvidence } from '../../../src/judging/evidence/paired-kinds.js';
import { sliceKey } from '../../../src/judging/evidence/slice-key.js';
import { evaluateGates } from '../../../src/judging/evaluate-gates.js';
import { type Verdict } from '../../../src/judging/verdict/verdict.js';
import { type GatePolicy } from '../../../src/judging/policy/gate-policy.js';
import { type RandomSource, randomSource } from '../../../src/judging/statistics/random.js';
import { evaluation, evidence, NOW, policy, version } from './gate-builders.js';

/** The truth about two models: rows of each slice, and how much better the challenger really is there. */
export interface Truth {
  slices: readonly { rows: number; gain: number }[];
}

/** Share of rows on which exactly one of the models is right, as in gates.md §1.14. */
const DISAGREEMENT = 0.06;
const BOTH_RIGHT = 0.8;

/** Ten slices of equal size with one gain everywhere, but for the first if it is said to differ. */
export function evenSlices(rows: number, gain: number, first = gain): Truth {
  return { slices: Array.from({ length: 10 }, (_, at) => ({ rows, gain: at === 0 ? first : gain })) };
}

/** Ten slices from 8,000 to 50 rows, with a loss of 5 points in the one of so many rows. */
export function skewedSlices(harmed: number): Truth {
  const sizes = [8000, 4000, 2000, 1000, 500, 250, 150, 120, 100, 50];
  return { slices: sizes.map((rows) => ({ rows, gain: rows === harmed ? -0.05 : 0 })) };
}

/** The policy whose rates §1.14 gives: no worse than 1 point overall, no detected loss of 2 points on any slice. */
export const STANDARD = policy({
  preset: 'standard',
  rules: [
    { id: 'overall', metric: 'accuracy', maxRegression: 0.01 },
    { id: 'slices', metric: 'accuracy', maxRegression: 0.02, slicesOf: ['group'] },
  ],
});

/** Wins, losses and rows of one slice. */
type Tally = [wins: number, losses: number, rows: number];

/** Evaluates both models on rows drawn afresh, and pairs them. */
export function drawEvidence({ slices }: Truth, random: RandomSource): GateEvidence {
  const tallies = slices.map(({ rows, gain }): Tally => draw(rows, gain, random));
  const whole = tallies.reduce<Tally>(
    (sum, tally) => [sum[0] + tally[0], sum[1] + tally[1], sum[2] + tally[2]],
    [0, 0, 0],
  );
  const parts = [pairOf({}, whole), ...tallies.map((tally, at) => pairOf({ group: `g${at}` }, tally))];
  return evidence([], [], {
    challenger: version(2, { stagedAt: '2026-11-10T00:00:00.000Z' }),
    challengerEvaluations: [
      evaluation(
        2,
        parts.map(({ own }) => own),
        { paired: parts.map(({ paired }) => paired) },
      ),
    ],
    incumbentEvaluations: [
      evaluation(
        1,
        parts.map(({ theirs }) => theirs),
      ),
    ],
  });
}

/** How often each verdict falls in so many promotions of models that relate like this. */
export function verdictRates(judged: GatePolicy, truth: Truth, runs: number, seed: bigint): Record<Verdict, number> {
  const random = randomSource(seed);
  const counts = { FAIL: 0, ERROR: 0, INCONCLUSIVE: 0, PASS: 0 };
  for (let run = 0; run < runs; run += 1) counts[evaluateGates(judged, drawEvidence(truth, random), NOW).verdict] += 1;
  const share = (verdict: Verdict): number => counts[verdict] / runs;
  return { FAIL: share('FAIL'), ERROR: share('ERROR'), INCONCLUSIVE: share('INCONCLUSIVE'), PASS: share('PASS') };
}

function draw(rows: number, gain: number, random: RandomSource): Tally {
  const winning = (DISAGREEMENT + gain) / 2;
  const tally: Tally = [0, 0, rows];
  for (let row = 0; row < rows; row += 1) {
    const chance = random.next() / 2 ** 32;
    if (chance < winning) tally[0] += 1;
    else if (chance < DISAGREEMENT) tally[1] += 1;
  }
  return tally;
}

function pairOf(
  slice: Record<string, string>,
  [wins, losses, count]: Tally,
): { own: MeasureEvidence; theirs: MeasureEvidence; paired: PairedEvidence } {
  const bothRight = Math.round(count * BOTH_RIGHT);
  const counts = { '110': wins, '101': losses, '111': bothRight, '100': count - wins - losses - bothRight };
  const key = sliceKey(slice);
  const accuracy = (right: number): MeasureEvidence => {
    return { metric: 'accuracy', sliceKey: key, value: (right + bothRight) / count, count };
  };
  return {
    own: accuracy(wins),
    theirs: accuracy(losses),
    paired: { incumbentVersion: 1, sliceKey: key, kind: 'binary8', counts },
  };
}
