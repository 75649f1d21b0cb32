import { FRESHNESS_CODES } from './freshness-reasons.js';
import { challengerEvidence, type RuleContext } from '../../context/rule-context.js';
import { concludeMeasure, emptyMeasure, faultyMeasure, type RuleJudgement } from '../../outcome/measure-outcome.js';
import { type FreshnessRule } from './freshness-rule.js';
import { round } from '../round.js';

const DAY_MS = 86_400_000;

/** Judges the age of the challenger's evaluation against the clock. */
export function evaluateFreshness(rule: FreshnessRule, context: RuleContext): RuleJudgement {
  const base = {
    ...emptyMeasure('evaluation_age_days', {}),
    basis: 'time of the evaluation',
    required: { max: rule.maxAgeDays },
  };
  const { index, fault } = challengerEvidence(context, rule.dataset);
  if (fault !== undefined) return { measures: [faultyMeasure(base, fault)] };
  const { id, evaluatedAt } = index.evaluation;
  const age = (context.now.getTime() - Date.parse(evaluatedAt)) / DAY_MS;
  const judged = { ...base, observed: { challenger: round(age) }, evaluations: { challenger: id, incumbent: null } };
  const sentence = `The evaluation is ${round(age)} days old. Allowed are ${rule.maxAgeDays}.`;
  if (age <= rule.maxAgeDays) return { measures: [concludeMeasure(judged, 'PASS', FRESHNESS_CODES.FRESH, sentence)] };
  return {
    measures: [
      concludeMeasure(judged, 'FAIL', FRESHNESS_CODES.EVALUATION_TOO_OLD, sentence, 'Evaluate the version again.'),
    ],
  };
}
