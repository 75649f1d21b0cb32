import { type EvidenceFault } from '../evidence/choose-evidence.js';
import { type EvaluationIndex } from '../evidence/evaluation-index.js';
import { formatMeasure } from '../outcome/gate-message.js';
import { type MeasureOutcome } from '../outcome/gate-outcome.js';
import { concludeMeasure, type MeasureBase } from '../outcome/measure-outcome.js';
import { incumbentEvidence, type RuleContext } from './rule-context.js';
import { sliceKey } from '../evidence/slice-key.js';

/** A metric undefined for both models is a property of the data, not of the challenger: neutral unless critical. */
export function undefinedOnData(
  rule: { critical: boolean },
  base: MeasureBase,
  fault: EvidenceFault,
  context: RuleContext,
  challenger: EvaluationIndex,
): MeasureOutcome | undefined {
  if (fault.reasonCode !== 'CHALLENGER_UNDEFINED' || context.evidence.incumbent === null) return undefined;
  const { index } = incumbentEvidence(context, challenger.evaluation);
  if (index?.find(base.metric, sliceKey(base.slice))?.value !== null) return undefined;
  const sentence = `${formatMeasure(base.metric, base.slice)}: undefined (0/0) for both versions.`;
  const status = rule.critical ? 'INCONCLUSIVE' : 'SKIPPED';
  const remediation = rule.critical ? 'Measure on data that holds every class on this slice.' : undefined;
  return concludeMeasure(base, status, 'UNDEFINED_ON_DATA', sentence, remediation);
}
