import {
  type Chosen,
  chooseChallengerEvaluation,
  chooseIncumbentEvaluation,
  type EvidenceFault,
} from '../evidence/choose-evidence.js';
import { evaluationFault, selfComparison, type ComparabilityFault } from '../evidence/comparability.js';
import { type EvaluationIndex, indexEvaluation } from '../evidence/evaluation-index.js';
import { type EvaluationEvidence, type GateEvidence, type SliceInventory } from '../evidence/gate-evidence.js';
import { type DatasetChoice } from '../evidence/gate-evidence.js';
import { type GatePolicy, type StagePolicy, type ThresholdRule } from '../policy/gate-policy.js';
import { type MetricDefinition, WELL_KNOWN_METRICS } from '../evidence/metric-definition.js';
import { type SliceFamilies } from './rule-slices.js';
import { parseSliceKey, sliceKey } from '../evidence/slice-key.js';

/** Everything a rule may look at. */
export interface RuleContext {
  policy: GatePolicy;
  stage: StagePolicy;
  evidence: GateEvidence;
  now: Date;
  /** Slices found by earlier rules. */
  families: SliceFamilies;
  indexOf(evaluation: EvaluationEvidence): EvaluationIndex;
  /** Whether a blocking threshold rule judges a metric on a slice of so many rows of a dataset, and lets no doubt pass. */
  isCoveredByThreshold(metric: string, key: string, dataset: DatasetChoice | undefined, count: number | null): boolean;
}

/** The evaluation a rule uses, indexed, or the fault that all its measures then share. */
export type IndexedEvidence =
  | { index: EvaluationIndex; fault?: undefined }
  | { index?: undefined; fault: EvidenceFault; other?: EvaluationEvidence };

/** Prepares what the rules of a stage share. */
export function ruleContext(policy: GatePolicy, stage: StagePolicy, evidence: GateEvidence, now: Date): RuleContext {
  const indexes = new Map<EvaluationEvidence, EvaluationIndex>();
  const indexOf = (evaluation: EvaluationEvidence): EvaluationIndex => {
    const index = indexes.get(evaluation) ?? indexEvaluation(evaluation);
    indexes.set(evaluation, index);
    return index;
  };
  const limits = stage.rules.filter(
    (rule): rule is ThresholdRule =>
      rule.kind === 'threshold' && rule.enforcement === 'block' && (rule.critical || rule.onInconclusive === 'block'),
  );
  const isCoveredByThreshold: RuleContext['isCoveredByThreshold'] = (metric, key, dataset, count) =>
    limits.some(
      (rule) => rule.metric === metric && isSameChoice(rule.dataset, dataset) && isJudgedBy(rule, key, count),
    );
  return { policy, stage, evidence, now, families: new Map(), indexOf, isCoveredByThreshold };
}

/** The declared meaning of a metric; a policy that passed its checks always has one. */
export function metricDefinition(context: RuleContext, metric: string): MetricDefinition | undefined {
  return Object.hasOwn(context.policy.metrics, metric)
    ? context.policy.metrics[metric]
    : WELL_KNOWN_METRICS.get(metric);
}

/** The challenger's evaluation for a rule, refused when it is dated ahead or made on training data. */
export function challengerEvidence(context: RuleContext, dataset: DatasetChoice | undefined): IndexedEvidence {
  const { evidence, policy } = context;
  const chosen = chooseChallengerEvaluation(evidence, dataset ?? policy.defaults.dataset);
  return checked(context, chosen, [evidence.challenger]);
}

/** The incumbent's evaluation on the same data; nothing the incumbent was trained on makes a fair comparison either. */
export function incumbentEvidence(context: RuleContext, challenger: EvaluationEvidence): IndexedEvidence {
  const { evidence, stage } = context;
  const self = selfComparison(evidence);
  if (self !== undefined) return { fault: asError(self) };
  const chosen = chooseIncumbentEvaluation(evidence, challenger.dataset, stage.comparability);
  const trained = evidence.incumbent === null ? [] : [evidence.incumbent];
  return checked(context, chosen, [...trained, evidence.challenger]);
}

function checked(
  context: RuleContext,
  chosen: Chosen,
  trained: Parameters<typeof evaluationFault>[1],
): IndexedEvidence {
  if (chosen.fault !== undefined) return { fault: chosen.fault, other: chosen.other };
  const fault = evaluationFault(chosen.evaluation, trained, context.stage.comparability, context.now);
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

/** Whether a rule judges a slice alone: one it names, or one it discovers that is large enough. */
function isJudgedBy(rule: ThresholdRule, key: string, count: number | null): boolean {
  if (rule.slices.some((slice) => sliceKey(slice) === key)) return true;
  const features = Object.keys(parseSliceKey(key) ?? {}).join('&');
  return rule.slicesOf.includes(features) && count !== null && count >= rule.minSliceSize;
}

function isSameChoice(a: DatasetChoice | undefined, b: DatasetChoice | undefined): boolean {
  return a?.name === b?.name && a?.split === b?.split;
}
