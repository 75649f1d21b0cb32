import { pairedMetric } from '../statistics/binary8.js';
import { type Estimate, type Measured, unpairedDifference } from '../statistics/estimate.js';
import { type Discordance } from '../statistics/paired-proportions.js';
import { type EvidenceFault } from './choose-evidence.js';
import { type EvaluationIndex } from './evaluation-index.js';
import { EVIDENCE_LEVELS, type EvidenceLevel, type MeasureEvidence, type PairedEvidence } from './gate-evidence.js';
import { type MetricDefinition } from './metric-definition.js';
import { cellsOf, concerns, PAIRED_KINDS, type PairedDifference } from './paired-evidence.js';
import { standardErrorOf } from './standard-error.js';

/** A difference with its uncertainty, challenger − incumbent, and what it rests on. */
export interface Difference {
  level: EvidenceLevel;
  method: string;
  estimate: Estimate;
  positives?: number;
  negatives?: number;
  discordance?: Discordance;
  replicates?: readonly number[];
}

export interface DifferenceInput {
  metric: string;
  key: string;
  definition: MetricDefinition;
  challenger: EvaluationIndex;
  incumbentVersion: number;
  own: MeasureEvidence & { value: number };
  theirs: MeasureEvidence & { value: number };
}

/** Numbers agree when they differ by no more than rounding, gates.md §1.4. */
const AGREEMENT = 1e-9;

/** The strongest difference the evidence allows; null when it holds values alone; a fault when it contradicts itself. */
export function estimateDifference(
  input: DifferenceInput,
): { difference: Difference | null } | { fault: EvidenceFault } {
  const entries = pairedEntries(input);
  const best = PAIRED_KINDS.map((kind) => entries.filter((entry) => entry.kind === kind)).find(
    (same) => same.length > 0,
  );
  if (best === undefined) return { difference: unpaired(input) };
  if (best.length > 1)
    return { fault: inconsistent(`it holds ${best.length} entries of kind ${best[0]!.kind} for one slice`) };
  const read = input.challenger.read(best[0]!, input.metric);
  if (read === null) return { fault: inconsistent(`its ${best[0]!.kind} numbers are impossible`) };
  const contradiction = contradictionOf(read, best[0]!, input);
  if (contradiction !== undefined) return { fault: inconsistent(contradiction) };
  const { estimate, method, positives, negatives, discordance, replicates } = read;
  return { difference: { level: 'paired', estimate, method, positives, negatives, discordance, replicates } };
}

/** The paired entries against this incumbent that speak of the metric. */
function pairedEntries({ challenger, key, metric, incumbentVersion }: DifferenceInput): PairedEvidence[] {
  return challenger
    .paired(key)
    .filter((entry) => entry.incumbentVersion === incumbentVersion && concerns(entry, metric));
}

/** Whether evidence of one level is at least as strong as another. */
export function isAtLeast(level: EvidenceLevel, needed: EvidenceLevel): boolean {
  return EVIDENCE_LEVELS.indexOf(level) >= EVIDENCE_LEVELS.indexOf(needed);
}

function unpaired({ own, theirs, definition }: DifferenceInput): Difference | null {
  const ours = measured(own, definition);
  const others = measured(theirs, definition);
  const estimate = ours && others && unpairedDifference(ours, others);
  return estimate ? { level: 'interval', method: 'unpaired normal', estimate } : null;
}

function measured(measure: MeasureEvidence & { value: number }, definition: MetricDefinition): Measured | null {
  const standardError = standardErrorOf(measure, definition);
  return standardError === null ? null : { value: measure.value, standardError };
}

/** What paired evidence says that the models' own reports contradict. */
function contradictionOf(read: PairedDifference, entry: PairedEvidence, input: DifferenceInput): string | undefined {
  const { own, theirs, challenger, key } = input;
  for (const count of [own.count, theirs.count]) {
    if (read.n !== null && count !== null && read.n !== count) return `it covers ${read.n} rows, the report ${count}`;
  }
  const stated = [
    ['challenger', read.challenger, own.value],
    ['incumbent', read.incumbent, theirs.value],
    ['difference', read.difference, own.value - theirs.value],
  ] as const;
  for (const [what, implied, reported] of stated) {
    if (implied != null && !agrees(implied, reported, Math.max(Math.abs(own.value), Math.abs(theirs.value)))) {
      return `it implies ${implied} as ${what}, the reports ${reported}`;
    }
  }
  return entry.kind === 'binary8' ? accuracyContradiction(entry, challenger, key) : undefined;
}

/** A table must reproduce the challenger's accuracy, whichever metric is judged on it. */
function accuracyContradiction(entry: PairedEvidence, challenger: EvaluationIndex, key: string): string | undefined {
  const reported = challenger.find('accuracy', key)?.value;
  const cells = cellsOf(entry);
  if (reported == null || cells === null) return undefined;
  const implied = pairedMetric(cells, 'accuracy').challenger;
  return implied === null || agrees(implied, reported, 1)
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
