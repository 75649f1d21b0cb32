import { attemptsOn } from './evidence/choose-evidence.js';
import { selfComparison } from './evidence/comparability.js';
import { evaluatorWarnings } from './evaluator-warnings.js';
import { type BrokenRule, evaluateRule, worstRuleFirst } from './kinds/evaluate-rule.js';
import { type RuleBase, singleRules } from './kinds/rule-kind.js';
import { RULE_TABLE } from './kinds/rule-kinds.js';
import { type RuleTable } from './kinds/rule-table.js';
import { isSliced } from './kinds/sliced-rule.js';
import { coveredByThresholds } from './kinds/threshold/covering-limits.js';
import { type GateEvidence } from './evidence/gate-evidence.js';
import {
  type EvidenceUsed,
  type GateBlocker,
  type GateOutcome,
  type GateWarning,
  type RuleOutcome,
} from './outcome/gate-outcome.js';
import { type GatePolicy, type StagePolicy, stagePolicy } from './policy/gate-policy.js';
import { capitalised } from './outcome/gate-message.js';
import { ruleContext } from './context/rule-context.js';
import { compareText } from '../values/compare-text.js';
import { type ReasonCode } from './verdict/reasons.js';
import { worst } from './verdict/verdict.js';

const HOW_TO_SET_A_POLICY =
  'Set one with PUT /api/v1/models/{model}/gate-policy, for example {"rules": [{"metric": "accuracy", "min": 0.8}]}, or choose {"preset": "open"} for no gates.';

/** Judges a challenger by the gates of a stage: pure and total, the whole algebra of gates.md §1.5. */
export function evaluateGates<Rule extends RuleBase>(
  policy: GatePolicy<Rule>,
  evidence: GateEvidence,
  now: Date,
  table: RuleTable = RULE_TABLE,
): GateOutcome<Rule['kind']> {
  return judgeGates(policy, evidence, now, table).outcome;
}

/** The same with the causes of rules that broke while they were judged, which are no part of what is shown. */
export function judgeGates<Rule extends RuleBase>(
  policy: GatePolicy<Rule>,
  evidence: GateEvidence,
  now: Date,
  table: RuleTable = RULE_TABLE,
): { outcome: GateOutcome<Rule['kind']>; broken: readonly BrokenRule[] } {
  const stage = stagePolicy(policy, evidence.toStage);
  if (stage === undefined) return { outcome: withoutStage(evidence), broken: [] };
  const { metrics, defaults } = policy;
  const { equalityEpsilon, dataset } = defaults;
  const measuring = singleRules(stage.rules).filter(isSliced);
  const terms = { metrics, equalityEpsilon, dataset, measuring, comparability: stage.comparability };
  const context = ruleContext(terms, evidence, now, coveredByThresholds(stage.rules));
  const broken: BrokenRule[] = [];
  const rules = stage.rules.map((rule) => evaluateRule(rule, context, table, broken)).sort(worstRuleFirst);
  return { outcome: concludeGates(stage, evidence, rules, table), broken };
}

/** The verdict on a stage by its judged rules. */
function concludeGates<Kind extends string>(
  stage: StagePolicy<RuleBase>,
  evidence: GateEvidence,
  rules: RuleOutcome<Kind>[],
  table: RuleTable,
): GateOutcome<Kind> {
  const used = evidenceUsed(rules, evidence);
  const warnings = [...warningsOf(rules), ...evaluatorWarnings(evidence, used)];
  const common = { firstPromotion: evidence.incumbent === null, rules, evidenceUsed: used };
  if (stage.preset === 'open') return ungated(evidence, 'OPEN_POLICY', OPEN, { ...common, warnings });
  const blockers = blockersOf(stage, evidence, rules, table);
  if (blockers.length === 0 && !hasJudgedQuality(rules, table)) {
    return ungated(evidence, 'FIRST_PROMOTION_NOT_JUDGED', UNJUDGED_FIRST, { ...common, warnings });
  }
  const verdict = worst([...statusesOf(rules), ...blockers.map(({ status }) => status)]) ?? 'INCONCLUSIVE';
  return { verdict, gated: true, message: summary(verdict, rules, blockers, evidence), blockers, warnings, ...common };
}

const OPEN = 'The policy is open: nothing was demanded, so the verdict says nothing of quality.';
const UNJUDGED_FIRST =
  'No incumbent to compare with, and the policy demands no threshold rule for a first promotion: quality was not judged.';

function ungated<Kind extends string>(
  evidence: GateEvidence,
  code: ReasonCode,
  message: string,
  rest: Partial<Pick<GateOutcome<Kind>, 'rules' | 'warnings' | 'evidenceUsed'>> = {},
): GateOutcome<Kind> {
  const { rules = [], warnings = [], evidenceUsed = [] } = rest;
  return {
    verdict: 'PASS',
    gated: false,
    firstPromotion: evidence.incumbent === null,
    message,
    blockers: [],
    warnings: [{ code, message }, ...warnings],
    rules,
    evidenceUsed,
  };
}

/** Production without gates is refused, other stages let through; both say so. */
function withoutStage(evidence: GateEvidence): GateOutcome<never> {
  if (evidence.toStage !== 'Production') {
    return ungated(evidence, 'STAGE_NOT_GATED', `The policy has no gates for ${evidence.toStage}.`);
  }
  const message = 'No gate policy says what Production demands of this model.';
  const blocker: GateBlocker = {
    status: 'INCONCLUSIVE',
    reasonCode: 'NO_EFFECTIVE_RULES',
    message,
    remediation: HOW_TO_SET_A_POLICY,
  };
  return {
    verdict: 'INCONCLUSIVE',
    gated: true,
    firstPromotion: evidence.incumbent === null,
    message: `${message} ${HOW_TO_SET_A_POLICY}`,
    blockers: [blocker],
    warnings: [],
    rules: [],
    evidenceUsed: [],
  };
}

function blocking(rules: readonly RuleOutcome[]): RuleOutcome[] {
  return rules.filter(({ enforcement, status }) => enforcement === 'block' && status !== 'SKIPPED');
}

function statusesOf(rules: readonly RuleOutcome[]): RuleOutcome['status'][] {
  return blocking(rules).map(({ status }) => status);
}

function hasJudgedQuality(rules: readonly RuleOutcome[], table: RuleTable): boolean {
  return blocking(rules).some((rule) => judgedQuality(rule, table));
}

function isOfQuality(kind: string, table: RuleTable): boolean {
  return table.find(kind)?.judgesQuality === true;
}

/** A group that passes may do so by other rules alone, so that there a rule of quality has to be among those that pass. */
function judgedQuality({ kind, status, rules }: RuleOutcome, table: RuleTable): boolean {
  if (rules === undefined) return isOfQuality(kind, table) && status !== 'SKIPPED';
  return rules.some((inner) => judgedQuality(inner, table) && (status !== 'PASS' || inner.status === 'PASS'));
}

/** What stands in the way besides failing rules: nothing to judge by, no first promotion allowed, one artifact twice. */
function blockersOf(
  stage: StagePolicy<RuleBase>,
  evidence: GateEvidence,
  rules: readonly RuleOutcome[],
  table: RuleTable,
): GateBlocker[] {
  const first = evidence.incumbent === null;
  const blockers: GateBlocker[] = [];
  const self = selfComparison(evidence);
  if (self !== undefined) {
    const message = `${capitalised(self.detail)}.`;
    blockers.push({ status: 'ERROR', reasonCode: self.reasonCode, message, remediation: self.remediation });
  }
  if (first && !stage.firstPromotion.allowed) {
    const message = 'There is no incumbent, and the policy allows no first promotion.';
    blockers.push({ status: 'FAIL', reasonCode: 'FIRST_PROMOTION_NOT_ALLOWED', message });
  }
  const missing = missingJudgement(stage, rules, first, table);
  return missing === undefined ? blockers : [...blockers, missing];
}

function missingJudgement(
  stage: StagePolicy<RuleBase>,
  rules: readonly RuleOutcome[],
  first: boolean,
  table: RuleTable,
): GateBlocker | undefined {
  if (first && !stage.firstPromotion.requireThresholdRules && onlyLackIncumbent(rules, table)) return undefined;
  if (blocking(rules).length === 0) {
    const message = first ? NO_RULE_WITHOUT_INCUMBENT : 'No blocking rule could be applied, so nothing was judged.';
    return { status: 'INCONCLUSIVE', reasonCode: 'NO_EFFECTIVE_RULES', message, remediation: ADD_THRESHOLD };
  }
  if (hasJudgedQuality(rules, table)) return undefined;
  const message = 'No blocking rule judged quality.';
  return { status: 'INCONCLUSIVE', reasonCode: 'NO_QUALITY_RULE', message, remediation: ADD_THRESHOLD };
}

const NO_RULE_WITHOUT_INCUMBENT = 'There is no incumbent to compare with, and no threshold rule judged the challenger.';
const ADD_THRESHOLD = 'Add a blocking threshold rule, such as {"metric": "accuracy", "min": 0.8}.';

function onlyLackIncumbent(rules: readonly RuleOutcome[], table: RuleTable): boolean {
  const quality = rules.filter(({ kind, enforcement }) => enforcement === 'block' && isOfQuality(kind, table));
  return (
    quality.length > 0 &&
    quality.every(({ status, reasonCode }) => status === 'SKIPPED' && reasonCode === 'NO_INCUMBENT')
  );
}

function warningsOf(rules: readonly RuleOutcome[]): GateWarning[] {
  return rules.flatMap((rule) => {
    const own = rule.enforcement === 'warn' && rule.status !== 'PASS' && rule.status !== 'SKIPPED';
    if (rule.enforcement === 'observe') return [];
    const demoted = rule.measures.filter((measure) => measure.demoted === true);
    return [
      ...(own ? [{ code: rule.reasonCode, message: rule.message, ruleId: rule.id }] : []),
      ...demoted.map(({ reasonCode, message }) => ({ code: reasonCode, message, ruleId: rule.id })),
      ...(rule.warnings ?? []),
      ...warningsOf(rule.rules?.map((inner) => ({ ...inner, enforcement: 'warn' })) ?? []),
    ];
  });
}

/** Adds the evaluations that measures rest on, those inside groups too. */
function addUsed(rules: readonly RuleOutcome[], challengers: Set<string | null>, incumbents: Set<string | null>): void {
  for (const { measures, rules: inner = [] } of rules) {
    for (const { evaluations } of measures) {
      challengers.add(evaluations.challenger);
      incumbents.add(evaluations.incumbent);
    }
    addUsed(inner, challengers, incumbents);
  }
}

function evidenceUsed(rules: readonly RuleOutcome[], evidence: GateEvidence): EvidenceUsed[] {
  const ids = { challenger: new Set<string | null>(), incumbent: new Set<string | null>() };
  addUsed(rules, ids.challenger, ids.incumbent);
  const used = (role: EvidenceUsed['role'], all: GateEvidence['challengerEvaluations']): EvidenceUsed[] =>
    all
      .filter(({ id }) => ids[role].has(id))
      .map((evaluation) => ({
        role,
        version: evaluation.version,
        evaluationId: evaluation.id,
        dataset: evaluation.dataset,
        evaluatedAt: evaluation.evaluatedAt,
        digest: evaluation.digest ?? null,
        attempts: attemptsOn(evaluation, all),
      }))
      .sort((a, b) => compareText(a.evaluationId, b.evaluationId));
  return [...used('challenger', evidence.challengerEvaluations), ...used('incumbent', evidence.incumbentEvaluations)];
}

function summary(
  verdict: GateOutcome['verdict'],
  rules: readonly RuleOutcome[],
  blockers: readonly GateBlocker[],
  evidence: GateEvidence,
): string {
  const subject = `Version ${evidence.challenger.version} for ${evidence.toStage}: ${verdict}.`;
  const inTheWay = blocking(rules).filter(({ status }) => status !== 'PASS');
  const reasons = [
    ...blockers.map(({ message }) => message),
    ...inTheWay.map(({ id, message }) => `[${id}] ${message}.`),
  ];
  const compared =
    evidence.incumbent === null ? 'There is no incumbent.' : `Compared with version ${evidence.incumbent.version}.`;
  return [subject, ...(reasons.length === 0 ? [compared] : reasons)].join(' ');
}
