import { type MeasureOutcome, type RuleOutcome } from '../../judging/outcome/gate-outcome.js';
import { type EvidenceGap } from './re-evaluation.js';
import { type GateReportContent } from '../../judging/gate-report.js';
import { type ReasonCode } from '../../judging/verdict/reasons.js';

/** Reasons that evidence of the incumbent on the challenger's data would settle. */
const UNMEASURED = new Set<ReasonCode>(['INCUMBENT_METRIC_MISSING', 'INCOMPARABLE_DATASETS']);
/** Reasons that measuring both row by row may settle. */
const UNPAIRED = new Set<ReasonCode>([
  'EVIDENCE_TOO_WEAK',
  'NOT_SHOWN',
  'UNDERPOWERED',
  'NO_VARIATION',
  'DEGENERATE_VARIANCE',
]);

/** What blocking rules lack about the incumbent, one gap per evaluation of the challenger; none of a report that passes. */
export function evidenceGaps({ verdict, rules, evidenceUsed }: GateReportContent): EvidenceGap[] {
  if (verdict === 'PASS') return [];
  const gaps = new Map<string, EvidenceGap>();
  for (const measure of rules.filter(({ enforcement }) => enforcement === 'block').flatMap(measuresOf)) {
    const id = measure.evaluations.challenger;
    const dataset = evidenceUsed.find(({ evaluationId }) => evaluationId === id)?.dataset;
    if (id === null || dataset === undefined || !lacksIncumbent(measure)) continue;
    const incumbentIsUnmeasured = measure.evaluations.incumbent === null;
    gaps.set(id, { challengerEvaluationId: id, dataset, incumbentIsUnmeasured });
  }
  return [...gaps.values()];
}

/** Whether a blocking rule could not be judged because a measurement is not there yet. */
export function awaitsJobs({ rules }: Pick<GateReportContent, 'rules'>): boolean {
  const measures = rules.filter(({ enforcement }) => enforcement === 'block').flatMap(measuresOf);
  return measures.some(({ reasonCode }) => reasonCode === 'EVALUATION_NOT_COMPLETE');
}

function lacksIncumbent({ reasonCode, evaluations, demoted }: MeasureOutcome): boolean {
  return demoted !== true && (evaluations.incumbent === null ? UNMEASURED : UNPAIRED).has(reasonCode);
}

function measuresOf(rule: RuleOutcome): MeasureOutcome[] {
  return [...rule.measures, ...(rule.rules ?? []).flatMap(measuresOf)];
}
