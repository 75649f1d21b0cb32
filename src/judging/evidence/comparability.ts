import { formatDataset } from './dataset.js';
import {
  type EvaluationEvidence,
  type GateEvidence,
  type MeasureEvidence,
  type VersionFacts,
} from './gate-evidence.js';
import { type MetricDefinition } from './metric-definition.js';
import { isOverall } from './slice-key.js';
import { type ReasonCode } from '../verdict/reasons.js';

/** Why two things may not be compared; always the status ERROR. */
export interface ComparabilityFault {
  reasonCode: ReasonCode;
  detail: string;
  remediation: string;
}

/** What must agree before two evaluations are compared. */
export interface ComparabilityPolicy {
  sameDatasetVersion: boolean;
  sameDatasetDigest: boolean;
  sameMetricDefinition: boolean;
  sameSliceDefinition: boolean;
  forbidTrainEvalOverlap: boolean;
  /** Metrics compared only when both evaluations state one environment, sorted. */
  sameEnvironmentClass?: string[];
}

const CLOCK_SKEW_MS = 5 * 60_000;
const TRAINING_SPLITS = new Set(['train', 'training']);

/** Whether challenger and incumbent are one and the same, by number or by artifact. */
export function selfComparison(evidence: GateEvidence): ComparabilityFault | undefined {
  const { challenger, incumbent } = evidence;
  if (incumbent === null) return undefined;
  const sameArtifact = challenger.artifactDigest !== null && challenger.artifactDigest === incumbent.artifactDigest;
  if (challenger.version !== incumbent.version && !sameArtifact) return undefined;
  return {
    reasonCode: 'SELF_COMPARISON',
    detail: `version ${challenger.version} and the incumbent, version ${incumbent.version}, are the same artifact`,
    remediation: 'Register the artifact you mean to promote; this one is in Production already.',
  };
}

/** What is wrong with one evaluation on its own: a date in the future, or data the model was trained on. */
export function evaluationFault(
  evaluation: EvaluationEvidence,
  trained: readonly VersionFacts[],
  comparability: ComparabilityPolicy,
  now: Date,
): ComparabilityFault | undefined {
  const future = [evaluation.evaluatedAt, evaluation.createdAt].find(
    (at) => !(Date.parse(at) - now.getTime() <= CLOCK_SKEW_MS),
  );
  if (future !== undefined) {
    return {
      reasonCode: 'CLOCK_SKEW',
      detail: `evaluation ${evaluation.id} is dated ${future}, which is more than five minutes ahead`,
      remediation: 'Set the clock of the evaluating machine and submit the evaluation again.',
    };
  }
  const contaminated = comparability.forbidTrainEvalOverlap
    ? trained.find((facts) => overlaps(facts, evaluation))
    : undefined;
  if (contaminated === undefined) return undefined;
  return {
    reasonCode: 'TRAIN_EVAL_OVERLAP',
    detail: `version ${contaminated.version} was trained on ${formatDataset(evaluation.dataset)}, the data of the evaluation`,
    remediation: 'Evaluate on data that neither version was trained on.',
  };
}

/**
 * Lineage holds no ancestors yet, so overlap means the same content digest, or the same version without a split of its own.
 * A split has a digest of its own, so that one for training overlaps whatever the digests.
 */
function overlaps({ dataset }: VersionFacts, { dataset: on }: EvaluationEvidence): boolean {
  if (dataset === null) return false;
  const areDigestsKnown = dataset.digest != null && on.digest !== null;
  if (areDigestsKnown && dataset.digest === on.digest) return true;
  if (dataset.name !== on.name || dataset.version !== on.version) return false;
  return on.split === null ? !areDigestsKnown : TRAINING_SPLITS.has(on.split.toLowerCase());
}

/** Whether values of a metric contradict its declaration: another unit, or a value outside its range (0.93 vs 93). */
export function metricFault(
  measure: MeasureEvidence,
  whose: string,
  definition: MetricDefinition,
): ComparabilityFault | undefined {
  const { metric, value, unit } = measure;
  if (unit != null && definition.unit !== undefined && unit !== definition.unit) {
    return incomparableMetric(`${metric} of the ${whose} is in ${unit}, the policy declares ${definition.unit}`);
  }
  if (value === null || !Number.isFinite(value) || definition.range === undefined) return undefined;
  const [low, high] = definition.range;
  if (value >= low - 1e-9 && value <= high + 1e-9) return undefined;
  return incomparableMetric(`${metric} of the ${whose} is ${value}, outside its range ${low} to ${high}`);
}

/** Whether two evaluations call the same thing a label and, away from the whole, a slice. */
export function definitionFault(
  metric: string,
  sliceKey: string,
  comparability: ComparabilityPolicy,
  challenger: EvaluationEvidence,
  incumbent: EvaluationEvidence,
): ComparabilityFault | undefined {
  const labels = comparability.sameMetricDefinition
    ? disagreement(metric, 'label definition', challenger.labelDefinition, incumbent.labelDefinition)
    : undefined;
  if (labels !== undefined || !comparability.sameSliceDefinition || isOverall(sliceKey)) return labels;
  const [ours, theirs] = [challenger.sliceDefinition ?? null, incumbent.sliceDefinition ?? null];
  if (ours === theirs) return undefined;
  return {
    reasonCode: 'INCOMPARABLE_SLICE',
    detail: `the slices follow the definition ${ours ?? 'unstated'} for the challenger and ${theirs ?? 'unstated'} for the incumbent`,
    remediation: 'Measure both versions on slices of one definition and state it as "sliceDefinition".',
  };
}

/** Whether two measures of one metric and slice mean the same: definition, unit, and number of rows. */
export function measurePairFault(
  challenger: MeasureEvidence,
  incumbent: MeasureEvidence,
  definition: MetricDefinition,
  comparability: ComparabilityPolicy,
  sameData: boolean,
): ComparabilityFault | undefined {
  const { metric } = challenger;
  if (comparability.sameMetricDefinition) {
    const fault =
      disagreement(metric, 'definition', challenger.definition, incumbent.definition) ??
      disagreement(metric, 'unit', challenger.unit, incumbent.unit);
    if (fault !== undefined) return fault;
  }
  const operational = definition.kind === 'quantile' || definition.kind === 'scalar';
  return operational || !sameData ? undefined : countFault(challenger.count, incumbent.count);
}

function disagreement(
  metric: string,
  field: string,
  challenger: string | null | undefined,
  incumbent: string | null | undefined,
): ComparabilityFault | undefined {
  const [ours, theirs] = [challenger ?? 'unstated', incumbent ?? 'unstated'];
  return (challenger ?? null) === (incumbent ?? null)
    ? undefined
    : incomparableMetric(`${metric} has ${field} ${ours} for the challenger and ${theirs} for the incumbent`);
}

/** Whether two row counts that should agree do; unknown counts are not compared. */
function countFault(
  challenger: number | null | undefined,
  incumbent: number | null | undefined,
): ComparabilityFault | undefined {
  if (challenger == null || incumbent == null || challenger === incumbent) return undefined;
  return {
    reasonCode: 'SAMPLE_COUNT_MISMATCH',
    detail: `the challenger was measured on ${challenger} rows, the incumbent on ${incumbent}`,
    remediation: 'Find the dropped rows or failed predictions and evaluate again.',
  };
}

function incomparableMetric(detail: string): ComparabilityFault {
  return {
    reasonCode: 'INCOMPARABLE_METRIC',
    detail,
    remediation: 'Measure both versions with one definition and one unit.',
  };
}

/** Whether two evaluations were made on classes of machine that an operational metric can be compared across. */
export function environmentFault(
  metric: string,
  definition: MetricDefinition,
  comparability: ComparabilityPolicy,
  challenger: EvaluationEvidence,
  incumbent: EvaluationEvidence,
): ComparabilityFault | undefined {
  const isNeeded =
    definition.environment === 'required' || comparability.sameEnvironmentClass?.includes(metric) === true;
  const [ours, theirs] = [challenger.environment ?? null, incumbent.environment ?? null];
  const isFit = ours === theirs ? ours !== null || !isNeeded : !isNeeded && !isOperational(definition);
  if (isFit) return undefined;
  return {
    reasonCode: 'INCOMPARABLE_ENVIRONMENT',
    detail: `the environment is ${ours ?? 'not stated'} for the challenger and ${theirs ?? 'not stated'} for the incumbent`,
    remediation: `Measure ${metric} of both versions on one class of machine and state it as "environment".`,
  };
}

/** Whether an evaluation leaves out the environment without which a metric says nothing. */
export function unstatedEnvironment(
  metric: string,
  definition: MetricDefinition,
  { id, environment }: EvaluationEvidence,
): ComparabilityFault | undefined {
  if (definition.environment !== 'required' || environment != null) return undefined;
  return {
    reasonCode: 'INCOMPARABLE_ENVIRONMENT',
    detail: `evaluation ${id} does not state the environment it was made in`,
    remediation: `Measure ${metric} on the class of machine it is meant for and state it as "environment".`,
  };
}

/** A quantile in a unit, such as a latency, is a property of the machine as much as of the model. */
function isOperational({ kind, unit }: MetricDefinition): boolean {
  return kind === 'quantile' && unit !== undefined;
}
