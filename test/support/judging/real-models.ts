import { readFileSync } from 'node:fs';
import { type GateEvidence, type MeasureEvidence } from '../../../src/judging/evidence/gate-evidence.js';
import { type PairedEvidence } from '../../../src/judging/evidence/paired-kinds.js';
import {
  BINARY8_CELLS,
  type Binary8,
  type BinaryMetric,
  pairedMetric,
} from '../../../src/judging/statistics/binary8.js';
import { type AucPair } from '../../../src/judging/statistics/auc.js';
import { evaluation, evidence } from './gate-builders.js';

/** Both values of a metric with the sums of its differences, or with differences on resamples. */
interface Mean {
  challenger: number;
  incumbent: number;
  sumD?: number;
  sumD2?: number;
  replicates?: number[];
}

/** What is known of two models on one slice. */
type Part = { n?: number; cells?: Binary8; auc?: AucPair } & Record<string, unknown>;

const TABLE_METRICS: readonly BinaryMetric[] = ['accuracy', 'precision', 'recall', 'f1'];

/** Real evaluations of two versions from a fixture, the challenger as version 2 against version 1. */
export function realEvidence(file: string, pair: string, rest: Partial<GateEvidence> = {}): GateEvidence {
  const text = readFileSync(new URL(`../../fixtures/gates/${file}.json`, import.meta.url), 'utf8');
  const slices = Object.entries((JSON.parse(text) as { pairs: Record<string, Record<string, Part>> }).pairs[pair]!);
  const own: MeasureEvidence[] = [];
  const theirs: MeasureEvidence[] = [];
  const paired: PairedEvidence[] = [];
  for (const [sliceKey, part] of slices) {
    const count = part.n ?? part.cells!.reduce((sum, rows) => sum + rows, 0);
    const add = (metric: string, challenger: number | null, incumbent: number | null): void => {
      own.push({ metric, sliceKey, value: challenger, count });
      theirs.push({ metric, sliceKey, value: incumbent, count });
    };
    const pairUp = (kind: string, fields: object): void => {
      paired.push({ incumbentVersion: 1, sliceKey, kind, ...fields } as PairedEvidence);
    };
    if (part.cells !== undefined) addTable(part.cells, add, pairUp);
    if (part.auc !== undefined) {
      add('auc', part.auc.aucC, part.auc.aucI);
      pairUp('aucPair', { metric: 'auc', ...part.auc });
    }
    for (const [metric, mean] of Object.entries(part).filter(isMean)) {
      add(metric, mean.challenger, mean.incumbent);
      const { sumD, sumD2, replicates } = mean;
      if (sumD !== undefined) pairUp('meanDiff', { metric, n: count, sumD, sumD2 });
      if (replicates !== undefined) pairUp('replicates', { metric, deltas: replicates });
    }
  }
  return evidence([], [], {
    challengerEvaluations: [evaluation(2, own, { paired })],
    incumbentEvaluations: [evaluation(1, theirs)],
    ...rest,
  });
}

function addTable(
  cells: Binary8,
  add: (metric: string, challenger: number | null, incumbent: number | null) => void,
  pairUp: (kind: string, fields: object) => void,
): void {
  for (const metric of TABLE_METRICS) {
    const { challenger, incumbent } = pairedMetric(cells, metric);
    add(metric, challenger, incumbent);
  }
  pairUp('binary8', { counts: Object.fromEntries(BINARY8_CELLS.map((cell, at) => [cell, cells[at]!])) });
}

function isMean(part: [string, unknown]): part is [string, Mean] {
  return typeof part[1] === 'object' && part[1] !== null && 'incumbent' in part[1];
}
