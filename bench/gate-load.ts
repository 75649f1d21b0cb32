import { type GateEvidence, type MeasureEvidence } from '../src/judging/evidence/gate-evidence.js';
import { type PairedEvidence } from '../src/judging/evidence/paired-kinds.js';
import { type AucPair } from '../src/judging/statistics/auc.js';
import { sliceKey } from '../src/judging/evidence/slice-key.js';
import { BINARY8_CELLS, type Binary8, type BinaryMetric, pairedMetric } from '../src/judging/statistics/binary8.js';
import { type RandomSource, randomSource } from '../src/judging/statistics/random.js';
import { evaluation, evidence } from '../test/support/judging/gate-builders.js';

const TABLE_METRICS = ['accuracy', 'precision', 'recall', 'f1', 'specificity', 'fpr', 'error_rate'] as const;
const MEAN_METRICS = ['log_loss', 'brier'] as const;
const MODES = ['non_inferiority', 'no_detected_regression', 'superiority'] as const;

/** Everything said of one slice: the values of both models and the pairs. */
interface SliceLoad {
  own: MeasureEvidence[];
  theirs: MeasureEvidence[];
  paired: PairedEvidence[];
}

/** Two close models on many slices, each with its 2×2×2 table, two mean differences and a pair of AUCs. */
export function gateLoad(slices: number, seed: bigint): GateEvidence {
  const random = randomSource(seed);
  const loads = Array.from({ length: slices }, (_, at) => sliceLoad(sliceKey({ segment: `s${at}` }), random));
  const paired = loads.flatMap((load) => load.paired);
  const own = loads.flatMap((load) => load.own);
  const theirs = loads.flatMap((load) => load.theirs);
  return evidence([], [], {
    challengerEvaluations: [evaluation(2, own, { paired })],
    incumbentEvaluations: [evaluation(1, theirs)],
  });
}

/** As many rules as asked for, in turn of every metric and mode, each on all slices. */
export function gateRules(count: number): object[] {
  const metrics = [...TABLE_METRICS, ...MEAN_METRICS, 'auc'];
  return Array.from({ length: count }, (_, at) => ({
    id: `rule-${String(at).padStart(2, '0')}`,
    kind: 'regression',
    metric: metrics[at % metrics.length],
    mode: MODES[Math.floor(at / 2) % MODES.length],
    margin: { abs: 0.01 + 0.002 * at },
    slicesOf: ['segment'],
    minSliceSize: 50,
  }));
}

function sliceLoad(key: string, random: RandomSource): SliceLoad {
  const cells = tableOf(random);
  const count = cells.reduce((sum, rows) => sum + rows, 0);
  const load: SliceLoad = { own: [], theirs: [], paired: [] };
  const add = (metric: string, own: number | null, theirs: number | null): void => {
    load.own.push({ metric, sliceKey: key, value: own, count });
    load.theirs.push({ metric, sliceKey: key, value: theirs, count });
  };
  for (const metric of TABLE_METRICS as readonly BinaryMetric[]) {
    const { challenger, incumbent } = pairedMetric(cells, metric);
    add(metric, challenger, incumbent);
  }
  const counts = Object.fromEntries(BINARY8_CELLS.map((cell, at) => [cell, cells[at]!]));
  load.paired.push({ incumbentVersion: 1, sliceKey: key, kind: 'binary8', counts });
  for (const metric of MEAN_METRICS) {
    const mean = (share(random) - 0.5) * 0.02;
    add(metric, 0.3 + mean, 0.3);
    const sumD2 = count * (mean * mean + 0.01);
    load.paired.push({
      incumbentVersion: 1,
      sliceKey: key,
      kind: 'meanDiff',
      metric,
      n: count,
      sumD: count * mean,
      sumD2,
    });
  }
  load.paired.push({ incumbentVersion: 1, sliceKey: key, kind: 'aucPair', ...aucs(cells, random, add) });
  return load;
}

function aucs(cells: Binary8, random: RandomSource, add: (m: string, own: number, theirs: number) => void): AucPair {
  const [aucC, aucI] = [0.85 + 0.02 * share(random), 0.85 + 0.02 * share(random)];
  add('auc', aucC, aucI);
  const nPos = cells[4] + cells[5] + cells[6] + cells[7];
  const nNeg = cells[0] + cells[1] + cells[2] + cells[3];
  const variance = 0.05 / nPos + 0.05 / nNeg;
  return { aucC, aucI, varC: variance, varI: variance, cov: 0.8 * variance, nPos, nNeg };
}

/** Between 500 and 2,500 rows, a third of them positive, on which the models mostly agree. */
function tableOf(random: RandomSource): Binary8 {
  const rows = 500 + 2000 * share(random);
  const shares = [0.56, 0.02, 0.02, 0.06, 0.08, 0.02, 0.02, 0.22];
  return shares.map((part) => Math.round(rows * part * (0.8 + 0.4 * share(random)))) as unknown as Binary8;
}

function share(random: RandomSource): number {
  return random.next() / 2 ** 32;
}
