import { HOLDOUT_REUSE_CODES } from './holdout-reuse-reasons.js';
import { evidenceOfStage } from '../../context/evidence-of-stage.js';
import { type IndexedEvidence, type RuleContext } from '../../context/rule-context.js';
import { type GateWarning, type MeasureOutcome } from '../../outcome/gate-outcome.js';
import {
  concludeMeasure,
  emptyMeasure,
  faultyMeasure,
  type MeasureBase,
  type RuleJudgement,
} from '../../outcome/measure-outcome.js';
import { severity } from '../../verdict/verdict.js';
import { type HoldoutReuseRule } from './holdout-reuse-rule.js';

/** How often the data of one evaluation were used, and what is said of it. */
interface JudgedUse {
  measure: MeasureOutcome;
  uses: number;
  warnings: GateWarning[];
}

/** Judges how many challengers were measured on the data before, by the most used: each look makes a lucky pass likelier. */
export function evaluateHoldoutReuse(rule: HoldoutReuseRule, context: RuleContext): RuleJudgement {
  const judged = evidenceOfStage(context, rule).map((found) => judgeUse(rule, context, found));
  const warnings = judged.flatMap((one) => one.warnings);
  const isFirst = ({ message }: GateWarning, at: number) => warnings.findIndex((one) => one.message === message) === at;
  judged.sort((a, b) => severity(a.measure.status) - severity(b.measure.status) || b.uses - a.uses);
  return { measures: judged.slice(0, 1).map(({ measure }) => measure), warnings: warnings.filter(isFirst) };
}

function judgeUse(rule: HoldoutReuseRule, context: RuleContext, { index, fault }: IndexedEvidence): JudgedUse {
  const base: MeasureBase = {
    ...emptyMeasure('challengers_on_dataset', {}),
    basis: 'earlier evaluations',
    required: { max: rule.failAfter },
  };
  if (fault !== undefined) return { measure: faultyMeasure(base, fault), uses: 0, warnings: [] };
  const { dataset } = index.evaluation;
  const use = context.evidence.holdoutUses?.find(
    (known) => known.dataset.name === dataset.name && known.dataset.version === dataset.version,
  );
  if (use === undefined) {
    const sentence = 'Nothing says how often the data were used.';
    const measure = concludeMeasure(base, 'INCONCLUSIVE', HOLDOUT_REUSE_CODES.HOLDOUT_USE_UNKNOWN, sentence);
    return { measure, uses: 0, warnings: [] };
  }
  const uses = use.challengers;
  const sentence = `${uses} versions were measured on ${dataset.name}@${dataset.version}. Allowed are ${rule.failAfter}.`;
  const isWorn = rule.warnAfter !== undefined && uses > rule.warnAfter;
  return {
    measure: reuseOutcome(rule, { ...base, observed: { challenger: uses } }, uses, sentence),
    uses,
    warnings: isWorn ? [{ code: HOLDOUT_REUSE_CODES.HOLDOUT_WEARS_OUT, message: sentence, ruleId: rule.id }] : [],
  };
}

function reuseOutcome(rule: HoldoutReuseRule, base: MeasureBase, uses: number, sentence: string): MeasureOutcome {
  if (uses <= rule.failAfter) return concludeMeasure(base, 'PASS', 'WITHIN_LIMITS', sentence);
  const remedy = 'Evaluate on a fresh dataset version.';
  return concludeMeasure(base, 'FAIL', HOLDOUT_REUSE_CODES.HOLDOUT_WORN_OUT, sentence, remedy);
}
