import { type z } from 'zod';
import { meantName } from '../../values/nearest-name.js';
import { type RuleTable } from '../kinds/rule-table.js';
import { GATED_STAGES } from './gate-policy.js';
import {
  approvalsSchema,
  comparabilitySchema,
  defaultsSchema,
  gatePolicySchema,
  metricSchema,
  policyChangesSchema,
  PRESETS,
  waiversSchema,
} from './gate-policy-schema.js';
import { type FieldHint } from './policy-error.js';
import { freezeSchema, overrideSchema } from './standstill-schema.js';

const PARTS: Readonly<Record<string, z.ZodObject>> = {
  defaults: defaultsSchema,
  metrics: metricSchema,
  approvals: approvalsSchema,
  comparability: comparabilitySchema,
  freeze: freezeSchema,
  override: overrideSchema,
  waivers: waiversSchema,
  policyChanges: policyChangesSchema,
};

/** Every field of a policy document with where it stands, for hints on misspelt and misplaced ones. */
function knownFields(table: RuleTable): ReadonlyMap<string, string> {
  const places: readonly (readonly [place: string, fields: readonly string[]])[] = [
    ['at the top of the policy or of a stage', Object.keys(gatePolicySchema(table).shape)],
    ['in an entry of "rules"', table.fields],
    ...Object.entries(PARTS).map(([part, { shape }]) => [`in "${part}"`, Object.keys(shape)] as const),
  ];
  // Of several places the first is told, so it is written last.
  return new Map(places.toReversed().flatMap(([place, fields]) => fields.map((field) => [field, place] as const)));
}

/** What was meant by a field: names of presets and stages are not fields, and some fields belong elsewhere. */
export function fieldHint(table: RuleTable): FieldHint {
  const fields = knownFields(table);
  return (key) => {
    const isNamed = (name: string) => name.toLowerCase() === key.toLowerCase();
    const stage = GATED_STAGES.find(isNamed);
    if (stage !== undefined) return ` Did you mean "stages": {"${stage}": …}?`;
    const preset = PRESETS.find(isNamed);
    if (preset !== undefined) return ` Did you mean "preset": "${preset}"?`;
    const place = fields.get(key);
    if (place !== undefined) return ` It belongs ${place}.`;
    const meant = meantName(key, fields.keys());
    return meant === undefined ? '' : ` Did you mean "${meant}"?`;
  };
}
