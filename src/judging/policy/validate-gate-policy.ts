import { type Metrics, type RuleBase, type RuleFault } from '../kinds/rule-kind.js';
import { isQualityRule, kindOf, qualityKinds, type RuleTable } from '../kinds/rule-table.js';
import { approvalFaults } from './approval-terms.js';
import { type PlacedRule } from './expand-rule.js';
import { type GatedStage } from './gate-policy.js';
import { freezeFaults } from './freeze-policy.js';
import { type StageDocument } from './gate-policy-schema.js';
import { WELL_KNOWN_METRICS } from '../evidence/metric-definition.js';
import { type PolicyError, policyError } from './policy-error.js';
import { formatSlice, sliceFault, sliceKey } from '../evidence/slice-key.js';

/** A stage block with its completed rules and its place in the document. */
export interface PlacedStage<Rule extends RuleBase = RuleBase> {
  stage: GatedStage;
  document: StageDocument;
  rules: PlacedRule<Rule>[];
  path: string[];
}

/** The static checks of one stage block, gates.md §1.2. */
export function validateStage(placed: PlacedStage, metrics: Metrics, table: RuleTable): PolicyError[] {
  const written = placed.document.rules ?? [];
  const errors = placed.rules.flatMap(({ rule, index }) => {
    const path = [...placed.path, 'rules', index];
    const isShort = index < written.length && written[index]!.kind === undefined;
    const faults = kindOf(rule, table).faults(rule, metrics);
    return faults.map(({ at, ...fault }) =>
      faultAt(path, { ...fault, at: isShort && at === 'margin' ? 'maxRegression' : at }),
    );
  });
  const others = [
    slicesAsWritten(placed),
    duplicateIds(placed),
    manifoldInGroups(placed),
    stageFaults(placed, table),
    qualityRules(placed, table),
    approvalFaults(placed.document.approvals, [...placed.path, 'approvals']),
    unknownOperational(placed, metrics),
    standstillFaults(placed),
  ];
  return [...errors, ...others.flat()];
}

/** Slices are checked as written, since pointers name what the author wrote. */
function slicesAsWritten({ document, path }: PlacedStage): PolicyError[] {
  const written = (document.rules ?? []).flatMap((rule, index) => {
    const at = [...path, 'rules', index];
    if (rule.rules === undefined) return [{ rule, at }];
    return rule.rules.map((inner, innerIndex) => ({ rule: inner, at: [...at, 'rules', innerIndex] }));
  });
  return written.flatMap(({ rule, at: rulePath }) => {
    const seen = new Set<string>();
    return (rule.slices ?? []).flatMap((slice, at) => {
      const place = [...rulePath, 'slices', at];
      const fault = sliceFault(slice);
      if (fault !== undefined) return [policyError(place, 'INVALID_SLICE', fault)];
      const key = sliceKey(slice);
      if (seen.has(key))
        return [policyError(place, 'DUPLICATE_SLICE', `The slice ${formatSlice(JSON.parse(key))} is named twice.`)];
      seen.add(key);
      return [];
    });
  });
}

/** Rules that make no sense before this stage. */
function stageFaults({ stage, rules, path }: PlacedStage, table: RuleTable): PolicyError[] {
  return rules.flatMap(({ rule, index }) => {
    const faults = kindOf(rule, table).stageFaults?.(rule, stage) ?? [];
    return faults.map((fault) => faultAt([...path, 'rules', index], fault));
  });
}

function faultAt(path: readonly (string | number)[], { at, code, detail }: RuleFault): PolicyError {
  return policyError(at === '' ? path : [...path, at], code, detail);
}

/** A short form that means several rules would count as several of a group, so that fewer of what is written would do. */
function manifoldInGroups({ document, rules, path }: PlacedStage): PolicyError[] {
  return rules.flatMap(({ rule, index }) => {
    const [written, meant] = [document.rules?.[index]?.rules, rule.rules];
    if (written === undefined || meant === undefined || meant.length === written.length) return [];
    const detail = `The ${written.length} rules of the group mean ${meant.length}; write limits and regressions, named and discovered slices as rules of their own.`;
    return [policyError([...path, 'rules', index, 'rules'], 'AMBIGUOUS_GROUP', detail)];
  });
}

function unknownOperational({ document, path }: PlacedStage, metrics: Metrics): PolicyError[] {
  return (document.comparability?.sameEnvironmentClass ?? []).flatMap((metric, at) => {
    if (Object.hasOwn(metrics, metric) || WELL_KNOWN_METRICS.has(metric)) return [];
    const detail = `The metric "${metric}" is neither well known nor declared.`;
    return [policyError([...path, 'comparability', 'sameEnvironmentClass', at], 'UNKNOWN_METRIC', detail)];
  });
}

/** Windows that say nothing, and an emergency without the second person that the preset demands. */
function standstillFaults({ document, path }: PlacedStage): PolicyError[] {
  const errors = document.freeze === undefined ? [] : freezeFaults([...path, 'freeze'], document.freeze);
  if (document.preset !== 'regulated' || document.override?.secondPerson !== false) return errors;
  const detail = 'The preset regulated demands a second person; leave secondPerson out.';
  return [...errors, policyError([...path, 'override', 'secondPerson'], 'SECOND_PERSON_DEMANDED', detail)];
}

function duplicateIds({ rules, path }: PlacedStage): PolicyError[] {
  const seen = new Set<string>();
  return rules.flatMap(({ rule, index }) => {
    if (!seen.has(rule.id)) {
      seen.add(rule.id);
      return [];
    }
    return [
      policyError(
        [...path, 'rules', index, 'id'],
        'DUPLICATE_RULE_ID',
        `Another rule of this stage has the id "${rule.id}".`,
      ),
    ];
  });
}

/** A gated stage needs a rule that blocks on quality; a stage without gates says so by the preset open. */
function qualityRules({ document, rules, path }: PlacedStage, table: RuleTable): PolicyError[] {
  const blocking = rules.filter(({ rule }) => rule.enforcement === 'block');
  const judging = blocking.filter(({ rule }) => isQualityRule(rule, table));
  if (document.preset === 'open') {
    return blocking.map(({ index }) =>
      policyError(
        [...path, 'rules', index],
        'OPEN_WITH_GATES',
        'The preset open means no gates; remove it, or let this rule only warn or observe.',
      ),
    );
  }
  if (judging.length > 0) return [];
  const detail = `A gated stage needs at least one blocking rule of kind ${qualityKinds(table).join(' or ')}, such as {"metric": "accuracy", "min": 0.8}; for no gates choose {"preset": "open"}.`;
  return [policyError([...path, 'rules'], 'NO_QUALITY_RULE', detail)];
}
