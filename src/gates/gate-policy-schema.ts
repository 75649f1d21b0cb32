import { z } from 'zod';
import { DIRECTIONS, METRIC_KINDS } from './metric-definition.js';
import { ENFORCEMENTS } from './verdict.js';

const name = (max: number) => z.string().min(1).max(max);
const amount = z.number().min(0);

export const sliceSchema = z
  .record(z.string().min(1).max(256), z.union([z.string().max(256), z.number(), z.boolean()]))
  .describe('A slice as feature=value pairs, at most 8; {} is the whole.');

export const marginSchema = z
  .union([
    amount,
    z.strictObject({
      abs: amount.optional().describe('Absolute margin in units of the metric, at least 0.'),
      rel: amount.max(10).optional().describe('Margin as a share of |incumbent value|, 0 to 10.'),
    }),
  ])
  .describe('Largest allowed worsening: a number in metric units, or abs and rel, of which the larger counts.');

const datasetSchema = z
  .union([
    name(256),
    z.strictObject({
      name: name(256).describe('Name of the evaluation dataset.'),
      split: z.string().min(1).max(128).optional().describe('Split of it; absent means any.'),
    }),
  ])
  .describe('The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger.');

const ruleFields = {
  id: name(200).optional().describe('Unique id of the rule within its stage; derived from its content when absent.'),
  description: z.string().max(1000).optional().describe('Why the rule exists, at most 1000 characters.'),
  enforcement: z
    .enum(ENFORCEMENTS)
    .optional()
    .describe('block refuses, warn reports a warning, observe only records; block when absent.'),
  dataset: datasetSchema.optional(),
};

const sliceFields = {
  slices: z
    .array(sliceSchema)
    .max(10_000)
    .optional()
    .describe('Slices to judge; when given, only these are judged unless includeOverall is true.'),
  includeOverall: z
    .boolean()
    .optional()
    .describe('Whether the whole is judged besides the slices; true when no slices are given, else false.'),
  critical: z
    .boolean()
    .optional()
    .describe('Whether an undefined or inconclusive measure of this rule may never be overlooked.'),
  minSliceSize: z
    .int()
    .min(0)
    .max(1e9)
    .optional()
    .describe('Rows below which a slice is not judged but INCONCLUSIVE; 100 when absent.'),
  maxSlices: z.int().min(1).max(10_000).optional().describe('Most slices this rule may name; 1000 when absent.'),
};

const min = z.number().optional().describe('Smallest allowed value, in units of the metric.');
const max = z.number().optional().describe('Largest allowed value, in units of the metric.');
const onMissingIncumbentSlice = z
  .enum(['inconclusive', 'threshold_only'])
  .optional()
  .describe('Whether a slice only the challenger has is INCONCLUSIVE or left to a threshold rule on the same slice.');

export const thresholdRuleSchema = z
  .strictObject({
    kind: z.literal('threshold').describe('Compares the value of the challenger with fixed limits.'),
    metric: name(200).describe('Name of the metric.'),
    min,
    max,
    bound: z.enum(['point']).optional().describe('Which value is compared: the point value.'),
    ...ruleFields,
    ...sliceFields,
  })
  .describe('A limit on the value of the challenger.');

export const regressionRuleSchema = z
  .strictObject({
    kind: z.literal('regression').describe('Compares the challenger with the incumbent.'),
    metric: name(200).describe('Name of the metric.'),
    mode: z.enum(['point']).optional().describe('How the comparison is judged: point compares plain values.'),
    margin: marginSchema,
    onMissingIncumbentSlice,
    ...ruleFields,
    ...sliceFields,
  })
  .describe('A limit on how much worse than the incumbent the challenger may be.');

export const shortRuleSchema = z
  .strictObject({
    kind: z.undefined().optional(),
    metric: name(200).describe('Name of the metric.'),
    min,
    max,
    maxRegression: marginSchema.optional(),
    onMissingIncumbentSlice,
    ...ruleFields,
    ...sliceFields,
  })
  .describe('Short form: min or max make a threshold rule, maxRegression makes a regression rule.');

export const ruleSchema = z
  .discriminatedUnion('kind', [thresholdRuleSchema, regressionRuleSchema, shortRuleSchema])
  .describe('A gate rule.');

export const metricSchema = z
  .strictObject({
    direction: z.enum(DIRECTIONS).optional().describe('Which way is better; needed unless the metric is well known.'),
    kind: z
      .enum(METRIC_KINDS)
      .optional()
      .describe('What kind of number it is, which decides its statistics; mean when absent.'),
    range: z.tuple([z.number(), z.number()]).optional().describe('Smallest and largest possible value.'),
    unit: z.string().min(1).max(32).optional().describe('Unit of the values, such as ms.'),
  })
  .describe('A metric that the rules use.');

export const approvalsSchema = z
  .strictObject({
    slots: z
      .array(
        z.strictObject({
          role: z.string().min(1).max(100).describe('Role that an approver of this slot must hold.'),
          count: z
            .int()
            .min(1)
            .max(20)
            .optional()
            .describe('How many approvals of this role are needed, 1 to 20; 1 when absent.'),
        }),
      )
      .max(20)
      .optional()
      .describe('Approvals needed; an empty list asks for none, absent means one by an approver.'),
    distinctPersons: z.boolean().optional().describe('Whether one person may fill only one slot; true when absent.'),
    excludeActors: z
      .array(z.enum(['registrant', 'requester']))
      .max(2)
      .optional()
      .describe(
        'Who may not approve: the registrant of the version, the requester of the transition; both when absent.',
      ),
    rejectionIsVeto: z.boolean().optional().describe('Whether one rejection ends the request; true when absent.'),
  })
  .describe('Who must approve the transition.');

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
      .describe('Whether implementation and unit of a metric must agree; true when absent.'),
    forbidTrainEvalOverlap: z
      .boolean()
      .optional()
      .describe('Whether evaluating on training data is refused; true when absent.'),
  })
  .describe('What must agree before two evaluations are compared.');

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
  .describe('What holds while there is no incumbent.');

export const PRESETS = ['open', 'simple', 'staging'] as const;

const stageFields = {
  preset: z.enum(PRESETS).optional().describe('Named set of defaults; open means no gates.'),
  rules: z.array(ruleSchema).max(500).optional().describe('The gate rules, at most 500, in any order.'),
  approvals: approvalsSchema.optional(),
  firstPromotion: firstPromotionSchema.optional(),
  allowSkipStaging: z.boolean().optional().describe('Whether a version may go to Production without Staging.'),
  rollback: z
    .strictObject({
      requireGates: z.boolean().optional().describe('Whether failing gates block a rollback; false when absent.'),
    })
    .optional()
    .describe('What a rollback to this stage needs.'),
  comparability: comparabilitySchema.optional(),
};

export const stageSchema = z.strictObject(stageFields).describe('The gates of one target stage.');

export const defaultsSchema = z
  .strictObject({
    enforcement: z.enum(ENFORCEMENTS).optional().describe('Enforcement of rules that state none.'),
    minSliceSize: z
      .int()
      .min(0)
      .max(1e9)
      .optional()
      .describe('Rows below which a slice is not judged; 100 when absent.'),
    equalityEpsilon: z.number().min(0).max(1e-3).optional().describe('Relative tolerance of comparisons, 0 to 0.001.'),
    dataset: datasetSchema.optional(),
  })
  .describe('Values for rules that state none.');

export const gatePolicySchema = z
  .strictObject({
    apiVersion: z.literal('gates/v1').optional().describe('Version of this format.'),
    kind: z.literal('GatePolicy').optional().describe('Constant name of this document type.'),
    name: z.string().max(200).optional().describe('Name of the policy for people.'),
    description: z.string().max(4000).optional().describe('What the policy is for.'),
    metrics: z.record(name(200), metricSchema).optional().describe('Metrics by name; well-known ones need no entry.'),
    defaults: defaultsSchema.optional(),
    stages: z
      .strictObject({ Production: stageSchema.optional(), Staging: stageSchema.optional() })
      .optional()
      .describe('Gates per target stage.'),
    protectedAliases: z
      .array(z.string().min(1).max(256))
      .max(100)
      .optional()
      .describe('Aliases that move only by a promotion through the gates.'),
    ...stageFields,
  })
  .describe('A gate policy; stage fields at the top level mean Production.');

/** JSON Schema of the policy document for the API description. */
export function gatePolicyJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(gatePolicySchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === shortRuleSchema) delete jsonSchema.properties?.kind;
    },
  });
  return schema as Record<string, unknown>;
}

export type GatePolicyDocument = z.infer<typeof gatePolicySchema>;
export type StageDocument = z.infer<typeof stageSchema>;
export type RuleDocument = z.infer<typeof ruleSchema>;
export type MarginDocument = z.infer<typeof marginSchema>;
