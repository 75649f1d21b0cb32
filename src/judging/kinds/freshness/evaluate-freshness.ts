import { FRESHNESS_CODES } from './freshness-reasons.js';
import { evidenceOfStage } from '../../context/evidence-of-stage.js';
import { type RuleContext } from '../../context/rule-context.js';
import { formatDataset } from '../../evidence/dataset.js';
import { type EvaluationEvidence } from '../../evidence/gate-evidence.js';
import { type MeasureOutcome } from '../../outcome/gate-outcome.js';
import {
  concludeMeasure,
  emptyMeasure,
  faultyMeasure,
  type MeasureBase,
  type RuleJudgement,
} from '../../outcome/measure-outcome.js';
import { severity } from '../../verdict/verdict.js';
import { type FreshnessRule } from './freshness-rule.js';
import { round } from '../round.js';

const DAY_MS = 86_400_000;

/** Judges the age of the oldest evaluation of the challenger that the stage rests on against the clock. */
export function evaluateFreshness(rule: FreshnessRule, context: RuleContext): RuleJudgement {
  const base = {
    ...emptyMeasure('evaluation_age_days', {}),
    basis: 'time of the evaluation',
    required: { max: rule.maxAgeDays },
  };
  const chosen = evidenceOfStage(context, rule);
  const evaluations = chosen.flatMap(({ index }) => index?.evaluation ?? []);
  const outcomes = [
    ...chosen.flatMap(({ fault }) => (fault === undefined ? [] : faultyMeasure(base, fault))),
    ...(evaluations.length === 0 ? [] : [judgeOldest(rule, context, base, evaluations)]),
  ];
  const [worst] = outcomes.sort((a, b) => severity(a.status) - severity(b.status));
  return { measures: worst === undefined ? [] : [worst] };
}

function judgeOldest(
  rule: FreshnessRule,
  { now }: RuleContext,
  base: MeasureBase,
  evaluations: readonly EvaluationEvidence[],
): MeasureOutcome {
  const { id, evaluatedAt, dataset } = evaluations.reduce((oldest, one) =>
    Date.parse(one.evaluatedAt) < Date.parse(oldest.evaluatedAt) ? one : oldest,
  );
  const age = (now.getTime() - Date.parse(evaluatedAt)) / DAY_MS;
  const judged = { ...base, observed: { challenger: round(age) }, evaluations: { challenger: id, incumbent: null } };
  const which = evaluations.length === 1 ? 'The evaluation' : `The oldest evaluation, on ${formatDataset(dataset)},`;
  const sentence = `${which} is ${round(age)} days old. Allowed are ${rule.maxAgeDays}.`;
  if (age <= rule.maxAgeDays) return concludeMeasure(judged, 'PASS', FRESHNESS_CODES.FRESH, sentence);
  const remedy = 'Evaluate the version again.';
  return concludeMeasure(judged, 'FAIL', FRESHNESS_CODES.EVALUATION_TOO_OLD, sentence, remedy);
}
