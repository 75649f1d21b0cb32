import { type RuleBase } from '../kinds/rule-kind.js';
import { type RuleTable } from '../kinds/rule-table.js';
import {
  type ApprovalsPolicy,
  type ApprovalSlot,
  type GatedStage,
  holdsAfterRollback,
  type StagePolicy,
} from './gate-policy.js';
import { type ComparabilityPolicy } from '../evidence/comparability.js';
import { composeFreezes } from './freeze-policy.js';
import { slotName, stricterExpiry, stricterWaivers } from './approval-terms.js';
import { loosenedFields } from './loosened-fields.js';
import { composeOverrides, type OverridePolicy, USUAL_OVERRIDE } from './override-policy.js';
import { type PolicyError, policyError } from './policy-error.js';
import { compareText } from '../../values/compare-text.js';

/** One stage under both scopes; a scope that says nothing of the stage asks for nothing of its own. */
export function composeStages<Rule extends RuleBase>(
  stage: GatedStage,
  base: StagePolicy<Rule> | undefined,
  narrower: StagePolicy<Rule> | undefined,
  table: RuleTable,
): { composed?: StagePolicy<Rule>; errors: PolicyError[] } {
  if (base === undefined || narrower === undefined) return { composed: narrower ?? base, errors: [] };
  const byId = new Map(base.rules.map((rule) => [rule.id, rule]));
  const errors = [
    ...openedStage(stage, base, narrower),
    ...narrower.rules.flatMap((rule) => loosenedRule(stage, byId.get(rule.id), rule, table)),
  ];
  for (const rule of narrower.rules) byId.set(rule.id, rule);
  const preset = base.preset === 'open' ? narrower.preset : base.preset;
  const composed: StagePolicy<Rule> = {
    ...(preset === undefined ? {} : { preset }),
    rules: [...byId.values()].sort((a, b) => compareText(a.id, b.id)),
    ...composeTerms(base, narrower),
  };
  return { composed, errors };
}

function openedStage(
  stage: GatedStage,
  base: Pick<StagePolicy, 'preset'>,
  narrower: Pick<StagePolicy, 'preset'>,
): PolicyError[] {
  if (narrower.preset !== 'open' || base.preset === 'open') return [];
  const detail = `The wider scope has gates for ${stage}; a narrower one cannot open it.`;
  return [policyError(['stages', stage, 'preset'], 'LOOSENED', detail)];
}

function loosenedRule(stage: GatedStage, wider: RuleBase | undefined, rule: RuleBase, table: RuleTable): PolicyError[] {
  if (wider === undefined) return [];
  return loosenedFields(wider, rule, table).map((field) => {
    const detail = `Rule "${rule.id}" of the wider scope asks for more in "${field}"; a narrower scope may only tighten.`;
    return policyError(['stages', stage, 'rules', rule.id, field], 'LOOSENED', detail);
  });
}

type Terms = Omit<StagePolicy, 'rules'>;

/** Of everything besides rules the stricter choice holds. */
function composeTerms(a: Terms, b: Terms): Omit<Terms, 'preset'> {
  return {
    approvals: composeApprovals(a.approvals, b.approvals),
    firstPromotion: {
      allowed: a.firstPromotion.allowed && b.firstPromotion.allowed,
      requireThresholdRules: a.firstPromotion.requireThresholdRules || b.firstPromotion.requireThresholdRules,
      extraApprovals: Math.max(a.firstPromotion.extraApprovals, b.firstPromotion.extraApprovals),
    },
    allowSkipStaging: a.allowSkipStaging && b.allowSkipStaging,
    rollback: { requireGates: a.rollback.requireGates || b.rollback.requireGates, ...composeHold(a, b) },
    comparability: either(a.comparability, b.comparability),
    ...composeStandstill(a, b),
    ...stricterWaivers(a.waivers, b.waivers),
  };
}

/** Either scope that says so keeps a model on hold after a rollback, a regulated one also where it says nothing of that. */
function composeHold(wider: Terms, narrower: Terms): { hold?: boolean } {
  const said = [wider, narrower].filter(
    ({ preset, rollback }) => rollback.hold !== undefined || preset === 'regulated',
  );
  if (said.every(({ rollback }) => rollback.hold === undefined)) return {};
  return { hold: said.some(holdsAfterRollback) };
}

function composeStandstill(a: Terms, b: Terms): Pick<Terms, 'freeze' | 'override'> {
  const [freeze, override] = [composeFreezes(a.freeze, b.freeze), composeEmergencies(a, b)];
  return { ...(freeze && { freeze }), ...(override && { override }) };
}

/** A regulated scope that says nothing of emergencies keeps the second person and the ticket, whatever the other one says. */
function composeEmergencies(wider: Terms, narrower: Terms): OverridePolicy | undefined {
  if (wider.override === undefined && narrower.override === undefined) return undefined;
  const of = ({ preset, override }: Terms) => override ?? (preset === 'regulated' ? USUAL_OVERRIDE : undefined);
  return composeOverrides(of(wider), of(narrower));
}

/** Every approval that either scope asks for, by the stricter terms. */
export function composeApprovals(a: ApprovalsPolicy, b: ApprovalsPolicy): ApprovalsPolicy {
  return {
    slots: composeSlots(a.slots, b.slots),
    distinctPersons: a.distinctPersons || b.distinctPersons,
    excludeActors: [...new Set([...a.excludeActors, ...b.excludeActors])].sort(compareText),
    rejectionIsVeto: a.rejectionIsVeto || b.rejectionIsVeto,
    ...stricterExpiry(a, b),
  };
}

/** Of each role and group as many approvals as either scope asks for. */
function composeSlots(a: readonly ApprovalSlot[], b: readonly ApprovalSlot[]): ApprovalSlot[] {
  const count = (slots: readonly ApprovalSlot[], name: string) =>
    slots.reduce((sum, slot) => sum + (slotName(slot) === name ? slot.count : 0), 0);
  const named = new Map([...a, ...b].map((slot) => [slotName(slot), slot]));
  return [...named]
    .sort(([one], [other]) => compareText(one, other))
    .map(([name, slot]) => ({ ...slot, count: Math.max(count(a, name), count(b, name)) }));
}

function either(a: ComparabilityPolicy, b: ComparabilityPolicy): ComparabilityPolicy {
  return {
    sameDatasetVersion: a.sameDatasetVersion || b.sameDatasetVersion,
    sameDatasetDigest: a.sameDatasetDigest || b.sameDatasetDigest,
    sameMetricDefinition: a.sameMetricDefinition || b.sameMetricDefinition,
    sameSliceDefinition: a.sameSliceDefinition || b.sameSliceDefinition,
    forbidTrainEvalOverlap: a.forbidTrainEvalOverlap || b.forbidTrainEvalOverlap,
    ...sameEnvironment(a, b),
  };
}

function sameEnvironment(a: ComparabilityPolicy, b: ComparabilityPolicy): Partial<ComparabilityPolicy> {
  if (a.sameEnvironmentClass === undefined && b.sameEnvironmentClass === undefined) return {};
  const metrics = new Set([...(a.sameEnvironmentClass ?? []), ...(b.sameEnvironmentClass ?? [])]);
  return { sameEnvironmentClass: [...metrics].sort(compareText) };
}
