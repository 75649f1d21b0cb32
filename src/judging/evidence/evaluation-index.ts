import { type Binary8 } from '../statistics/binary8.js';
import { parseSliceKey } from './slice-key.js';
import { type PairedDifference } from './difference.js';
import { type EvaluationEvidence, type MeasureEvidence } from './gate-evidence.js';
import { type CellsOf, cellsOf, concerning, type PairedEvidence, type ReadMetric, readPaired } from './paired-kinds.js';

/** The measures of one evaluation by metric and slice, and its paired evidence by slice. */
export interface EvaluationIndex {
  evaluation: EvaluationEvidence;
  metrics: ReadonlySet<string>;
  /** Keys of the slices that name exactly these features, such as `race&sex`. */
  slicesBy(features: string): readonly string[];
  find(metric: string, sliceKey: string): MeasureEvidence | undefined;
  /** Whether the evaluation states this metric and slice twice with different values. */
  isAmbiguous(metric: string, sliceKey: string): boolean;
  /** Rows of a slice, from whichever metric states them. */
  rows(sliceKey: string): number | null;
  /** Paired evidence of a metric against a version, by slice. */
  pairsOf(metric: string, incumbentVersion: number | null): (sliceKey: string) => readonly PairedEvidence[];
  /** Paired evidence of a metric, read once for all rules that use it; null when its numbers are impossible. */
  read(entry: PairedEvidence, metric: ReadMetric): PairedDifference | null;
}

/** Indexes an evaluation once, so that thousands of slices are judged in linear time. */
export function indexEvaluation(evaluation: EvaluationEvidence): EvaluationIndex {
  const measures = new Map<string, Map<string, MeasureEvidence>>();
  const ambiguous = new Map<string, Set<string>>();
  const rows = new Map<string, number>();
  for (const measure of evaluation.measures) {
    const { metric, sliceKey, count } = measure;
    const bySlice = measures.get(metric) ?? new Map<string, MeasureEvidence>();
    measures.set(metric, bySlice);
    const earlier = bySlice.get(sliceKey);
    if (earlier === undefined) bySlice.set(sliceKey, measure);
    else if (!Object.is(earlier.value, measure.value)) {
      ambiguous.set(metric, (ambiguous.get(metric) ?? new Set()).add(sliceKey));
    }
    if (count !== null) rows.set(sliceKey, Math.max(count, rows.get(sliceKey) ?? 0));
  }
  let byFeatures: Map<string, string[]> | undefined;
  return {
    evaluation,
    metrics: new Set(measures.keys()),
    slicesBy: (features) => (byFeatures ??= groupByFeatures(evaluation.measures)).get(features) ?? [],
    find: (metric, slice) => measures.get(metric)?.get(slice),
    isAmbiguous: (metric, slice) => ambiguous.get(metric)?.has(slice) === true,
    rows: (slice) => rows.get(slice) ?? null,
    pairsOf: pairsOf(evaluation.paired),
    read: rememberedReader(),
  };
}

/** The same index with further measures and paired evidence, such as those of pooled slices. */
export function withPooled(
  index: EvaluationIndex,
  pooled: { measures: readonly MeasureEvidence[]; paired: readonly PairedEvidence[] },
): EvaluationIndex {
  const measures = new Map(pooled.measures.map((measure) => [measureKey(measure.metric, measure.sliceKey), measure]));
  const counts = new Map(pooled.measures.map(({ sliceKey, count }) => [sliceKey, count]));
  const pooledPairs = pairsOf(pooled.paired);
  return {
    ...index,
    find: (metric, slice) => measures.get(measureKey(metric, slice)) ?? index.find(metric, slice),
    rows: (slice) => counts.get(slice) ?? index.rows(slice),
    pairsOf: (metric, version) => {
      const [ours, theirs] = [pooledPairs(metric, version), index.pairsOf(metric, version)];
      return (slice) => (counts.has(slice) ? ours(slice) : theirs(slice));
    },
  };
}

/** A measure with the rows of its slice where it states none itself. */
export function withRows<Measure extends MeasureEvidence>(index: EvaluationIndex, measure: Measure): Measure {
  return measure.count === null ? { ...measure, count: index.rows(measure.sliceKey) } : measure;
}

function rememberedReader(): EvaluationIndex['read'] {
  const known = new Map<string, Map<PairedEvidence, PairedDifference | null>>();
  const tables = new Map<object, Binary8 | null>();
  const cells: CellsOf = (entry) => {
    let table = tables.get(entry);
    if (table === undefined) tables.set(entry, (table = cellsOf(entry)));
    return table;
  };
  return (entry, metric) => {
    let ofMetric = known.get(metric.metric);
    if (ofMetric === undefined) known.set(metric.metric, (ofMetric = new Map()));
    let read = ofMetric.get(entry);
    if (read === undefined) ofMetric.set(entry, (read = readPaired(entry, metric, cells)));
    return read;
  };
}

function groupByFeatures(measures: readonly MeasureEvidence[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of new Set(measures.map(({ sliceKey }) => sliceKey))) {
    const features = Object.keys(parseSliceKey(key) ?? {}).join('&');
    const group = groups.get(features);
    if (group === undefined) groups.set(features, [key]);
    else group.push(key);
  }
  return groups;
}

/** Groups the entries that speak of a metric by slice, once for all rules on that metric. */
function pairsOf(paired: readonly PairedEvidence[]): EvaluationIndex['pairsOf'] {
  const known = new Map<string, Map<string, PairedEvidence[]>>();
  return (metric, version) => {
    const what = `${version}\0${metric}`;
    let bySlice = known.get(what);
    if (bySlice === undefined) {
      const speaks = concerning(metric);
      known.set(what, (bySlice = groupBySlice(paired.filter((e) => e.incumbentVersion === version && speaks(e)))));
    }
    const found = bySlice;
    return (slice) => found.get(slice) ?? NO_PAIRS;
  };
}

const NO_PAIRS: readonly PairedEvidence[] = [];

function groupBySlice(paired: readonly PairedEvidence[]): Map<string, PairedEvidence[]> {
  const bySlice = new Map<string, PairedEvidence[]>();
  for (const entry of paired) {
    const group = bySlice.get(entry.sliceKey);
    if (group === undefined) bySlice.set(entry.sliceKey, [entry]);
    else group.push(entry);
  }
  return bySlice;
}

function measureKey(metric: string, sliceKey: string): string {
  return `${metric}\0${sliceKey}`;
}
