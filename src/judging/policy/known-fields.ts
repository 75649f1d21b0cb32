import { type z } from 'zod';
import {
  approvalsSchema,
  comparabilitySchema,
  defaultsSchema,
  gatePolicySchema,
  metricSchema,
} from './gate-policy-schema.js';
import { ruleSchema } from './gate-rule-schema.js';

const OBJECTS: readonly z.ZodObject[] = [
  gatePolicySchema,
  defaultsSchema,
  metricSchema,
  approvalsSchema,
  comparabilitySchema,
  ...ruleSchema.options,
];

/** Every field name of a policy document, for hints on misspelt ones. */
export const KNOWN_FIELDS: readonly string[] = [...new Set(OBJECTS.flatMap((object) => Object.keys(object.shape)))];
