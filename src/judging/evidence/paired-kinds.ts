import { aucDifference } from '../statistics/auc.js';
import { type Binary8, type BINARY8_CELLS, discordanceOf, pairedMetric } from '../statistics/binary8.js';
import { bootstrapEstimate } from '../statistics/bootstrap.js';
import { type Estimate } from '../statistics/estimate.js';
import { clusteredMean, effectiveN, type MeanDiff, pairedMean, weightedMean } from '../statistics/means.js';
import { type MethodId } from '../statistics/methods.js';
import {
  agreesWith,
  areOfOutcomes,
  pairsOfSums,
  pairsOfUnits,
  pairsOfWeights,
  type Tally,
} from '../statistics/outcome-pairs.js';
import { bonettPrice, type Discordance } from '../statistics/paired-proportions.js';
import { compensatedSum } from '../statistics/summation.js';
import { type PairedDifference } from './difference.js';
import { binaryMetric, isAuc, isOfOutcomes } from './metric-names.js';
import { type FieldValues, PAIRED_FIELDS, type PairedFieldName } from './paired-fields.js';

/** Reads the table of an entry; null for one of another kind or with impossible counts. */
export type CellsOf = (entry: object) => Binary8 | null;

/** Everything that one kind of paired evidence is: the fields it needs and may have, and what they say of a metric. */
interface PairedKindOf<Needed extends PairedFieldName, Optional extends PairedFieldName> {
  readonly needs: readonly Needed[];
  readonly mayHave: readonly Optional[];
  /** Kinds of a lower rank know more and are preferred: those that know of clusters and weights first, replicates last. */
  readonly rank: number;
  /** The difference in a metric, which may be known to be a share of right outcomes; null when the numbers are impossible. */
  readonly read: (entry: FieldValues<Needed, Optional>, metric: string, isShare: boolean) => PairedDifference | null;
}

/** What is read from paired evidence: a metric, and whether its definition says that it is a share of right outcomes. */
export interface ReadMetric {
  metric: string;
  isShare: boolean;
}

function kind<Needed extends PairedFieldName, Optional extends PairedFieldName>(
  described: PairedKindOf<Needed, Optional>,
) {
  const holds = (entry: object): entry is FieldValues<Needed, Optional> => faultyFields(described, entry).length === 0;
  /** Evidence was checked when it was submitted, and is still not trusted to be whole. */
  const readAny = (entry: object, { metric, isShare }: ReadMetric): PairedDifference | null =>
    holds(entry) ? described.read(entry, metric, isShare) : null;
  return { ...described, holds, readAny };
}

/** Fields of an entry that its kind needs or may have and that are missing or out of shape. */
export function faultyFields(
  { needs, mayHave }: Pick<PairedKindOf<PairedFieldName, PairedFieldName>, 'needs' | 'mayHave'>,
  entry: object,
): PairedFieldName[] {
  const values = entry as Readonly<Record<string, unknown>>;
  return [
    ...needs.filter((field) => !PAIRED_FIELDS[field].is(values[field])),
    ...mayHave.filter((field) => values[field] !== undefined && !PAIRED_FIELDS[field].is(values[field])),
  ];
}

const KINDS = {
  binary8: {
    ...kind({
      needs: ['counts'],
      mayHave: [],
      rank: 3,
      read: ({ counts }, metric) => readTable(toCells(counts), metric),
    }),
    /** A table is looked through once for all metrics that are read from it. */
    readAny: (entry: object, { metric }: ReadMetric, cells: CellsOf) => readTable(cells(entry), metric),
  },
  meanDiff: kind({
    needs: ['metric', 'n', 'sumD', 'sumD2'],
    mayHave: ['varied'],
    rank: 5,
    read: (sums, metric, isShare) => {
      const mean = ofEstimate(pairedMean(sums), sums.n, sums.sumD / sums.n, 'paired_t');
      const isOfPairs = isShare || isOfOutcomes(metric) || showsOutcomes(sums);
      const { varied = areOfOutcomes(sums) ? sums.sumD2 : undefined } = sums;
      return mean && ofPairs(isOfPairs ? pairsOfSums(sums) : null, mean, { varied });
    },
  }),
  clusterDiff: kind({
    needs: ['metric', 'n', 'clusters', 'sumD', 'sumClusterD2', 'sumClusterND', 'sumClusterN2'],
    mayHave: ['varied', 'wins', 'losses'],
    rank: 1,
    read: (sums, metric, isShare) => {
      const mean = ofEstimate(clusteredMean(sums), sums.n, sums.sumD / sums.n, 'clustered_t');
      const pairs = isShare || isOfOutcomes(metric) ? pairsOfUnits(sums, tallyOf(sums)) : null;
      return mean && ofPairs(pairs, mean, sums);
    },
  }),
  weightedDiff: kind({
    needs: ['metric', 'n', 'sumW', 'sumW2', 'sumWD', 'sumW2D', 'sumW2D2'],
    mayHave: ['varied', 'wins', 'losses'],
    rank: 2,
    read: (sums, metric, isShare) => {
      const mean = ofEstimate(weightedMean(sums), sums.n, sums.sumWD / sums.sumW, 'weighted_t');
      const tally = tallyOf(sums);
      const isOfPairs = isShare || isOfOutcomes(metric);
      if (isOfPairs && tally !== undefined && !agreesWith(tally, sums)) return null;
      const pairs = isOfPairs ? pairsOfWeights(sums, tally) : null;
      return mean && { ...ofPairs(pairs, mean, sums), effectiveN: effectiveN(sums) ?? 0 };
    },
  }),
  /** An AUC names itself. */
  aucPair: kind({
    needs: ['aucC', 'aucI', 'varC', 'varI', 'cov', 'nPos', 'nNeg'],
    mayHave: ['metric'],
    rank: 4,
    read: (pair) => {
      const { nPos, nNeg, aucC, aucI } = pair;
      const read = ofEstimate(aucDifference(pair), nPos + nNeg, undefined, 'delong');
      return (
        read && {
          ...read,
          isUnvaried: isFlat(read),
          positives: nPos,
          negatives: nNeg,
          challenger: aucC,
          incumbent: aucI,
        }
      );
    },
  }),
  /** Replicates scatter around the reported difference, and so may leave it out. */
  replicates: kind({
    needs: ['metric', 'deltas'],
    mayHave: ['observed', 'n'],
    rank: 6,
    read: ({ deltas, observed, n = null }) => {
      const mean = compensatedSum(deltas) / deltas.length;
      const read = ofEstimate(bootstrapEstimate(observed ?? mean, deltas), n, observed, 'paired_bootstrap');
      return read && { ...read, isUnvaried: isFlat(read), replicates: deltas, mean };
    },
  }),
};

export type PairedKind = keyof typeof KINDS;

/** The numbers of any kind of paired evidence, without the slice they are of. */
export type PairedFigures = {
  [K in PairedKind]: { kind: K } & Parameters<(typeof KINDS)[K]['read']>[0];
}[PairedKind];

/** Paired evidence against one incumbent on one slice. */
export type PairedEvidence = PairedFigures & { incumbentVersion: number; sliceKey: string };

const NAMES = Object.keys(KINDS) as PairedKind[];

/** Kinds in order of preference. */
export const PAIRED_KINDS: readonly PairedKind[] = NAMES.toSorted((a, b) => KINDS[a].rank - KINDS[b].rank);

/** The fields of each kind, by its name. */
export const FIELDS_OF_KINDS: ReadonlyMap<string, Parameters<typeof faultyFields>[0]> = new Map(Object.entries(KINDS));

/** Reads paired evidence of a metric; null when its numbers are impossible. */
export function readPaired(
  entry: PairedEvidence,
  metric: ReadMetric,
  cells: CellsOf = cellsOf,
): PairedDifference | null {
  return Object.hasOwn(KINDS, entry.kind) ? KINDS[entry.kind].readAny(entry, metric, cells) : null;
}

/** Whether paired evidence speaks of a metric, as a question to ask of many entries. */
export function concerning(metric: string): (entry: PairedEvidence) => boolean {
  const isOfTable = binaryMetric(metric) !== undefined;
  const isOfAuc = isAuc(metric);
  return (entry) => {
    if (entry.kind === 'binary8') return isOfTable;
    if (entry.kind === 'aucPair' && entry.metric === undefined) return isOfAuc;
    return entry.metric === metric && Object.hasOwn(KINDS, entry.kind);
  };
}

/** The eight cell counts of a binary8 entry, whole and not negative; null otherwise. */
export function cellsOf(entry: object): Binary8 | null {
  return KINDS.binary8.holds(entry) ? toCells(entry.counts) : null;
}

function toCells(counts: Readonly<Record<string, number>>): Binary8 {
  const rows = (cell: (typeof BINARY8_CELLS)[number]): number => counts[cell] ?? 0;
  return [rows('000'), rows('001'), rows('010'), rows('011'), rows('100'), rows('101'), rows('110'), rows('111')];
}

/** The sums of a meanDiff entry; null for another one. */
export function meanSumsOf(entry: PairedEvidence): (MeanDiff & Variation) | null {
  return entry.kind === 'meanDiff' && KINDS.meanDiff.holds(entry) ? entry : null;
}

function readTable(cells: Binary8 | null, name: string): PairedDifference | null {
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

/** Rows, or units, whose difference is not the most frequent one, where it is known. */
interface Variation {
  varied?: number;
}

/** Rows, or units, that have to differ from the most frequent difference for a t interval to hold (gates S3a). */
const FEWEST_VARIED = 10;

/** Of a metric that is not known: whole sums are of outcomes where they cannot be of a few larger differences. */
function showsOutcomes(sums: MeanDiff & Variation): boolean {
  const { varied, sumD2 } = sums;
  return areOfOutcomes(sums) && sumD2 >= FEWEST_VARIED && (varied === undefined || varied === sumD2);
}

function tallyOf({ wins, losses }: Partial<Tally>): Tally | undefined {
  return wins === undefined || losses === undefined ? undefined : { wins, losses };
}

/** A mean of outcomes goes by wins and losses where their interval is no narrower; any other has to vary (gates S3a). */
function ofPairs(pairs: Discordance | null, mean: PairedDifference, { varied }: Variation): PairedDifference {
  const estimate = pairs === null ? null : bonettPrice(pairs);
  if (pairs === null || estimate === null)
    return { ...mean, isUnvaried: isFlat(mean) || (varied ?? FEWEST_VARIED) < FEWEST_VARIED };
  if (mean.method === 'clustered_t' && mean.estimate.standardError > estimate.standardError)
    return { ...mean, discordance: pairs };
  const { point } = mean.estimate;
  return { ...mean, estimate: { ...estimate, point }, method: 'bonett_price', discordance: pairs };
}

/** Whether the evidence shows no variation at all, which says nothing of the rows that were not measured. */
function isFlat({ estimate }: PairedDifference): boolean {
  return estimate.standardError === 0;
}

function ofEstimate(
  estimate: Estimate | null,
  n: number | null,
  difference: number | undefined,
  method: MethodId,
): PairedDifference | null {
  return estimate === null ? null : { level: 'paired', estimate, method, n, difference };
}
