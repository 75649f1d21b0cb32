import { z } from 'zod';
import { EVIDENCE_LEVELS } from '../../evidence/gate-evidence.js';
import { amount, judgedFields, name, ruleFields, sliceFields } from '../rule-fields.js';
import { REGRESSION_MODES } from './regression-mode.js';

/** A margin as a document states it. */
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

/** A margin as a document states it: a number, or its two parts. */
export type MarginDocument = z.infer<typeof marginSchema>;

/** What the statistics of a comparison ask for, as a document states it, in short form too. */
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

/** How values are compared, as a document states it, in short form too. */
export const modeField = z
  .enum(REGRESSION_MODES)
  .optional()
  .describe('point compares values; non_inferiority, no_detected_regression and superiority judge their uncertainty.');
/** What becomes of a slice without a value of the incumbent, as a document states it, in short form too. */
export const missingSliceField = z
  .enum(['inconclusive', 'threshold_only'])
  .optional()
  .describe('Whether a slice only the challenger has is INCONCLUSIVE or left to a threshold rule on the same slice.');

/** A regression rule as a document states it. */
export const regressionRuleSchema = z
  .strictObject({
    kind: z.literal('regression').describe('Compares the challenger with the incumbent.'),
    metric: name(200).describe('Name of the metric.'),
    mode: modeField,
    margin: marginSchema.optional(),
    onMissingIncumbentSlice: missingSliceField,
    whereReported: z
      .boolean()
      .optional()
      .describe(
        'Whether to leave the rule out where a version has no value of the metric on the whole; false when absent.',
      ),
    ...ruleFields,
    ...judgedFields,
    ...comparisonFields,
    ...sliceFields,
  })
  .meta({ id: 'RegressionRule', description: 'A limit on how much worse than the incumbent the challenger may be.' });
