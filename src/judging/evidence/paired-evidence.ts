import { type AucPair, aucDifference } from '../statistics/auc.js';
import {
  BINARY8_CELLS,
  BINARY_METRICS,
  type Binary8,
  type BinaryMetric,
  discordanceOf,
  pairedMetric,
} from '../statistics/binary8.js';
import { bootstrapEstimate } from '../statistics/bootstrap.js';
import { type Estimate } from '../statistics/estimate.js';
import { type MethodId } from '../statistics/methods.js';
import {
  clusteredMean,
  type ClusterDiff,
  effectiveN,
  type MeanDiff,
  pairedMean,
  type WeightedDiff,
  weightedMean,
} from '../statistics/means.js';
import { bonettPrice, type Discordance } from '../statistics/paired-proportions.js';
import { compensatedSum } from '../statistics/summation.js';
import { type EvidenceLevel, type PairedEvidence } from './gate-evidence.js';

/** A difference with its uncertainty, challenger − incumbent in units of the metric, and what it rests on. */
export interface Difference {
  level: EvidenceLevel;
  method: MethodId;
  estimate: Estimate;
  positives?: number;
  negatives?: number;
  discordance?: Discordance;
  /** Whether no row told the models apart, so that the standard error is that of one row imagined each way. */
  isAlike?: boolean;
  /** Rows of equal weight that would say as much. */
  effectiveN?: number;
  replicates?: readonly number[];
}

/** What paired evidence says of one metric on one slice, with all that must agree with the reports of each model. */
export interface PairedDifference extends Difference {
  n: number | null;
  challenger?: number | null;
  incumbent?: number | null;
  difference?: number;
  /** The mean of the replicates, which cannot lie far from the reported difference. */
  mean?: number;
  /** The challenger's accuracy that a table implies, whichever metric is read from it. */
  accuracy?: number | null;
}

/** Kinds in order of preference: those that know of clusters and weights first, replicates last. */
export const PAIRED_KINDS = ['clusterDiff', 'weightedDiff', 'binary8', 'aucPair', 'meanDiff', 'replicates'] as const;
export type PairedKind = (typeof PAIRED_KINDS)[number];

const ALIASES: Readonly<Record<string, BinaryMetric>> = {
  zero_one_loss: 'error_rate',
  f1_score: 'f1',
  sensitivity: 'recall',
  tpr: 'recall',
  tnr: 'specificity',
  ppv: 'precision',
  false_positive_rate: 'fpr',
  false_negative_rate: 'fnr',
  positive_rate: 'selection_rate',
};
const AUC_METRICS = new Set(['auc', 'auc_roc', 'roc_auc']);

/** The metric of the label × challenger × incumbent table that a metric name means. */
export function binaryMetric(metric: string): BinaryMetric | undefined {
  if (Object.hasOwn(ALIASES, metric)) return ALIASES[metric];
  return BINARY_METRICS.find((name) => name === metric);
}

/** Whether paired evidence speaks of a metric, as a question to ask of many entries. */
export function concerning(metric: string): (entry: PairedEvidence) => boolean {
  const isOfTable = binaryMetric(metric) !== undefined;
  const isAuc = AUC_METRICS.has(metric);
  return (entry) => {
    if (entry.kind === 'binary8') return isOfTable;
    if (entry.kind === 'aucPair' && entry.metric === undefined) return isAuc;
    return entry.metric === metric && PAIRED_KINDS.some((kind) => kind === entry.kind);
  };
}

/** Reads paired evidence of a metric; null when its numbers are impossible. */
export function readPaired(entry: PairedEvidence, metric: string, cells = cellsOf): PairedDifference | null {
  if (entry.kind === 'binary8') return readBinary8(cells(entry), metric);
  const reader = Object.hasOwn(READERS, entry.kind) ? READERS[entry.kind as keyof typeof READERS] : undefined;
  return reader?.(entry) ?? null;
}

const READERS: Record<Exclude<PairedKind, 'binary8'>, (entry: PairedEvidence) => PairedDifference | null> = {
  aucPair: readAucPair,
  meanDiff: (entry) => {
    const sums = numbers<MeanDiff>(entry, ['n', 'sumD', 'sumD2']);
    return sums && ofMean(pairedMean(sums), sums.n, sums.sumD / sums.n, 'paired_t');
  },
  clusterDiff: (entry) => {
    const sums = numbers<ClusterDiff>(entry, ['n', 'clusters', 'sumD', 'sumClusterD2', 'sumClusterND', 'sumClusterN2']);
    return sums && ofMean(clusteredMean(sums), sums.n, sums.sumD / sums.n, 'clustered_t');
  },
  weightedDiff: (entry) => {
    const sums = numbers<WeightedDiff>(entry, ['n', 'sumW', 'sumW2', 'sumWD', 'sumW2D', 'sumW2D2']);
    const read = sums && ofMean(weightedMean(sums), sums.n, sums.sumWD / sums.sumW, 'weighted_t');
    return read && { ...read, effectiveN: effectiveN(sums) ?? 0 };
  },
  replicates: readReplicates,
};

/** The eight cell counts of a binary8 entry, whole and not negative; null otherwise. */
export function cellsOf(entry: PairedEvidence): Binary8 | null {
  const counts = entry.counts;
  if (typeof counts !== 'object' || counts === null) return null;
  const cells = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const [cell, rows] of Object.entries(counts)) {
    const at = CELL_PLACES.get(cell);
    if (at === undefined || !Number.isSafeInteger(rows) || rows < 0) return null;
    cells[at] = rows;
  }
  return cells as unknown as Binary8;
}

const CELL_PLACES: ReadonlyMap<string, number> = new Map(BINARY8_CELLS.map((cell, at) => [cell, at]));

function readBinary8(cells: Binary8 | null, name: string): PairedDifference | null {
  const metric = binaryMetric(name);
  if (cells === null || metric === undefined) return null;
  const { challenger, incumbent, difference, errorOfOneEach = 0 } = pairedMetric(cells, metric);
  const discordance = discordanceOf(cells, metric);
  const isAlike = discordance === null && difference?.standardError === 0;
  const byDelta = isAlike ? { ...difference, standardError: errorOfOneEach } : difference;
  const estimate = discordance === null ? byDelta : bonettPrice(discordance);
  if (estimate === null) return null;
  const positives = cells[4] + cells[5] + cells[6] + cells[7];
  const negatives = cells[0] + cells[1] + cells[2] + cells[3];
  const n = positives + negatives;
  return {
    level: 'paired',
    estimate,
    method: discordance === null ? 'delta' : 'bonett_price',
    n,
    positives,
    negatives,
    challenger,
    incumbent,
    accuracy: n > 0 ? (cells[0] + cells[1] + cells[6] + cells[7]) / n : null,
    discordance: discordance ?? undefined,
    isAlike,
  };
}

function readAucPair(entry: PairedEvidence): PairedDifference | null {
  const pair = numbers<AucPair>(entry, ['aucC', 'aucI', 'varC', 'varI', 'cov', 'nPos', 'nNeg']);
  const estimate = pair && aucDifference(pair);
  if (pair === null || estimate === null) return null;
  const { nPos, nNeg, aucC, aucI } = pair;
  const n = nPos + nNeg;
  return {
    level: 'paired',
    estimate,
    method: 'delong',
    n,
    positives: nPos,
    negatives: nNeg,
    challenger: aucC,
    incumbent: aucI,
  };
}

function readReplicates(entry: PairedEvidence): PairedDifference | null {
  const { deltas, observed } = entry;
  if (!Array.isArray(deltas) || (observed !== undefined && !Number.isFinite(observed))) return null;
  if (!deltas.every((delta): delta is number => typeof delta === 'number' && Number.isFinite(delta))) return null;
  const mean = compensatedSum(deltas) / deltas.length;
  const estimate = bootstrapEstimate((observed as number | undefined) ?? mean, deltas);
  if (estimate === null) return null;
  const n = typeof entry.n === 'number' ? entry.n : null;
  const difference = observed as number | undefined;
  return { level: 'paired', estimate, method: 'paired_bootstrap', n, replicates: deltas, difference, mean };
}

function ofMean(estimate: Estimate | null, n: number, difference: number, method: MethodId): PairedDifference | null {
  return estimate === null ? null : { level: 'paired', estimate, method, n, difference };
}

function numbers<T>(entry: PairedEvidence, fields: readonly (keyof T & string)[]): T | null {
  for (const field of fields) if (!Number.isFinite(entry[field])) return null;
  return entry as unknown as T;
}
