import { type EvaluationEvidence, type MeasureEvidence } from './gate-evidence.js';

/** The measures of one evaluation by metric and slice. */
export interface EvaluationIndex {
  evaluation: EvaluationEvidence;
  metrics: ReadonlySet<string>;
  find(metric: string, sliceKey: string): MeasureEvidence | undefined;
  /** Whether the evaluation states this metric and slice twice with different values. */
  isAmbiguous(metric: string, sliceKey: string): boolean;
  /** Rows of a slice, from whichever metric states them. */
  rows(sliceKey: string): number | null;
}

/** Indexes an evaluation once, so that thousands of slices are judged in linear time. */
export function indexEvaluation(evaluation: EvaluationEvidence): EvaluationIndex {
  const measures = new Map<string, MeasureEvidence>();
  const ambiguous = new Set<string>();
  const rows = new Map<string, number>();
  for (const measure of evaluation.measures) {
    const key = measureKey(measure.metric, measure.sliceKey);
    const earlier = measures.get(key);
    if (earlier === undefined) measures.set(key, measure);
    else if (!Object.is(earlier.value, measure.value)) ambiguous.add(key);
    if (measure.count !== null) rows.set(measure.sliceKey, Math.max(measure.count, rows.get(measure.sliceKey) ?? 0));
  }
  return {
    evaluation,
    metrics: new Set(evaluation.measures.map(({ metric }) => metric)),
    find: (metric, slice) => measures.get(measureKey(metric, slice)),
    isAmbiguous: (metric, slice) => ambiguous.has(measureKey(metric, slice)),
    rows: (slice) => rows.get(slice) ?? null,
  };
}

function measureKey(metric: string, sliceKey: string): string {
  return `${metric}\0${sliceKey}`;
}
