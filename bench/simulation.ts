import { type Verdict } from '../src/judging/verdict/verdict.js';
import { type GatePolicy } from '../src/judging/policy/gate-policy.js';
import { policy } from '../test/support/judging/gate-builders.js';
import {
  evenSlices,
  skewedSlices,
  STANDARD,
  type Truth,
  verdictRates,
} from '../test/support/judging/simulated-models.js';

const RUNS = Number(process.env.SIMULATION_RUNS ?? 5_000);
const SEED = 20_261_120n;

const onSlices = (rule: object): object => ({ metric: 'accuracy', minSliceSize: 0, slicesOf: ['group'], ...rule });
const critical = [{ group: 'g9' }];

/** The rules people write, in the order of gates.md §1.14, and the preset. */
const POLICIES: readonly [string, GatePolicy][] = [
  ['point, no loss anywhere', policy({ rules: [onSlices({ maxRegression: 0, includeOverall: true })] })],
  [
    'point, within margins',
    policy({
      rules: [{ metric: 'accuracy', maxRegression: 0.01 }, onSlices({ maxRegression: 0.02 })],
    }),
  ],
  [
    'non-inferiority everywhere',
    policy({
      rules: [
        { kind: 'regression', metric: 'accuracy', mode: 'non_inferiority', margin: { abs: 0.01 } },
        onSlices({ kind: 'regression', mode: 'non_inferiority', margin: { abs: 0.02 } }),
      ],
    }),
  ],
  ['standard', STANDARD],
  [
    'standard, smallest slice critical',
    policy({
      preset: 'standard',
      rules: [
        { id: 'overall', metric: 'accuracy', maxRegression: 0.01 },
        { id: 'slices', metric: 'accuracy', maxRegression: 0.02, slicesOf: ['group'] },
        { id: 'key', metric: 'accuracy', maxRegression: 0.02, slices: critical },
      ],
    }),
  ],
];

const TRUTHS: readonly [string, Truth][] = [
  ['10 × 500, equal models', evenSlices(500, 0)],
  ['10 × 500, +1 pt', evenSlices(500, 0.01)],
  ['10 × 500, one slice −5 pt', evenSlices(500, 0, -0.05)],
  ['10 × 500, −1 pt everywhere', evenSlices(500, -0.01)],
  ['10 × 500, −2 pt everywhere', evenSlices(500, -0.02)],
  ['10 × 2000, equal models', evenSlices(2000, 0)],
  ['8000 … 50, −5 pt in the slice of 50', skewedSlices(50)],
  ['8000 … 50, −5 pt in the slice of 1000', skewedSlices(1000)],
];

function cell(rates: Record<Verdict, number>): string {
  const text = (share: number): string => share.toFixed(3).replace(/^0/, '');
  return `${text(rates.PASS)} (${text(rates.FAIL)}, ${text(rates.INCONCLUSIVE)})`;
}

process.stdout.write(`Share promoted (refused, inconclusive) in ${RUNS} promotions each\n\n`);
process.stdout.write(
  `| truth | ${POLICIES.map(([name]) => name).join(' | ')} |\n| --- |${' --- |'.repeat(POLICIES.length)}\n`,
);
for (const [name, truth] of TRUTHS) {
  const cells = POLICIES.map(([, judged]) => cell(verdictRates(judged, truth, RUNS, SEED)));
  process.stdout.write(`| ${name} | ${cells.join(' | ')} |\n`);
}
