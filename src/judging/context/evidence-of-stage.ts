import { type DatasetChoice } from '../evidence/gate-evidence.js';
import { ENFORCEMENTS } from '../outcome/enforcement.js';
import { compareText } from '../../values/compare-text.js';
import { challengerEvidence, type IndexedEvidence, type MeasuringRule, type RuleContext } from './rule-context.js';

/**
 * The challenger's evaluations that a rule about evidence itself looks at: the one on its dataset, else each that the rules
 * on metrics rest on. What only warns is no cause to refuse, so that a rule looks at those which count at least as much.
 */
export function evidenceOfStage(context: RuleContext, rule: MeasuringRule): IndexedEvidence[] {
  if (rule.dataset !== undefined) return [challengerEvidence(context, rule.dataset)];
  const strength = ENFORCEMENTS.indexOf(rule.enforcement);
  const counting = context.measuring.filter(({ enforcement }) => ENFORCEMENTS.indexOf(enforcement) <= strength);
  const choices = [undefined, ...distinct(counting.flatMap(({ dataset }) => dataset ?? []))];
  const found = choices.map((choice) => challengerEvidence(context, choice));
  return found.filter(({ index }, at) => index === undefined || found.findIndex((one) => one.index === index) === at);
}

/** Datasets in an order that does not depend on that of the rules. */
function distinct(choices: readonly DatasetChoice[]): DatasetChoice[] {
  const byKey = new Map(choices.map((choice) => [`${choice.name}\0${choice.split ?? ''}`, choice]));
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, choice]) => choice);
}
