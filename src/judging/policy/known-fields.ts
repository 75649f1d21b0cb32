import { type z } from 'zod';
import { type RuleTable } from '../kinds/rule-table.js';
import {
  approvalsSchema,
  comparabilitySchema,
  defaultsSchema,
  gatePolicySchema,
  metricSchema,
  policyChangesSchema,
  waiversSchema,
} from './gate-policy-schema.js';
import { freezeSchema, overrideSchema } from './standstill-schema.js';

/** Every field name of a policy document, for hints on misspelt ones. */
export function knownFields(table: RuleTable): readonly string[] {
  const objects: z.ZodObject[] = [
    gatePolicySchema(table),
    defaultsSchema,
    metricSchema,
    approvalsSchema,
    comparabilitySchema,
    freezeSchema,
    overrideSchema,
    waiversSchema,
    policyChangesSchema,
  ];
  return [...new Set([...objects.flatMap((object) => Object.keys(object.shape)), ...table.fields])];
}
