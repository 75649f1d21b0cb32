import { GRANT_SOURCES } from '../../src/access/role-bindings/role-bindings.dto.js';
import { PERMISSIONS } from '../../src/platform/access/permission.js';
import { COMPARISON_HINTS } from '../../src/judging/compare-evaluations.js';
import { EVIDENCE_LEVELS } from '../../src/judging/evidence/gate-evidence.js';
import { DIRECTIONS, METRIC_KINDS } from '../../src/judging/evidence/metric-definition.js';
import { PAIRED_KINDS } from '../../src/judging/evidence/paired-kinds.js';
import { STATUSES, VERDICTS } from '../../src/judging/verdict/verdict.js';
import { KEY_STATUSES } from '../../src/record/checkpoints/checkpoints.dto.js';
import { MODEL_CONDITIONS } from '../../src/registry/models/model-conditions.js';
import { RUN_STATUSES } from '../../src/registry/runs/run-record.js';
import { STAGES } from '../../src/values/stage.js';
import { POLICY_CHANGE_STATUSES } from '../../src/promotion/policies/policy-change-status.js';
import { CHANGED_SCOPES } from '../../src/promotion/policies/policy-changes.dto.js';
import { POLICY_SCOPES } from '../../src/promotion/policies/gate-policies.dto.js';
import { gatePolicyJsonSchema } from '../../src/judging/policy/gate-policy-json-schema.js';
import { GATED_STAGES } from '../../src/judging/policy/gate-policy.js';
import { PRESETS } from '../../src/judging/policy/gate-policy-schema.js';
import { FACT_OPERATORS } from '../../src/judging/kinds/metadata/metadata-rule.js';
import { REGRESSION_MODES } from '../../src/judging/kinds/regression/regression-mode.js';
import { RULE_KIND_NAMES } from '../../src/judging/kinds/rule-kinds.js';
import { GAP_STATISTICS } from '../../src/judging/kinds/slice-gap/slice-gap-rule.js';
import { ENFORCEMENTS } from '../../src/judging/outcome/enforcement.js';
import { INCLUSIONS } from '../../src/measuring/evaluations/inclusion.js';
import { CURVE_KINDS } from '../../src/measuring/predictions/engine/curves/curve.js';
import { FAULT_CODES } from '../../src/measuring/predictions/engine/engine-fault.js';
import { STEPS } from '../../src/measuring/predictions/engine/engine-task.js';
import { SOURCE_KINDS } from '../../src/measuring/predictions/jobs/job.js';
import { DELIMITERS } from '../../src/measuring/predictions/predictions.dto.js';
import { JOB_STATUSES } from '../../src/platform/jobs/job-table.js';
import { DECIMAL_MARKS, FORMATS, TASKS, THOUSANDS_MARKS } from '../../src/measuring/predictions/prediction-layout.js';
import { PROBLEM_PLACES } from '../../src/platform/http/problem.js';
import { COMPARED_ROLES } from '../../src/promotion/gates/gates.dto.js';
import { LIMIT_KINDS } from '../../src/promotion/gates/measure-limit.js';
import { STANDINGS } from '../../src/promotion/re-evaluations/re-evaluations.dto.js';
import { CHANGES } from '../../src/promotion/replays/back-test.js';
import { DIFFERENCE_CAUSES } from '../../src/promotion/replays/report-difference.js';
import { APPROVAL_DECISIONS } from '../../src/promotion/approvals/approvals.js';
import { DECISION_STATES } from '../../src/promotion/transitions/decisions/counted-approvals.js';
import { WAIVER_STATES } from '../../src/promotion/waivers/waivers.dto.js';
import { FINDING_CODES, SUBJECTS } from '../../src/promotion/imports/import-plan.js';
import { PIN_NAMES } from '../../src/promotion/transitions/decisions/pins.js';
import { MOVE_KINDS, TRANSITION_STATUSES } from '../../src/promotion/transitions/stage-change.js';
import { DECISION_BARS } from '../../src/promotion/approvals/decider.js';
import { BLOCKER_CODES } from '../../src/promotion/transitions/standing/blocker.js';
import { FREEZE_SOURCES } from '../../src/promotion/freezes/freezes.dto.js';
import { FROZEN_KINDS } from '../../src/judging/policy/standstill-schema.js';
import { REVIEW_STATUSES } from '../../src/promotion/overrides/reviews.queries.js';
import { FOUND_KINDS, MATCHES } from '../../src/promotion/search/search.dto.js';
import { AUDIT_ORDERS } from '../../src/record/audit/audit.dto.js';
import { EVIDENCE_KINDS } from '../../src/record/audit/evidence-links.js';
import { DELIVERY_STATUSES } from '../../src/record/webhooks/webhook-delivery.entity.js';
import { WEBHOOK_FORMATS } from '../../src/record/webhooks/webhook.entity.js';
import { EVENT_CONCERNS } from '../../src/record/feed/feed.dto.js';
import { SIGN_IN_WAYS } from '../../src/edges/console/console.dto.js';
import { OBJECT_KINDS } from '../../src/record/audit/difference.js';

type Json = unknown;
type Schema = Record<string, Json>;
interface Field {
  enum?: string[];
  items?: Field;
}

const POLICY_PARTS = gatePolicyJsonSchema().$defs as Record<string, { properties: Record<string, Field> }>;

/** What a field of a policy may be, by the schema that refuses all else. */
function valuesOf(part: string, name: string): readonly string[] {
  const field = POLICY_PARTS[part]?.properties[name];
  const values = field?.enum ?? field?.items?.enum;
  if (!values) throw new Error(`No schema of a policy lists the values of ${part}.${name}.`);
  return values;
}

/** Every set of values that a field may have, with what it is called; a generated client has one type for each. */
const ENUMS: Record<string, [description: string, values: readonly string[]]> = {
  WaivableStatus: ['A status of a rule that may be waived.', valuesOf('WaiverTerms', 'allowFor')],
  KeyStatus: ['Whether a key still signs checkpoints and attestations.', KEY_STATUSES],
  Stage: ['Where a version stands.', STAGES],
  ImportSubject: ['What an import changes.', SUBJECTS],
  ImportFindingCode: ['Why something was not taken over as it is there.', FINDING_CODES],
  VersionRunStatus: ['Whether the run of a version was read.', RUN_STATUSES],
  ModelConditionCode: ['What to know of a model before anything else.', MODEL_CONDITIONS],
  FoundKind: ['What a search found.', FOUND_KINDS],
  SearchMatch: ['What it was found by.', MATCHES],
  GatedStage: ['A stage that gates can stand before.', GATED_STAGES],
  TransitionKind: ['Kind of a change of stage.', MOVE_KINDS],
  TransitionStatus: ['Where a transition stands.', TRANSITION_STATUSES],
  TransitionPin: ['What a transition is pinned to.', PIN_NAMES],
  TransitionBlockerCode: ['What stands in the way of a transition.', BLOCKER_CODES],
  FreezeSource: ['Where a freeze is set.', FREEZE_SOURCES],
  FrozenKind: ['What a freeze of a policy holds back.', FROZEN_KINDS],
  ReviewStatus: ['Where a review stands.', REVIEW_STATUSES],
  DecisionBar: ['Why a caller may not decide on a transition.', DECISION_BARS],
  ApprovalDecision: ['What an approver says.', APPROVAL_DECISIONS],
  DecisionState: ['Where a decision on a transition stands.', DECISION_STATES],
  PolicyChangeStatus: ['Where a change of a gate policy stands.', POLICY_CHANGE_STATUSES],
  ChangedScope: ['Whose policy a change is of.', CHANGED_SCOPES],
  WaiverState: ['Where a waiver stands.', WAIVER_STATES],
  ApprovalExclusion: ['Who may not approve.', valuesOf('ApprovalDemand', 'excludeActors')],
  GrantSource: ['Where a right comes from.', GRANT_SOURCES],
  SignInWay: ['A way to sign in to the console.', SIGN_IN_WAYS],
  Permission: ['What a caller may do.', Object.keys(PERMISSIONS)],
  Verdict: ['Outcome of judging a version by its gates.', VERDICTS],
  MeasureStatus: ['Outcome of a rule or a measure.', STATUSES],
  RuleKind: ['Kind of a gate rule.', RULE_KIND_NAMES],
  Enforcement: ['What a rule that does not pass does.', ENFORCEMENTS],
  InconclusiveHandling: ['What too little data does.', valuesOf('GateDefaults', 'onInconclusive')],
  GatePreset: ['A named set of gate defaults.', PRESETS],
  MetricDirection: ['Which way is better.', DIRECTIONS],
  MetricKind: ['What kind of number a metric is.', METRIC_KINDS],
  EvidenceInclusion: ['What a list shows of the evidence of each evaluation.', INCLUSIONS],
  EvidenceLevel: ['Strength of evidence, weakest first.', EVIDENCE_LEVELS],
  PairedKind: ['Form of paired evidence.', PAIRED_KINDS],
  LimitKind: ['What a limit is set to.', LIMIT_KINDS],
  ComparedRole: ['Which of two compared versions.', COMPARED_ROLES],
  ComparisonHint: ['What a row of a comparison suggests.', COMPARISON_HINTS],
  RegressionMode: ['How values are compared.', REGRESSION_MODES],
  ThresholdBound: ['What must keep a limit.', valuesOf('ThresholdRule', 'bound')],
  GapBound: ['What must keep the limit of a spread.', valuesOf('SliceGapRule', 'bound')],
  GapStatistic: ['How a spread is measured.', GAP_STATISTICS],
  MissingSliceHandling: [
    'What a slice that the incumbent lacks does.',
    valuesOf('RegressionRule', 'onMissingIncumbentSlice'),
  ],
  Multiplicity: ['How chance is held over many measures.', valuesOf('RegressionRule', 'multiplicity')],
  FactOperator: ['What must hold of a fact.', FACT_OPERATORS],
  PolicyScope: ['Where a policy comes from.', POLICY_SCOPES],
  BackTestChange: ['What a draft policy would have changed.', CHANGES],
  CurveKind: ['A picture of predictions.', CURVE_KINDS],
  PredictionTask: ['What predictions answer.', TASKS],
  PredictionFormat: ['Format of a prediction file.', FORMATS],
  PredictionOrigin: ['Where predictions come from.', SOURCE_KINDS],
  PredictionJobStatus: ['Where a prediction job stands.', JOB_STATUSES],
  ReEvaluationStanding: ['Where a measurement that is missing stands.', STANDINGS],
  PredictionJobStep: ['What a running prediction job does.', STEPS],
  PredictionFault: ['Why a prediction job failed.', Object.keys(FAULT_CODES)],
  CsvDelimiter: ['What separates the columns of a CSV file.', DELIMITERS],
  DecimalMark: ['What separates the fraction of numbers in a CSV file.', DECIMAL_MARKS],
  ThousandsMark: ['What separates thousands in numbers of a CSV file.', THOUSANDS_MARKS],
  AuditOrder: ['Order of audit events.', AUDIT_ORDERS],
  ReplayDifferenceCause: ['Why a replay differs.', DIFFERENCE_CAUSES],
  WebhookFormat: ['What a webhook sends.', WEBHOOK_FORMATS],
  WebhookDeliveryStatus: ['Where a delivery of a webhook stands.', DELIVERY_STATUSES],
  EventConcern: ['What a type of event concerns.', EVENT_CONCERNS],
  EvidenceKind: ['What an audit event rests on.', EVIDENCE_KINDS],
  RecordedObjectKind: ['What an audit event tells of.', OBJECT_KINDS],
  ProblemPlace: ['Part of a request.', PROBLEM_PLACES],
  Liveness: ['That the process runs.', ['alive']],
  Readiness: ['That requests are served.', ['ready']],
};

const NAMES = new Map(Object.entries(ENUMS).map(([name, [, values]]) => [keyOf(values), name]));

/**
 * The named enums as components of the document. Generators take the names of constants from them: each begins with its
 * enum's, because some languages have one space of names for all constants.
 */
export function enumSchemas(): Record<string, Schema> {
  const toSchema = (name: string, [description, values]: [string, readonly string[]]): Schema => ({
    type: 'string',
    enum: [...values],
    'x-enum-varnames': values.map((value) => `${name}${constantName(value)}`),
    description,
  });
  return Object.fromEntries(Object.entries(ENUMS).map(([name, entry]) => [name, toSchema(name, entry)]));
}

/** What values are called that are no words. */
const CALLED: Record<string, string> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Pipe',
  '.': 'Point',
  ' ': 'Space',
  "'": 'Apostrophe',
  '-sequence': 'SequenceDescending',
};

/** `no_detected_regression` is NoDetectedRegression, and PASS is Pass. */
function constantName(value: string): string {
  const words = value.split(/[^A-Za-z0-9]+/);
  const name =
    CALLED[value] ?? words.map((word) => capitalized(/[a-z]/.test(word) ? word : word.toLowerCase())).join('');
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) throw new Error(`Say in CALLED what ${JSON.stringify(value)} is called.`);
  return name;
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The same JSON with every enum of ours replaced by a reference to its name, and references as generators know them: alone, or in allOf. */
export function withNamedEnums<Value extends Json>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withNamedEnums) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as Schema;
  const name = Array.isArray(schema.enum) ? NAMES.get(keyOf(schema.enum.filter((item) => item !== null))) : undefined;
  if (name) return referenceTo(name, schema) as Value;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, item]) => [key, withNamedEnums(item)]));
  if (copy.allOf || copy.anyOf) delete copy.additionalProperties;
  if (typeof copy.$ref !== 'string' || Object.keys(copy).length === 1) return copy as Value;
  const { $ref, ...rest } = copy;
  return { ...rest, allOf: [{ $ref }] } as Value;
}

function referenceTo(name: string, { type, enum: values, ...rest }: Schema): Schema {
  const reference = { $ref: `#/components/schemas/${name}` };
  const isNullable = (Array.isArray(type) && type.includes('null')) || (values as Json[]).includes(null);
  if (isNullable) return { ...rest, anyOf: [reference, { type: 'null' }] };
  return Object.keys(rest).length === 0 ? reference : { ...rest, allOf: [reference] };
}

function keyOf(values: readonly unknown[]): string {
  return JSON.stringify([...values].sort());
}
