import { z } from 'zod';
import { DIRECTIONS, METRIC_KINDS } from '../evidence/metric-definition.js';
import { comparisonFields } from '../kinds/regression/regression-schema.js';
import { DURATION } from '../kinds/soak/duration.js';
import { datasetSchema, judgedFields, name } from '../kinds/rule-fields.js';
import { type WrittenRule } from '../kinds/rule-kind.js';
import { type RuleTable } from '../kinds/rule-table.js';
import { ENFORCEMENTS } from '../outcome/enforcement.js';
import { freezesSchema, overrideSchema } from './standstill-schema.js';

/** A declared metric. */
export const metricSchema = z
  .strictObject({
    direction: z.enum(DIRECTIONS).optional().describe('Which way is better; needed unless the metric is well known.'),
    kind: z
      .enum(METRIC_KINDS)
      .optional()
      .describe('What kind of number it is, which decides its statistics; mean when absent.'),
    range: z.tuple([z.number(), z.number()]).optional().describe('Smallest and largest possible value.'),
    unit: z.string().min(1).max(32).optional().describe('Unit of the values, such as ms.'),
    environment: z
      .literal('required')
      .optional()
      .describe('Whether evaluations must state their environment for it, and two the same one, as latencies must.'),
  })
  .meta({ id: 'MetricDeclaration', description: 'A metric that the rules use.' });

/** Who stands behind a transition, and may be kept from approving it. */
export const EXCLUDABLE_ACTORS = ['registrant', 'requester', 'evaluator', 'policyAuthor'] as const;

const duration = () => z.string().max(40).regex(DURATION);

/** Who must approve. */
export const approvalsSchema = z
  .strictObject({
    slots: z
      .array(
        z
          .strictObject({
            role: z.string().min(1).max(100).optional().describe('Role that an approver of this slot must hold.'),
            group: z
              .string()
              .min(1)
              .max(200)
              .optional()
              .describe('Group of the identity provider that an approver must be in, instead of a role.'),
            count: z
              .int()
              .min(1)
              .max(20)
              .optional()
              .describe('How many such approvals are needed, 1 to 20; 1 when absent.'),
          })
          .meta({ id: 'ApprovalSlot', description: 'Approvals of one role, or of one group.' }),
      )
      .max(20)
      .optional()
      .describe('Approvals needed; an empty list asks for none, absent means one by an approver.'),
    distinctPersons: z.boolean().optional().describe('Whether one person may fill only one slot; true when absent.'),
    excludeActors: z
      .array(z.enum(EXCLUDABLE_ACTORS))
      .max(EXCLUDABLE_ACTORS.length)
      .optional()
      .describe(
        'Who may not approve: the registrant of the version, the requester of the transition, the evaluator, who submitted evidence of the version, the policyAuthor, who changed the policy since the version was registered or Production last changed; when absent the first two, with the preset standard the first three, and with regulated all four.',
      ),
    rejectionIsVeto: z.boolean().optional().describe('Whether one rejection ends the request; true when absent.'),
    serviceAccounts: z
      .boolean()
      .optional()
      .describe('Whether service accounts may approve: false, since machines approve nothing.'),
    expireAfter: duration()
      .optional()
      .describe('How long an approval counts, as an ISO 8601 duration of weeks to seconds; P7D when absent.'),
    requestsExpireAfter: duration()
      .optional()
      .describe('How long a request waits for its approvals, as an ISO 8601 duration; P30D when absent.'),
    dismissOnNewEvaluation: z
      .boolean()
      .optional()
      .describe('Whether new evidence dismisses approvals: true, since they are bound to what was looked at.'),
  })
  .meta({ id: 'ApprovalDemand', description: 'Who must approve the transition.' });

/** What must agree before two evaluations are compared. */
export const comparabilitySchema = z
  .strictObject({
    sameDatasetVersion: z
      .boolean()
      .optional()
      .describe('Whether both models must be measured on one dataset version; true when absent.'),
    sameDatasetDigest: z.boolean().optional().describe('Whether the dataset digests must agree; true when absent.'),
    sameMetricDefinition: z
      .boolean()
      .optional()
      .describe(
        'Whether implementation and unit of a metric and the definition of the labels must agree; true when absent.',
      ),
    sameSliceDefinition: z
      .boolean()
      .optional()
      .describe('Whether slices are compared only when they follow one definition; true when absent.'),
    sameEnvironmentClass: z
      .array(name(200))
      .max(100)
      .optional()
      .describe('Metrics that are compared only when both evaluations state one environment.'),
    forbidTrainEvalOverlap: z
      .boolean()
      .optional()
      .describe('Whether evaluating on training data is refused; true when absent.'),
  })
  .meta({ id: 'Comparability', description: 'What must agree before two evaluations are compared.' });

const firstPromotionSchema = z
  .strictObject({
    allowed: z
      .boolean()
      .optional()
      .describe('Whether a version may be promoted while there is no incumbent; true when absent.'),
    requireThresholdRules: z
      .boolean()
      .optional()
      .describe('Whether at least one threshold rule must have judged a first promotion; true when absent.'),
    extraApprovals: z
      .int()
      .min(0)
      .max(10)
      .optional()
      .describe('Approvals needed on top for a first promotion, 0 to 10.'),
  })
  .meta({ id: 'FirstPromotion', description: 'What holds while there is no incumbent.' });

/** Who may waive. */
export const waiversSchema = z
  .strictObject({
    allowFor: z
      .array(z.enum(['INCONCLUSIVE']))
      .max(1)
      .optional()
      .describe('What may be waived: INCONCLUSIVE when absent, nothing when empty.'),
    approvals: z
      .int()
      .min(1)
      .max(10)
      .optional()
      .describe('How many persons must waive a rule, 1 to 10; 1 when absent.'),
    maxTtlDays: z
      .number()
      .gt(0)
      .max(7)
      .optional()
      .describe('Longest time that a waiver holds, in days, at most 7; 7 when absent.'),
    reasonMinLength: z
      .int()
      .min(1)
      .max(2_000)
      .optional()
      .describe('Fewest characters of a reason, 1 to 2000; 1 when absent.'),
  })
  .meta({ id: 'WaiverTerms', description: 'Who may let an inconclusive rule pass, and for how long.' });

/** Who decides on changes of the policy. */
export const policyChangesSchema = z
  .strictObject({ approvals: approvalsSchema.optional() })
  .meta({ id: 'PolicyChangeTerms', description: 'Who must approve a change of this policy.' });

/** The presets there are. */
export const PRESETS = ['open', 'simple', 'standard', 'regulated', 'staging'] as const;

const stageFields = (rule: z.ZodType<WrittenRule>) => ({
  preset: z.enum(PRESETS).optional().describe('Named set of defaults; open means no gates.'),
  rules: z.array(rule).max(500).optional().describe('The gate rules, at most 500, in any order.'),
  approvals: approvalsSchema.optional(),
  firstPromotion: firstPromotionSchema.optional(),
  allowSkipStaging: z.boolean().optional().describe('Whether a version may go to Production without Staging.'),
  rollback: z
    .strictObject({
      requireGates: z.boolean().optional().describe('Whether failing gates block a rollback; false when absent.'),
      hold: z
        .boolean()
        .optional()
        .describe('Whether nothing is promoted after a rollback until a person lifts the hold; true when absent.'),
    })
    .meta({ id: 'RollbackGates', description: 'What a rollback to this stage needs.' })
    .optional(),
  comparability: comparabilitySchema.optional(),
  freeze: freezesSchema.optional(),
  override: overrideSchema.optional(),
  waivers: waiversSchema.optional(),
});

/** What the rules of a policy mean where they are silent. */
export const defaultsSchema = z
  .strictObject({
    enforcement: z.enum(ENFORCEMENTS).optional().describe('Enforcement of rules that state none.'),
    minSliceSize: z
      .int()
      .min(0)
      .max(1e9)
      .optional()
      .describe('Rows below which a slice is not judged; 100 when absent.'),
    minEvidence: comparisonFields.minEvidence,
    ...judgedFields,
    maxEvaluationAgeDays: z
      .number()
      .gt(0)
      .max(36_500)
      .optional()
      .describe('Largest age of an evaluation in days, as a freshness rule.'),
    equalityEpsilon: z.number().min(0).max(1e-3).optional().describe('Relative tolerance of comparisons, 0 to 0.001.'),
    dataset: datasetSchema.optional(),
  })
  .meta({ id: 'GateDefaults', description: 'Values for rules that state none.' });

type GatePolicySchema = ReturnType<typeof policySchemaOf>;
/** A policy as a document states it. */
export type GatePolicyDocument = z.infer<GatePolicySchema>;
/** The block of one stage as a document states it. */
export type StageDocument = z.infer<z.ZodObject<ReturnType<typeof stageFields>>>;

const known = new WeakMap<RuleTable, GatePolicySchema>();

/** The schema of a policy whose rules are of these kinds, made once. */
export function gatePolicySchema(table: RuleTable): GatePolicySchema {
  const schema = known.get(table) ?? policySchemaOf(table.schema);
  known.set(table, schema);
  return schema;
}

function policySchemaOf(rule: z.ZodType<WrittenRule>) {
  const fields = stageFields(rule);
  const stageSchema = z.strictObject(fields).meta({ id: 'StageGates', description: 'The gates of one target stage.' });
  return z
    .strictObject({
      apiVersion: z.literal('gates/v1').optional().describe('Version of this format.'),
      kind: z.literal('GatePolicy').optional().describe('Constant name of this document type.'),
      name: z.string().max(200).optional().describe('Name of the policy for people.'),
      description: z.string().max(4000).optional().describe('What the policy is for.'),
      metrics: z.record(name(200), metricSchema).optional().describe('Metrics by name; well-known ones need no entry.'),
      defaults: defaultsSchema.optional(),
      stages: z
        .strictObject({
          Production: stageSchema.optional().describe('The gates of Production.'),
          Staging: stageSchema.optional().describe('The gates of Staging.'),
        })
        .meta({ id: 'PolicyStages', description: 'Gates per target stage.' })
        .optional(),
      protectedAliases: z
        .array(z.string().min(1).max(256))
        .max(100)
        .optional()
        .describe('Aliases that move only by a promotion through the gates.'),
      policyChanges: policyChangesSchema.optional(),
      ...fields,
    })
    .describe('A gate policy; stage fields at the top level mean Production.');
}
