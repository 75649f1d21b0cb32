import {
  type Chosen,
  chooseChallengerEvaluation,
  chooseIncumbentEvaluation,
  type EvidenceFault,
} from '../evidence/choose-evidence.js';
import {
  type ComparabilityFault,
  type ComparabilityPolicy,
  evaluationFault,
  selfComparison,
} from '../evidence/comparability.js';
import { type EvaluationIndex, indexEvaluation } from '../evidence/evaluation-index.js';
import {
  type DatasetChoice,
  type EvaluationEvidence,
  type GateEvidence,
  type SliceInventory,
} from '../evidence/gate-evidence.js';
import { type MetricDefinition, WELL_KNOWN_METRICS } from '../evidence/metric-definition.js';
import { type Enforcement } from '../outcome/enforcement.js';
import { type SliceFamilies } from './rule-slices.js';

/** A rule on a metric, by where it looks for evidence and what it does where it does not pass. */
export interface MeasuringRule {
  dataset?: DatasetChoice;
  enforcement: Enforcement;
}

/** What a policy says that the rules of a stage share. */
export interface JudgingTerms {
  /** The declared metrics. */
  metrics: Readonly<Record<string, MetricDefinition>>;
  /** Relative tolerance of comparisons. */
  equalityEpsilon: number;
  /** The dataset of rules that name none; absent, that of the newest evaluation. */
  dataset?: DatasetChoice;
  /** The rules on metrics, those inside groups too. */
  measuring: readonly MeasuringRule[];
  /** What must agree before two evaluations are compared. */
  comparability: ComparabilityPolicy;
}

/** Whether a blocking threshold rule judges a metric on a slice of so many rows of a dataset, and lets no doubt pass. */
export type IsCoveredByThreshold = (
  metric: string,
  key: string,
  dataset: DatasetChoice | undefined,
  count: number | null,
) => boolean;

/** Everything a rule may look at. */
export interface RuleContext extends JudgingTerms {
  evidence: GateEvidence;
  now: Date;
  /** Slices found by earlier rules. */
  families: SliceFamilies;
  indexOf(evaluation: EvaluationEvidence): EvaluationIndex;
  isCoveredByThreshold: IsCoveredByThreshold;
}

/** The evaluation a rule uses, indexed, or the fault that all its measures then share. */
export type IndexedEvidence =
  | { index: EvaluationIndex; fault?: undefined }
  | { index?: undefined; fault: EvidenceFault; other?: EvaluationEvidence };

/** Prepares what the rules of a stage share. */
export function ruleContext(
  terms: JudgingTerms,
  evidence: GateEvidence,
  now: Date,
  isCoveredByThreshold: IsCoveredByThreshold,
): RuleContext {
  const indexes = new Map<EvaluationEvidence, EvaluationIndex>();
  const indexOf = (evaluation: EvaluationEvidence): EvaluationIndex => {
    const index = indexes.get(evaluation) ?? indexEvaluation(evaluation);
    indexes.set(evaluation, index);
    return index;
  };
  const { metrics, equalityEpsilon, dataset, measuring, comparability } = terms;
  const shared = { metrics, equalityEpsilon, dataset, measuring, comparability };
  const families: SliceFamilies = new Map();
  return { ...shared, evidence, now, families, indexOf, isCoveredByThreshold };
}

/** The declared meaning of a metric; a policy that passed its checks always has one. */
export function metricDefinition(context: RuleContext, metric: string): MetricDefinition | undefined {
  return Object.hasOwn(context.metrics, metric) ? context.metrics[metric] : WELL_KNOWN_METRICS.get(metric);
}

/** The challenger's evaluation for a rule, refused when it is dated ahead or made on training data. */
export function challengerEvidence(context: RuleContext, dataset: DatasetChoice | undefined): IndexedEvidence {
  const { evidence } = context;
  const chosen = chooseChallengerEvaluation(evidence, dataset ?? context.dataset);
  return checked(context, chosen, [evidence.challenger]);
}

/** The incumbent's evaluation on the same data; nothing the incumbent was trained on makes a fair comparison either. */
export function incumbentEvidence(context: RuleContext, challenger: EvaluationEvidence): IndexedEvidence {
  const { evidence } = context;
  const self = selfComparison(evidence);
  if (self !== undefined) return { fault: asError(self) };
  const chosen = chooseIncumbentEvaluation(evidence, challenger.dataset, context.comparability);
  const trained = evidence.incumbent === null ? [] : [evidence.incumbent];
  return checked(context, chosen, [...trained, evidence.challenger]);
}

function checked(
  context: RuleContext,
  chosen: Chosen,
  trained: Parameters<typeof evaluationFault>[1],
): IndexedEvidence {
  if (chosen.fault !== undefined) return { fault: chosen.fault, other: chosen.other };
  const fault = evaluationFault(chosen.evaluation, trained, context.comparability, context.now);
  return fault === undefined ? { index: context.indexOf(chosen.evaluation) } : { fault: asError(fault) };
}

/** The registered slices of the dataset version an evaluation was made on. */
export function inventoryOf(context: RuleContext, { dataset }: EvaluationEvidence): SliceInventory | undefined {
  return context.evidence.inventories?.find((inventory) => {
    const on = inventory.dataset;
    const sameContent = on.digest === null || dataset.digest === null || on.digest === dataset.digest;
    return on.name === dataset.name && on.version === dataset.version && on.split === dataset.split && sameContent;
  });
}

/** A comparability fault is always an ERROR: fix and run again, never waive. */
export function asError(fault: ComparabilityFault): EvidenceFault {
  return { status: 'ERROR', ...fault };
}
