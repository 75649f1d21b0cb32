import { durationMs } from '../policy-document/duration.js';
import { type RuleJudgement } from '../measures/measure-outcome.js';
import { type MeasureOutcome } from '../measures/gate-outcome.js';
import { type FreshnessRule, type HoldoutReuseRule, type SoakRule } from '../policy-document/gate-policy.js';
import { concludeMeasure, emptyMeasure, faultyMeasure } from '../measures/measure-outcome.js';
import { challengerEvidence, type RuleContext } from '../measures/rule-context.js';

const DAY_MS = 86_400_000;
const HOUR = 3_600_000;

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
  if (age <= rule.maxAgeDays) return { measures: [concludeMeasure(judged, 'PASS', 'FRESH', sentence)] };
  return { measures: [concludeMeasure(judged, 'FAIL', 'EVALUATION_TOO_OLD', sentence, 'Evaluate the version again.')] };
}

/** Judges how long the version has stood in Staging. */
export function evaluateSoak(rule: SoakRule, { evidence, now }: RuleContext): RuleJudgement {
  const needed = durationMs(rule.minDuration);
  const base = { ...emptyMeasure('hours_in_staging', {}), basis: 'time in Staging', required: { min: needed / HOUR } };
  const since = evidence.challenger.stagedAt ?? null;
  const stood = since === null ? 0 : now.getTime() - Date.parse(since);
  const judged = { ...base, observed: { challenger: round(stood / HOUR) } };
  const sentence = `${since === null ? 'The version does not stand in Staging' : `In Staging for ${round(stood / HOUR)} hours`}. Required are ${round(needed / HOUR)} hours.`;
  if (stood >= needed) return { measures: [concludeMeasure(judged, 'PASS', 'SOAKED', sentence)] };
  const until =
    since === null
      ? 'Move it to Staging first.'
      : `Ask again from ${new Date(Date.parse(since) + needed).toISOString()}.`;
  return { measures: [concludeMeasure(judged, 'FAIL', 'SOAK_TOO_SHORT', sentence, until)] };
}

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
    return { measures: [concludeMeasure(base, 'INCONCLUSIVE', 'HOLDOUT_USE_UNKNOWN', sentence)] };
  }
  const judged = { ...base, observed: { challenger: use.challengers } };
  const sentence = `${use.challengers} versions were measured on ${dataset.name}@${dataset.version}. Allowed are ${rule.failAfter}.`;
  const measures = [reuseOutcome(rule, judged, use.challengers, sentence)];
  const worn = rule.warnAfter !== undefined && use.challengers > rule.warnAfter;
  return { measures, warnings: worn ? [{ code: 'HOLDOUT_WEARS_OUT', message: sentence, ruleId: rule.id }] : [] };
}

function reuseOutcome(
  rule: HoldoutReuseRule,
  base: Parameters<typeof concludeMeasure>[0],
  uses: number,
  sentence: string,
): MeasureOutcome {
  if (uses <= rule.failAfter) return concludeMeasure(base, 'PASS', 'WITHIN_LIMITS', sentence);
  return concludeMeasure(base, 'FAIL', 'HOLDOUT_WORN_OUT', sentence, 'Evaluate on a fresh dataset version.');
}

function round(amount: number): number {
  return Math.round(amount * 100) / 100 + 0;
}
