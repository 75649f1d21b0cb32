import { type Binary8, BINARY8_CELLS, pairedMetric } from '../statistics/binary8.js';
import { type MeanDiff } from '../statistics/means.js';
import { type EvidenceFault } from './choose-evidence.js';
import { pairedFault, strongest } from './estimate-difference.js';
import { type EvaluationIndex } from './evaluation-index.js';
import { type MeasureEvidence } from './gate-evidence.js';
import { type MetricDefinition } from './metric-definition.js';
import { binaryMetric } from './metric-names.js';
import { cellsOf, meanSumsOf, type PairedEvidence } from './paired-kinds.js';
import { standardErrorOf } from './standard-error.js';

type Finite = MeasureEvidence & { value: number; count: number };

/** A small slice with the values of both models; theirs is absent without an incumbent. */
export interface SmallSlice {
  key: string;
  own: Finite;
  theirs: Finite | undefined;
}

/** The measures and paired evidence of several slices taken as one. */
export interface Pooled {
  own: MeasureEvidence;
  theirs: MeasureEvidence | undefined;
  paired: PairedEvidence[];
}

/** Slices whose paired evidence contradicts the reports: what is taken together has to be right part by part. */
export function contradictedSlices(
  metric: string,
  slices: readonly SmallSlice[],
  { definition, challenger, incumbent }: PoolSources,
): { key: string; fault: EvidenceFault }[] {
  const incumbentVersion = incumbent?.evaluation.version ?? null;
  const pairs = challenger.pairsOf(metric, incumbentVersion);
  return slices.flatMap(({ key, own, theirs }) => {
    const fault = pairedFault({ metric, key, definition, challenger, entries: pairs(key), own, theirs });
    return fault === undefined ? [] : [{ key, fault }];
  });
}

/** What small slices are taken together from. */
export interface PoolSources {
  definition: MetricDefinition;
  challenger: EvaluationIndex;
  incumbent: EvaluationIndex | undefined;
}

/** Takes small slices together: from summed tables, from summed differences, or as means weighted by rows; null where a metric has no such sum. */
export function poolSlices(
  metric: string,
  pooledKey: string,
  slices: readonly SmallSlice[],
  { definition, challenger, incumbent }: PoolSources,
): Pooled | 'incomplete' | null {
  const incumbentVersion = incumbent?.evaluation.version ?? null;
  const pairs = challenger.pairsOf(metric, incumbentVersion);
  const entries = slices.map(({ key }) => strongest(pairs(key))[0]);
  const present = entries.filter((entry) => entry !== undefined);
  if (present.length > 0 && present.length < slices.length) return 'incomplete';
  const tables = present.map(cellsOf).filter((cells) => cells !== null);
  if (tables.length > 0 && tables.length === slices.length)
    return poolTables(metric, pooledKey, tables, slices, incumbentVersion);
  if (definition.kind !== 'proportion' && definition.kind !== 'mean') return null;
  const sums = present.map(meanSumsOf).filter((sum) => sum !== null);
  const paired =
    sums.length > 0 && sums.length === slices.length
      ? [sumOfMeans(metric, pooledKey, sums, incumbentVersion ?? 0)]
      : [];
  const theirs = slices.map((slice) => slice.theirs).filter((measure) => measure !== undefined);
  return {
    own: weightedMean(
      slices.map(({ own }) => own),
      pooledKey,
      definition,
    ),
    theirs: theirs.length === slices.length ? weightedMean(theirs, pooledKey, definition) : undefined,
    paired,
  };
}

function poolTables(
  metric: string,
  pooledKey: string,
  tables: readonly Binary8[],
  slices: readonly SmallSlice[],
  incumbentVersion: number | null,
): Pooled | null {
  const cells = BINARY8_CELLS.map((_, cell) => tables.reduce((sum, table) => sum + table[cell]!, 0));
  const name = binaryMetric(metric);
  if (name === undefined) return null;
  const { challenger, incumbent } = pairedMetric(cells as unknown as Binary8, name);
  const count = slices.reduce((sum, { own }) => sum + own.count, 0);
  const measure = (value: number | null): MeasureEvidence => ({ metric, sliceKey: pooledKey, value, count });
  const counts = Object.fromEntries(BINARY8_CELLS.map((cell, at) => [cell, cells[at]!]));
  const pair: PairedEvidence = {
    incumbentVersion: incumbentVersion ?? 0,
    sliceKey: pooledKey,
    kind: 'binary8',
    counts,
  };
  return { own: measure(challenger), theirs: measure(incumbent), paired: [pair] };
}

function weightedMean(measures: readonly Finite[], sliceKey: string, definition: MetricDefinition): MeasureEvidence {
  const count = measures.reduce((sum, measure) => sum + measure.count, 0);
  const value = measures.reduce((sum, measure) => sum + measure.value * measure.count, 0) / count;
  const errors = measures.map((measure) => standardErrorOf(measure, definition));
  const squares = measures.reduce((sum, measure, at) => sum + (measure.count * (errors[at] ?? Number.NaN)) ** 2, 0);
  const standardError = Math.sqrt(squares) / count;
  return {
    metric: measures[0]!.metric,
    sliceKey,
    value,
    count,
    standardError: Number.isFinite(standardError) ? standardError : null,
  };
}

function sumOfMeans(
  metric: string,
  sliceKey: string,
  sums: readonly (MeanDiff & { varied?: number })[],
  incumbentVersion: number,
): PairedEvidence {
  const total = (field: keyof MeanDiff) => sums.reduce((sum, entry) => sum + entry[field], 0);
  const isCounted = sums.every(({ varied }) => varied !== undefined);
  return {
    incumbentVersion,
    sliceKey,
    kind: 'meanDiff',
    metric,
    n: total('n'),
    sumD: total('sumD'),
    sumD2: total('sumD2'),
    // Slices share no most frequent difference, so that at least these many differ from that of all.
    ...(isCounted && { varied: sums.reduce((sum, { varied = 0 }) => sum + varied, 0) }),
  };
}
