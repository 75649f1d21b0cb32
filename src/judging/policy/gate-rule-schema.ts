import { z } from 'zod';
import { EVIDENCE_LEVELS } from '../evidence/gate-evidence.js';

export const ENFORCEMENTS = ['block', 'warn', 'observe'] as const;
export type Enforcement = (typeof ENFORCEMENTS)[number];

export const REGRESSION_MODES = ['point', 'non_inferiority', 'no_detected_regression', 'superiority'] as const;
export const GAP_STATISTICS = ['difference', 'ratio', 'worst_vs_overall'] as const;
export const FACT_OPERATORS = ['present', 'absent', 'equals', 'matches', 'compatible_with_incumbent'] as const;
/** ISO 8601 durations without years and months, whose length is not fixed. */
export const DURATION = /^P(?!$)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

export const name = (max: number) => z.string().min(1).max(max);
const amount = z.number().min(0);

const sliceValueSchema = z
  .union([z.string().max(256), z.number(), z.boolean()])
  .meta({ id: 'SliceValue', description: 'Value of a feature.' });

export const sliceSchema = z
  .record(z.string().min(1).max(256), sliceValueSchema)
  .meta({ id: 'Slice', description: 'A slice as feature=value pairs, at most 8; {} is the whole.' });

export const marginSchema = z
  .union([
    amount,
    z
      .strictObject({
        abs: amount.optional().describe('Absolute margin in units of the metric, at least 0.'),
        rel: amount.max(10).optional().describe('Margin as a share of |incumbent value|, 0 to 10.'),
      })
      .meta({ id: 'MarginParts', description: 'A margin of which the larger part counts.' }),
  ])
  .meta({
    id: 'Margin',
    description: 'Largest allowed worsening: a number in metric units, or abs and rel, of which the larger counts.',
  });

export const datasetSchema = z
  .union([
    name(256),
    z
      .strictObject({
        name: name(256).describe('Name of the evaluation dataset.'),
        split: z.string().min(1).max(128).optional().describe('Split of it; absent means any.'),
      })
      .meta({ id: 'NamedDataset', description: 'A dataset, or one split of it.' }),
  ])
  .meta({
    id: 'DatasetChoice',
    description: 'The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger.',
  });

const ruleFields = {
  id: name(200).optional().describe('Unique id of the rule within its stage; derived from its content when absent.'),
  description: z.string().max(1000).optional().describe('Why the rule exists, at most 1000 characters.'),
  enforcement: z
    .enum(ENFORCEMENTS)
    .optional()
    .describe('block refuses, warn reports a warning, observe only records; block when absent.'),
  dataset: datasetSchema.optional(),
};

export const judgedFields = {
  onInconclusive: z
    .enum(['block', 'warn'])
    .optional()
    .describe('Whether measures with too little data block or, unless critical, only warn; block when absent.'),
  confidence: z
    .number()
    .gt(0.5)
    .lt(1)
    .optional()
    .describe('One-sided confidence, between 0.5 and 1; 0.95 when absent.'),
};

const sliceFields = {
  slicesOf: z
    .array(z.string().min(1).max(512))
    .max(50)
    .optional()
    .describe('Features whose every value found in the evidence is judged as a slice; "sex&race" means their cross.'),
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
  poolSmallSlices: z
    .boolean()
    .optional()
    .describe('Whether discovered slices below minSliceSize are judged together as one; false when absent.'),
  maxUntestedShare: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Share of rows, 0 to 1, that may lie in discovered slices too small to judge; 0.05 when absent.'),
  maxSlices: z.int().min(1).max(10_000).optional().describe('Most slices this rule may judge; 1000 when absent.'),
};

export const comparisonFields = {
  minEvidence: z
    .enum(EVIDENCE_LEVELS)
    .optional()
    .describe('Weakest evidence a statistical mode accepts: point, interval or paired; interval when absent.'),
  minPositives: z
    .int()
    .min(0)
    .max(1e9)
    .optional()
    .describe('Positive rows needed to judge a slice; 30 for AUC, else 0.'),
  minNegatives: z
    .int()
    .min(0)
    .max(1e9)
    .optional()
    .describe('Negative rows needed to judge a slice; 30 for AUC, else 0.'),
  multiplicity: z
    .enum(['none', 'holm', 'bh'])
    .optional()
    .describe(
      'How the chance of a false FAIL is held over the measures of the rule; holm when absent, bh only to warn.',
    ),
  suspiciousGain: amount
    .optional()
    .describe('Improvement in metric units beyond which a leak is suspected and nothing concluded.'),
};

const min = z.number().optional().describe('Smallest allowed value, in units of the metric.');
const max = z.number().optional().describe('Largest allowed value, in units of the metric.');
const onMissingIncumbentSlice = z
  .enum(['inconclusive', 'threshold_only'])
  .optional()
  .describe('Whether a slice only the challenger has is INCONCLUSIVE or left to a threshold rule on the same slice.');

const bound = z
  .enum(['point', 'lower_confidence', 'upper_confidence'])
  .optional()
  .describe('Whether the value itself or its confidence bound must keep the limit; point when absent.');
const mode = z
  .enum(REGRESSION_MODES)
  .optional()
  .describe('point compares values; non_inferiority, no_detected_regression and superiority judge their uncertainty.');

export const thresholdRuleSchema = z
  .strictObject({
    kind: z.literal('threshold').describe('Compares the value of the challenger with fixed limits.'),
    metric: name(200).describe('Name of the metric.'),
    min,
    max,
    bound,
    ...ruleFields,
    ...judgedFields,
    ...sliceFields,
  })
  .meta({ id: 'ThresholdRule', description: 'A limit on the value of the challenger.' });

export const regressionRuleSchema = z
  .strictObject({
    kind: z.literal('regression').describe('Compares the challenger with the incumbent.'),
    metric: name(200).describe('Name of the metric.'),
    mode,
    margin: marginSchema.optional(),
    onMissingIncumbentSlice,
    ...ruleFields,
    ...judgedFields,
    ...comparisonFields,
    ...sliceFields,
  })
  .meta({ id: 'RegressionRule', description: 'A limit on how much worse than the incumbent the challenger may be.' });

export const shortRuleSchema = z
  .strictObject({
    kind: z.undefined().optional(),
    metric: name(200).describe('Name of the metric.'),
    min,
    max,
    maxRegression: marginSchema.optional(),
    mode,
    bound,
    onMissingIncumbentSlice,
    ...ruleFields,
    ...judgedFields,
    ...comparisonFields,
    ...sliceFields,
  })
  .meta({
    id: 'ShortGateRule',
    description: 'Short form: min or max make a threshold rule, maxRegression makes a regression rule.',
  });

const sliceGapRuleSchema = z
  .strictObject({
    kind: z.literal('slice_gap').describe('Limits the spread of a metric between slices.'),
    metric: name(200).describe('Name of the metric.'),
    statistic: z
      .enum(GAP_STATISTICS)
      .optional()
      .describe(
        'difference is largest minus smallest, ratio smallest by largest, worst_vs_overall how far the worst lies behind.',
      ),
    min: z.number().optional().describe('Smallest allowed ratio, without a unit; only for statistic ratio.'),
    max: z.number().min(0).optional().describe('Largest allowed difference in metric units; not for statistic ratio.'),
    noWorseThanIncumbentBy: amount.optional().describe('How much worse than that of the incumbent the spread may be.'),
    bound: z
      .enum(['point', 'confidence'])
      .optional()
      .describe('Whether the spread itself or its confidence bounds are judged.'),
    ...ruleFields,
    ...judgedFields,
    ...sliceFields,
  })
  .meta({ id: 'SliceGapRule', description: 'A limit on how differently groups are served.' });

const factSchema = z
  .strictObject({
    path: name(200).describe(
      'Fact of the version, such as runId, gitCommit, artifactDigest, signature, tags.team or params.depth.',
    ),
    op: z.enum(FACT_OPERATORS).describe('What must hold of it.'),
    value: z
      .union([z.string().max(500), z.number(), z.boolean()])
      .optional()
      .describe('Value for equals; pattern for matches.'),
  })
  .meta({ id: 'FactDemand', description: 'One demand on the record of the version.' });

const metadataRuleSchema = z
  .strictObject({
    kind: z.literal('metadata').describe('Demands facts on the record of the version.'),
    require: z.array(factSchema).min(1).max(100).describe('The demands; all must hold.'),
    ...ruleFields,
  })
  .meta({ id: 'MetadataRule', description: 'Facts the version must state.' });

const freshnessRuleSchema = z
  .strictObject({
    kind: z.literal('freshness').describe('Limits the age of the evaluation.'),
    maxAgeDays: z.number().gt(0).max(36_500).describe('Largest age of the evaluation in days.'),
    ...ruleFields,
  })
  .meta({ id: 'FreshnessRule', description: 'The evaluation must be recent.' });

const soakRuleSchema = z
  .strictObject({
    kind: z.literal('soak').describe('Demands time spent in Staging.'),
    stage: z.literal('Staging').optional().describe('Where the version must have stood: Staging.'),
    minDuration: z
      .string()
      .max(40)
      .regex(DURATION)
      .describe('Shortest stay as an ISO 8601 duration of days to seconds, such as P2D or PT12H.'),
    ...ruleFields,
  })
  .meta({ id: 'SoakRule', description: 'The version must have stood in Staging for a while.' });

const holdoutReuseRuleSchema = z
  .strictObject({
    kind: z.literal('holdout_reuse').describe('Counts the challengers judged on one dataset version.'),
    warnAfter: z.int().min(1).max(1e6).optional().describe('Challengers after which a warning is given.'),
    failAfter: z.int().min(1).max(1e6).describe('Challengers after which the data are spent.'),
    ...ruleFields,
  })
  .meta({ id: 'HoldoutReuseRule', description: 'Evaluation data wear out by use.' });

const simpleRules = [
  thresholdRuleSchema,
  regressionRuleSchema,
  shortRuleSchema,
  sliceGapRuleSchema,
  metadataRuleSchema,
  freshnessRuleSchema,
  soakRuleSchema,
  holdoutReuseRuleSchema,
] as const;

const simpleRuleSchema = z
  .discriminatedUnion('kind', simpleRules)
  .meta({ id: 'SimpleGateRule', description: 'A gate rule that is no group.' });

const groupRuleSchema = z
  .strictObject({
    kind: z.literal('group').describe('Is met when enough of its rules are.'),
    atLeast: z.int().min(1).max(100).describe('How many of the rules must pass.'),
    rules: z.array(simpleRuleSchema).min(1).max(100).describe('The rules of the group.'),
    ...ruleFields,
  })
  .meta({ id: 'GroupRule', description: 'At least k of n rules must pass.' });

export const ruleSchema = z
  .discriminatedUnion('kind', [...simpleRules, groupRuleSchema])
  .meta({ id: 'GateRule', description: 'A gate rule.' });

export type RuleDocument = z.infer<typeof ruleSchema>;
export type MarginDocument = z.infer<typeof marginSchema>;
