import { HOLDOUT_REUSE_CODES } from './holdout-reuse-reasons.js';
import { challengerEvidence, type RuleContext } from '../../context/rule-context.js';
import { type MeasureOutcome } from '../../outcome/gate-outcome.js';
import { concludeMeasure, emptyMeasure, faultyMeasure, type RuleJudgement } from '../../outcome/measure-outcome.js';
import { type HoldoutReuseRule } from './holdout-reuse-rule.js';

/** Judges how many challengers were measured on the data before: each look makes a lucky pass likelier. */
export function evaluateHoldoutReuse(rule: HoldoutReuseRule, context: RuleContext): RuleJudgement {
  const base = {
    ...emptyMeasure('challengers_on_dataset', {}),
    basis: 'earlier evaluations',
    required: { max: rule.failAfter },
  };
  const { index, fault } = challengerEvidence(context, rule.dataset);
  if (fault !== undefined) return { measures: [faultyMeasure(base, fault)] };
  const { dataset } = index.evaluation;
  const use = context.evidence.holdoutUses?.find(
    (known) => known.dataset.name === dataset.name && known.dataset.version === dataset.version,
  );
  if (use === undefined) {
    const sentence = 'Nothing says how often the data were used.';
    return { measures: [concludeMeasure(base, 'INCONCLUSIVE', HOLDOUT_REUSE_CODES.HOLDOUT_USE_UNKNOWN, sentence)] };
  }
  const judged = { ...base, observed: { challenger: use.challengers } };
  const sentence = `${use.challengers} versions were measured on ${dataset.name}@${dataset.version}. Allowed are ${rule.failAfter}.`;
  const measures = [reuseOutcome(rule, judged, use.challengers, sentence)];
  const worn = rule.warnAfter !== undefined && use.challengers > rule.warnAfter;
  return {
    measures,
    warnings: worn ? [{ code: HOLDOUT_REUSE_CODES.HOLDOUT_WEARS_OUT, message: sentence, ruleId: rule.id }] : [],
  };
}

function reuseOutcome(
  rule: HoldoutReuseRule,
  base: Parameters<typeof concludeMeasure>[0],
  uses: number,
  sentence: string,
): MeasureOutcome {
  if (uses <= rule.failAfter) return concludeMeasure(base, 'PASS', 'WITHIN_LIMITS', sentence);
  return concludeMeasure(
    base,
    'FAIL',
    HOLDOUT_REUSE_CODES.HOLDOUT_WORN_OUT,
    sentence,
    'Evaluate on a fresh dataset version.',
  );
}
