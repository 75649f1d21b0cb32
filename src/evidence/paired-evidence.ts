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
import {
  clusteredMean,
  type ClusterDiff,
  type MeanDiff,
  pairedMean,
  type WeightedDiff,
  weightedMean,
} from '../statistics/means.js';
import { bonettPrice, type Discordance } from '../statistics/paired-proportions.js';
import { type PairedEvidence } from './gate-evidence.js';

/** What paired evidence says of one metric on one slice, challenger − incumbent in units of the metric. */
export interface PairedDifference {
  kind: string;
  estimate: Estimate;
  method: string;
  n: number | null;
  positives?: number;
  negatives?: number;
  discordance?: Discordance;
  replicates?: readonly number[];
  /** The values of each model that the evidence implies, to be checked against their own reports. */
  challenger?: number | null;
  incumbent?: number | null;
  difference?: number;
}

/** Kinds in order of preference: those that know of clusters and weights first, replicates last. */
export const PAIRED_KINDS = ['clusterDiff', 'weightedDiff', 'binary8', 'aucPair', 'meanDiff', 'replicates'] as const;
type PairedKind = (typeof PAIRED_KINDS)[number];

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

/** Whether paired evidence speaks of a metric. */
export function concerns(entry: PairedEvidence, metric: string): boolean {
  if (entry.kind === 'binary8') return binaryMetric(metric) !== undefined;
  if (entry.kind === 'aucPair' && entry.metric === undefined) return AUC_METRICS.has(metric);
  return entry.metric === metric && PAIRED_KINDS.some((kind) => kind === entry.kind);
}

/** Reads paired evidence of a metric; null when its numbers are impossible. */
export function readPaired(entry: PairedEvidence, metric: string): PairedDifference | null {
  const reader = Object.hasOwn(READERS, entry.kind) ? READERS[entry.kind as PairedKind] : undefined;
  return reader?.(entry, metric) ?? null;
}

const READERS: Record<PairedKind, (entry: PairedEvidence, metric: string) => PairedDifference | null> = {
  binary8: readBinary8,
  aucPair: readAucPair,
  meanDiff: (entry) => {
    const sums = numbers<MeanDiff>(entry, ['n', 'sumD', 'sumD2']);
    return sums && ofMean(entry, pairedMean(sums), sums.n, sums.sumD / sums.n, 'paired t');
  },
  clusterDiff: (entry) => {
    const sums = numbers<ClusterDiff>(entry, ['n', 'clusters', 'sumD', 'sumClusterD2', 'sumClusterND', 'sumClusterN2']);
    return sums && ofMean(entry, clusteredMean(sums), sums.n, sums.sumD / sums.n, 'cluster-robust t');
  },
  weightedDiff: (entry) => {
    const sums = numbers<WeightedDiff>(entry, ['n', 'sumW', 'sumW2', 'sumWD', 'sumW2D', 'sumW2D2']);
    return sums && ofMean(entry, weightedMean(sums), sums.n, sums.sumWD / sums.sumW, 'weighted t');
  },
  replicates: readReplicates,
};

/** The eight cell counts of a binary8 entry, whole and not negative; null otherwise. */
export function cellsOf(entry: PairedEvidence): Binary8 | null {
  const counts = entry.counts;
  if (typeof counts !== 'object' || counts === null) return null;
  const known = counts as Record<string, unknown>;
  if (Object.keys(known).some((cell) => !BINARY8_CELLS.some((name) => name === cell))) return null;
  const cells = BINARY8_CELLS.map((cell) => (Object.hasOwn(known, cell) ? known[cell] : 0));
  return cells.every((rows) => Number.isSafeInteger(rows) && (rows as number) >= 0)
    ? (cells as unknown as Binary8)
    : null;
}

function readBinary8(entry: PairedEvidence, name: string): PairedDifference | null {
  const cells = cellsOf(entry);
  const metric = binaryMetric(name);
  if (cells === null || metric === undefined) return null;
  const { challenger, incumbent, difference } = pairedMetric(cells, metric);
  const discordance = discordanceOf(cells, metric);
  const estimate = discordance === null ? difference : bonettPrice(discordance);
  if (estimate === null) return null;
  const positives = cells[4] + cells[5] + cells[6] + cells[7];
  const negatives = cells[0] + cells[1] + cells[2] + cells[3];
  return {
    kind: 'binary8',
    estimate,
    method: discordance === null ? 'delta method' : 'Bonett–Price',
    n: positives + negatives,
    positives,
    negatives,
    challenger,
    incumbent,
    ...(discordance === null ? {} : { discordance }),
  };
}

function readAucPair(entry: PairedEvidence): PairedDifference | null {
  const pair = numbers<AucPair>(entry, ['aucC', 'aucI', 'varC', 'varI', 'cov', 'nPos', 'nNeg']);
  const estimate = pair && aucDifference(pair);
  if (pair === null || estimate === null) return null;
  const { nPos, nNeg, aucC, aucI } = pair;
  const n = nPos + nNeg;
  return {
    kind: 'aucPair',
    estimate,
    method: 'DeLong',
    n,
    positives: nPos,
    negatives: nNeg,
    challenger: aucC,
    incumbent: aucI,
  };
}

function readReplicates(entry: PairedEvidence): PairedDifference | null {
  const deltas = entry.deltas;
  const observed = entry.observed;
  if (!Array.isArray(deltas) || typeof observed !== 'number' || !Number.isFinite(observed)) return null;
  if (!deltas.every((delta): delta is number => typeof delta === 'number' && Number.isFinite(delta))) return null;
  const estimate = bootstrapEstimate(observed, deltas);
  if (estimate === null) return null;
  const n = typeof entry.n === 'number' ? entry.n : null;
  return { kind: 'replicates', estimate, method: 'paired bootstrap', n, replicates: deltas, difference: observed };
}

function ofMean(
  entry: PairedEvidence,
  estimate: Estimate | null,
  n: number,
  difference: number,
  method: string,
): PairedDifference | null {
  return estimate === null ? null : { kind: entry.kind, estimate, method, n, difference };
}

function numbers<T>(entry: PairedEvidence, fields: readonly (keyof T & string)[]): T | null {
  const values = fields.map((field) => [field, entry[field]] as const);
  return values.every(([, value]) => typeof value === 'number' && Number.isFinite(value))
    ? (Object.fromEntries(values) as T)
    : null;
}
