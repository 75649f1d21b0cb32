import { type Measured, unpairedDifference } from '../statistics/estimate.js';
import { type EvidenceFault } from './choose-evidence.js';
import { type EvaluationIndex } from './evaluation-index.js';
import { type Difference, type PairedDifference } from './difference.js';
import { EVIDENCE_LEVELS, type EvidenceLevel, type MeasureEvidence } from './gate-evidence.js';
import { type MetricDefinition } from './metric-definition.js';
import { PAIRED_KINDS, type PairedEvidence } from './paired-kinds.js';
import { standardErrorOf } from './standard-error.js';

/** A difference; null when there are values alone; the fault of evidence that contradicts itself. */
export type EstimatedDifference = Difference | null | { fault: EvidenceFault };

/** Both values of a metric on a slice, and what is known of their difference. */
export interface DifferenceInput {
  metric: string;
  key: string;
  definition: MetricDefinition;
  challenger: EvaluationIndex;
  /** The paired entries against this incumbent that speak of the metric on this slice. */
  entries: readonly PairedEvidence[];
  own: MeasureEvidence & { value: number };
  theirs: MeasureEvidence & { value: number };
}

type PairedInput = Pick<DifferenceInput, 'metric' | 'key' | 'definition' | 'challenger' | 'entries' | 'own'> &
  Partial<Pick<DifferenceInput, 'theirs'>>;

/** Numbers agree when they differ by no more than rounding, gates.md §1.4. */
const AGREEMENT = 1e-9;
/** Replicates whose mean lies this many of their standard deviations off are of something else. */
const SCATTER = 6;

/** The strongest difference the evidence allows; null when it holds values alone; a fault when it contradicts itself. */
export function estimateDifference(input: DifferenceInput): EstimatedDifference {
  return input.entries.length === 0 ? unpaired(input) : paired(input);
}

/** What contradicts the reports in paired evidence of a slice that is judged with others; without an incumbent theirs is absent. */
export function pairedFault(input: PairedInput): EvidenceFault | undefined {
  return input.entries.length === 0 ? undefined : paired(input).fault;
}

/** The difference that the strongest entries hold; there is at least one. */
function paired(input: PairedInput): (PairedDifference & { fault?: undefined }) | { fault: EvidenceFault } {
  const { entries, challenger, metric, definition } = input;
  const best = strongest(entries);
  const entry = best[0]!;
  if (best.length > 1)
    return { fault: inconsistent(`it holds ${best.length} entries of kind ${entry.kind} for one slice`) };
  const read = challenger.read(entry, { metric, isShare: definition.kind === 'proportion' });
  if (read === null) return { fault: inconsistent(`its ${entry.kind} numbers are impossible`) };
  const contradiction = contradictionOf(read, input);
  return contradiction === undefined ? read : { fault: inconsistent(contradiction) };
}

/** The entries of the kind that knows most. */
export function strongest(entries: readonly PairedEvidence[]): readonly PairedEvidence[] {
  if (entries.length < 2) return entries;
  const byKind = PAIRED_KINDS.map((kind) => entries.filter((entry) => entry.kind === kind));
  return byKind.find((same) => same.length > 0) ?? entries;
}

/** Whether evidence of one level is at least as strong as another. */
export function isAtLeast(level: EvidenceLevel, needed: EvidenceLevel): boolean {
  return EVIDENCE_LEVELS.indexOf(level) >= EVIDENCE_LEVELS.indexOf(needed);
}

function unpaired({ own, theirs, definition }: DifferenceInput): Difference | null {
  const ours = measured(own, definition);
  const others = measured(theirs, definition);
  const estimate = ours && others && unpairedDifference(ours, others);
  return estimate ? { level: 'interval', method: 'unpaired_normal', estimate } : null;
}

function measured(measure: MeasureEvidence & { value: number }, definition: MetricDefinition): Measured | null {
  const standardError = standardErrorOf(measure, definition);
  return standardError === null ? null : { value: measure.value, standardError };
}

/** What paired evidence says that the models' own reports contradict. */
function contradictionOf(read: PairedDifference, { own, theirs, challenger, key }: PairedInput): string | undefined {
  const miscount = countContradiction(read.n, own.count) ?? countContradiction(read.n, theirs?.count ?? null);
  if (miscount !== undefined) return miscount;
  const scale = Math.max(Math.abs(own.value), Math.abs(theirs?.value ?? 0));
  const ofChallenger =
    valueContradiction('challenger', read.challenger, own.value, scale) ?? accuracyContradiction(read, challenger, key);
  if (ofChallenger !== undefined || theirs === undefined) return ofChallenger;
  return (
    valueContradiction('incumbent', read.incumbent, theirs.value, scale) ??
    valueContradiction('difference', read.difference, own.value - theirs.value, scale) ??
    replicatesContradiction(read, own.value - theirs.value, scale)
  );
}

function countContradiction(n: number | null, reported: number | null): string | undefined {
  return n === null || reported === null || n === reported ? undefined : `it covers ${n} rows, the report ${reported}`;
}

function valueContradiction(
  what: string,
  implied: number | null | undefined,
  reported: number,
  scale: number,
): string | undefined {
  return implied == null || agrees(implied, reported, scale)
    ? undefined
    : `it implies ${implied} as ${what}, the reports ${reported}`;
}

/** Replicates scatter around the difference they are of, even where resampling biases the metric a little. */
function replicatesContradiction(
  { mean, estimate }: PairedDifference,
  reported: number,
  scale: number,
): string | undefined {
  if (
    mean === undefined ||
    Math.abs(mean - reported) <= SCATTER * estimate.standardError + AGREEMENT * Math.max(1, scale)
  )
    return undefined;
  return `its replicates lie around ${mean}, the reports differ by ${reported}`;
}

/** A table must reproduce the challenger's accuracy, whichever metric is judged on it. */
function accuracyContradiction(read: PairedDifference, challenger: EvaluationIndex, key: string): string | undefined {
  const implied = read.accuracy;
  const reported = implied == null ? undefined : challenger.find('accuracy', key)?.value;
  return implied == null || reported == null || agrees(implied, reported, 1)
    ? undefined
    : `it implies an accuracy of ${implied}, the report says ${reported}`;
}

function agrees(a: number, b: number, scale: number): boolean {
  return Math.abs(a - b) <= AGREEMENT * Math.max(1, scale);
}

function inconsistent(detail: string): EvidenceFault {
  return {
    status: 'ERROR',
    reasonCode: 'EVIDENCE_INCONSISTENT',
    detail: `the paired evidence contradicts the reports: ${detail}`,
    remediation: 'Compute paired evidence and metrics from the same rows and submit the evaluation again.',
  };
}
