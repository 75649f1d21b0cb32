import { type EvaluationIndex } from '../../evidence/evaluation-index.js';
import { concerning } from '../../evidence/paired-kinds.js';
import { OVERALL_KEY } from '../../evidence/slice-key.js';
import { comparisonOf, incumbentVersusChallenger, type OpenComparison } from './regression-comparison.js';
import { concludeComparisons } from './regression-conclusion.js';
import { REGRESSION_CODES } from './regression-reasons.js';
import { type RegressionRule } from './regression-rule.js';
import { type MeasureOutcome } from '../../outcome/gate-outcome.js';
import {
  concludeMeasure,
  emptyMeasure,
  faultyMeasure,
  type RuleJudgement,
  settledMeasure,
} from '../../outcome/measure-outcome.js';
import {
  challengerEvidence,
  incumbentEvidence,
  inventoryOf,
  metricDefinition,
  type RuleContext,
} from '../../context/rule-context.js';
import { resolveSlices } from '../../context/rule-slices.js';
import { simpsonWarnings } from './simpson-warning.js';

/** Judges how much worse than the incumbent the challenger is, one measure per slice; the algebra of gates.md §1.5. */
export function evaluateRegression(rule: RegressionRule, context: RuleContext): RuleJudgement {
  const definition = metricDefinition(context, rule.metric);
  if (definition === undefined)
    return unjudged(rule, (base) =>
      concludeMeasure(base, 'ERROR', 'POLICY_INVALID', `${rule.metric} is not declared.`),
    );
  const { index: challenger, fault } = challengerEvidence(context, rule.dataset);
  if (fault !== undefined) return unjudged(rule, (base) => faultyMeasure(base, fault));
  const incumbent = context.evidence.incumbent === null ? undefined : incumbentEvidence(context, challenger.evaluation);
  const silent = rule.whereReported === true ? whoDoesNotReport(rule.metric, challenger, incumbent?.index) : undefined;
  if (silent !== undefined)
    return unjudged(rule, (base) =>
      concludeMeasure(base, 'SKIPPED', REGRESSION_CODES.NOT_REPORTED, `The ${silent} reports no ${rule.metric}.`),
    );
  const inventory = inventoryOf(context, challenger.evaluation);
  const slices = resolveSlices(rule, {
    definition,
    challenger,
    incumbent: incumbent?.index,
    inventory,
    families: context.families,
    compares: 'always',
  });
  const theirs = incumbent?.index === undefined ? incumbent : { index: slices.incumbent ?? incumbent.index };
  const speaks = concerning(rule.metric);
  const isPaired = challenger.evaluation.paired.some(
    (entry) => entry.incumbentVersion === context.evidence.incumbent?.version && speaks(entry),
  );
  const submitted = isPaired ? 'paired' : 'point';
  const comparison = comparisonOf(rule, context, definition, slices.challenger, theirs);
  const measures: MeasureOutcome[] = [];
  const open: OpenComparison[] = [];
  for (const target of slices.targets) {
    const prepared =
      target.settled === undefined
        ? incumbentVersusChallenger(comparison, target)
        : settledMeasure(emptyMeasure(rule.metric, target.slice), target.settled);
    if ('status' in prepared) measures.push(prepared);
    else open.push(prepared);
  }
  measures.push(...concludeComparisons(comparison, open, submitted));
  return { measures, warnings: simpsonWarnings(comparison, slices.incumbent, measures) };
}

/** The version without a value on the whole; a missing incumbent is another matter. */
function whoDoesNotReport(
  metric: string,
  challenger: EvaluationIndex,
  incumbent: EvaluationIndex | undefined,
): 'challenger' | 'incumbent' | undefined {
  const isSilent = (index: EvaluationIndex) => index.find(metric, OVERALL_KEY)?.value == null;
  if (isSilent(challenger)) return 'challenger';
  return incumbent !== undefined && isSilent(incumbent) ? 'incumbent' : undefined;
}

function unjudged(
  rule: RegressionRule,
  conclude: (base: ReturnType<typeof emptyMeasure>) => MeasureOutcome,
): RuleJudgement {
  const slices = rule.slices.length > 0 ? rule.slices : [{}];
  return { measures: slices.map((slice) => conclude(emptyMeasure(rule.metric, slice))) };
}
