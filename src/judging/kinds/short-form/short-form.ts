import { z } from 'zod';
import { comparisonFields, marginSchema, missingSliceField, modeField } from '../regression/regression-schema.js';
import { expandRegression, type RegressionRule } from '../regression/regression-rule.js';
import { type RuleDefaults } from '../rule-defaults.js';
import { type RuleKind } from '../rule-kind.js';
import { judgedFields, name, ruleFields, sliceFields } from '../rule-fields.js';
import { boundField, expandThreshold, limitFields, type ThresholdRule } from '../threshold/threshold-rule.js';

/** A rule without a kind, as a document states it. */
const shortRuleSchema = z
  .strictObject({
    kind: z.undefined().optional(),
    metric: name(200).describe('Name of the metric.'),
    ...limitFields,
    maxRegression: marginSchema.optional(),
    mode: modeField,
    bound: boundField,
    onMissingIncumbentSlice: missingSliceField,
    ...ruleFields,
    ...judgedFields,
    ...comparisonFields,
    ...sliceFields,
  })
  .meta({
    id: 'ShortGateRule',
    description: 'Short form: min or max make a threshold rule, maxRegression makes a regression rule.',
  });

/** A short form with limits and maxRegression is two rules; a written id is then told apart by a suffix. */
function expandShortForm(
  document: z.infer<typeof shortRuleSchema>,
  defaults: RuleDefaults,
): (ThresholdRule | RegressionRule)[] {
  const { id, min, max, maxRegression } = document;
  const isCompared = maxRegression !== undefined;
  const isLimited = !isCompared || min !== undefined || max !== undefined;
  const named = (suffix: string) => ({ ...document, id: id && isCompared && isLimited ? `${id}-${suffix}` : id });
  return [
    ...(isLimited ? [expandThreshold(named('limit'), defaults)] : []),
    ...(isCompared ? expandRegression(named('regression'), maxRegression, defaults) : []),
  ];
}

/** Rules without a kind, which mean rules of two of them. */
export const SHORT_FORM: Pick<RuleKind<typeof shortRuleSchema, ThresholdRule | RegressionRule>, 'schema' | 'expand'> = {
  schema: shortRuleSchema,
  expand: expandShortForm,
};
