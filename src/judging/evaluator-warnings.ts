import { formatDataset } from './evidence/dataset.js';
import { type EvaluationEvidence, type GateEvidence } from './evidence/gate-evidence.js';
import { type EvidenceUsed, type GateWarning } from './outcome/gate-outcome.js';

/** Warns when two evaluations that were compared come from different evaluators, whose numbers may differ for that alone. */
export function evaluatorWarnings(evidence: GateEvidence, used: readonly EvidenceUsed[]): GateWarning[] {
  const ids = new Set(used.map(({ evaluationId }) => evaluationId));
  const usedOf = (evaluations: readonly EvaluationEvidence[]) => evaluations.filter(({ id }) => ids.has(id));
  const incumbents = usedOf(evidence.incumbentEvaluations);
  return usedOf(evidence.challengerEvaluations).flatMap(({ evaluator, dataset }) => {
    const theirs = incumbents.find(
      (other) => other.dataset.name === dataset.name && other.dataset.split === dataset.split,
    );
    if (evaluator === null || theirs?.evaluator == null || theirs.evaluator === evaluator) return [];
    const message = `On ${formatDataset(dataset)} the challenger was measured by ${evaluator}, the incumbent by ${theirs.evaluator}.`;
    return [{ code: 'EVALUATORS_DIFFER', message }];
  });
}
