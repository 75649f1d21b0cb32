import { canonicalDigest } from '../../values/digest.js';
import { EQUALITY_EPSILON } from '../evidence/compare.js';
import { datasetChoice } from '../kinds/rule-base.js';
import { type RuleDefaults } from '../kinds/rule-defaults.js';
import { type RuleBase } from '../kinds/rule-kind.js';
import { type GateRule, RULE_TABLE } from '../kinds/rule-kinds.js';
import { type RuleTable } from '../kinds/rule-table.js';
import { expandRules, type PlacedRule } from './expand-rule.js';
import {
  type ApprovalsPolicy,
  GATED_STAGES,
  type GatedStage,
  type GatePolicy,
  type StagePolicy,
} from './gate-policy.js';
import { approvalFaults, slotName } from './approval-terms.js';
import {
  MIN_SLICE_SIZE,
  POLICY_CHANGE_APPROVALS,
  presetRuleDefaults,
  presetRules,
  stageDefaults,
  USUAL_WAIVERS,
} from './gate-policy-presets.js';
import { type GatePolicyDocument, gatePolicySchema, type StageDocument } from './gate-policy-schema.js';
import { fieldHint } from './known-fields.js';
import { WELL_KNOWN_METRICS } from '../evidence/metric-definition.js';
import { type PolicyError, policyError, schemaErrors } from './policy-error.js';
import { resolveMetrics } from './resolve-metrics.js';
import { freezeList, normaliseFreeze } from './freeze-policy.js';
import { normaliseOverride } from './override-policy.js';
import { UNSTORABLE } from '../evidence/slice-key.js';
import { type PlacedStage, validateStage } from './validate-gate-policy.js';
import { compareText } from '../../values/compare-text.js';

/** A policy with its digest, or everything that is wrong with the document. */
export type ParsedGatePolicy<Rule extends RuleBase = GateRule> =
  { ok: true; policy: GatePolicy<Rule>; digest: string } | { ok: false; errors: PolicyError[] };

const STAGE_FIELDS = [
  'preset',
  'rules',
  'approvals',
  'firstPromotion',
  'allowSkipStaging',
  'rollback',
  'comparability',
  'freeze',
  'override',
  'waivers',
] as const;

/** Reads a policy document: schema, presets and short forms, then the static checks of gates.md §1.2. Total. */
export function parseGatePolicy(input: unknown): ParsedGatePolicy {
  return parsePolicyOf(RULE_TABLE, input);
}

/** The same for policies whose rules are of these kinds. */
export function parsePolicyOf<Rule extends RuleBase>(table: RuleTable<Rule>, input: unknown): ParsedGatePolicy<Rule> {
  const shape = gatePolicySchema(table).safeParse(input, { reportInput: false });
  if (!shape.success) return { ok: false, errors: schemaErrors(shape.error.issues, fieldHint(table)) };
  const document = shape.data;
  if (hasUnstorableText(document)) {
    return { ok: false, errors: [policyError([], 'INVALID_TEXT', 'The policy holds a NUL or an unpaired surrogate.')] };
  }
  const { stages, errors } = collectStages(document, table);
  const metrics = resolveMetrics(document.metrics ?? {}, stages);
  errors.push(...metrics.errors);
  errors.push(...approvalFaults(document.policyChanges?.approvals, ['policyChanges', 'approvals']));
  for (const stage of stages) errors.push(...validateStage(stage, metrics.metrics, table));
  if (errors.length > 0) return { ok: false, errors };
  const policy = normalise(document, stages, metrics.metrics);
  return { ok: true, policy, digest: gatePolicyDigest(policy) };
}

/** The digest of a normalised policy; the order in which rules were written never matters. */
export function gatePolicyDigest(policy: GatePolicy<RuleBase>): string {
  return canonicalDigest(policy);
}

function hasUnstorableText(document: unknown): boolean {
  return typeof document === 'string'
    ? UNSTORABLE.test(document)
    : typeof document === 'object' && document !== null && Object.entries(document).flat().some(hasUnstorableText);
}

function collectStages<Rule extends RuleBase>(
  document: GatePolicyDocument,
  table: RuleTable<Rule>,
): { stages: PlacedStage<Rule>[]; errors: PolicyError[] } {
  const errors: PolicyError[] = [];
  const stages: PlacedStage<Rule>[] = [];
  for (const stage of GATED_STAGES) {
    const block = document.stages?.[stage];
    const topLevel = stage === 'Production' ? topLevelFields(document) : {};
    if (block === undefined && Object.keys(topLevel).length === 0) continue;
    errors.push(...clashes(topLevel, block));
    const path = topLevel.rules === undefined && block !== undefined ? ['stages', stage] : [];
    stages.push({ ...placeStage(stage, document, { ...topLevel, ...block }, table), path });
  }
  if (stages.length === 0) errors.push(policyError([], 'NO_STAGES', SAY_RULES));
  return { stages, errors };
}

const SAY_RULES =
  'The policy says nothing of any stage. Give rules, such as {"rules": [{"metric": "accuracy", "min": 0.8}]}, or choose {"preset": "open"} for no gates.';

function topLevelFields(document: GatePolicyDocument): StageDocument {
  return Object.fromEntries(
    STAGE_FIELDS.flatMap((field) => (document[field] === undefined ? [] : [[field, document[field]]])),
  );
}

function clashes(topLevel: StageDocument, block: StageDocument | undefined): PolicyError[] {
  return STAGE_FIELDS.filter((field) => topLevel[field] !== undefined && block?.[field] !== undefined).map((field) =>
    policyError([field], 'STATED_TWICE', `"${field}" at the top level means Production, whose block states it too.`),
  );
}

function placeStage<Rule extends RuleBase>(
  stage: GatedStage,
  document: GatePolicyDocument,
  block: StageDocument,
  table: RuleTable<Rule>,
): Omit<PlacedStage<Rule>, 'path'> {
  const written = block.rules ?? [];
  const brought = presetRules(stage, block.preset, document.defaults?.maxEvaluationAgeDays, written);
  const rules = expandRules([...written, ...brought], ruleDefaults(document, block.preset), table);
  return { stage, document: block, rules };
}

function ruleDefaults(
  { defaults = {}, metrics = {} }: GatePolicyDocument,
  preset: StageDocument['preset'],
): RuleDefaults {
  const base = presetRuleDefaults(preset);
  return {
    ...base,
    enforcement: defaults.enforcement ?? 'block',
    minSliceSize: defaults.minSliceSize ?? MIN_SLICE_SIZE,
    confidence: defaults.confidence ?? base.confidence,
    minEvidence: defaults.minEvidence ?? base.minEvidence,
    onInconclusive: defaults.onInconclusive ?? base.onInconclusive,
    discoveredOnInconclusive: defaults.onInconclusive ?? base.discoveredOnInconclusive,
    metricKind: (metric) =>
      (Object.hasOwn(metrics, metric) ? metrics[metric]?.kind : undefined) ?? WELL_KNOWN_METRICS.get(metric)?.kind,
  };
}

function normalise<Rule extends RuleBase>(
  document: GatePolicyDocument,
  stages: readonly PlacedStage<Rule>[],
  metrics: GatePolicy['metrics'],
): GatePolicy<Rule> {
  const dataset = datasetChoice(document.defaults?.dataset);
  return {
    ...(document.name === undefined ? {} : { name: document.name }),
    ...(document.description === undefined ? {} : { description: document.description }),
    metrics,
    defaults: {
      equalityEpsilon: document.defaults?.equalityEpsilon ?? EQUALITY_EPSILON,
      ...(dataset === undefined ? {} : { dataset }),
    },
    stages: Object.fromEntries(stages.map((placed) => [placed.stage, normaliseStage(placed)])),
    protectedAliases: [...new Set(document.protectedAliases ?? [])].sort(compareText),
    ...(document.policyChanges && {
      policyChanges: { approvals: normaliseApprovals(POLICY_CHANGE_APPROVALS, document.policyChanges.approvals) },
    }),
  };
}

function normaliseStage<Rule extends RuleBase>({ stage, document, rules }: PlacedStage<Rule>): StagePolicy<Rule> {
  const defaults = stageDefaults(stage, document.preset);
  const waivers = (document.waivers ?? defaults.waivers) && {
    waivers: { ...USUAL_WAIVERS, ...defaults.waivers, ...document.waivers },
  };
  return {
    ...(document.preset === undefined ? {} : { preset: document.preset }),
    rules: sortRules(rules),
    approvals: normaliseApprovals(defaults.approvals, document.approvals),
    firstPromotion: { ...defaults.firstPromotion, ...document.firstPromotion },
    allowSkipStaging: document.allowSkipStaging ?? defaults.allowSkipStaging,
    rollback: { ...defaults.rollback, ...document.rollback },
    comparability: { ...defaults.comparability, ...document.comparability, ...sameEnvironment(document) },
    ...standstill(document),
    ...waivers,
  };
}

/** What a policy says of freezes and emergencies; absent where it says nothing, so that its digest stays as it was. */
function standstill({ freeze, override }: StageDocument): Pick<StagePolicy, 'freeze' | 'override'> {
  const freezes = freezeList(freeze).map(normaliseFreeze);
  return {
    ...(freezes.length > 0 && { freeze: freezes.length > 1 ? freezes : freezes[0] }),
    ...(override && { override: normaliseOverride(override) }),
  };
}

/** What a block on approvals asks for; what every block means all the same is not written out. */
function normaliseApprovals(defaults: ApprovalsPolicy, document: StageDocument['approvals'] = {}): ApprovalsPolicy {
  const { serviceAccounts: _machines, dismissOnNewEvaluation: _dismissal, slots, ...stated } = document;
  const asked = slots?.map(({ count, ...slot }) => ({ ...slot, count: count ?? 1 })) ?? defaults.slots;
  return {
    ...defaults,
    ...stated,
    slots: asked.toSorted((a, b) => compareText(slotName(a), slotName(b)) || a.count - b.count),
    excludeActors: [...new Set(stated.excludeActors ?? defaults.excludeActors)].sort(compareText),
  };
}

function sameEnvironment({ comparability }: StageDocument): Partial<StagePolicy['comparability']> {
  const metrics = comparability?.sameEnvironmentClass;
  return metrics === undefined ? {} : { sameEnvironmentClass: [...new Set(metrics)].sort(compareText) };
}

function sortRules<Rule extends RuleBase>(rules: readonly PlacedRule<Rule>[]): Rule[] {
  return rules.map(({ rule }) => rule).sort((a, b) => compareText(a.id, b.id));
}
