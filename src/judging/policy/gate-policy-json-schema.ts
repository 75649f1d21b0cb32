import { z } from 'zod';
import { RULE_TABLE } from '../kinds/rule-kinds.js';
import { type RuleTable } from '../kinds/rule-table.js';
import { SHORT_FORM } from '../kinds/short-form/short-form.js';
import { gatePolicySchema } from './gate-policy-schema.js';

type Definition = Record<string, unknown>;
type Definitions = Record<string, Definition>;

/** JSON Schema of the policy document for the API description. */
export function gatePolicyJsonSchema(table: RuleTable = RULE_TABLE): Definition {
  const { $defs, ...schema } = z.toJSONSchema(gatePolicySchema(table), {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === SHORT_FORM.schema) delete jsonSchema.properties?.kind;
      if (jsonSchema.prefixItems) asListOfOneType(jsonSchema);
    },
  }) as Definition & { $defs: Definitions };
  const described = Object.entries($defs).map(([name, each]) => [name, withFieldsDescribed(each, $defs)]);
  return { ...withFieldsDescribed(schema, $defs), $defs: Object.fromEntries(described) as Definitions };
}

/** Generators know no tuples; a list of so many items of one type says the same. */
function asListOfOneType(tuple: z.core.JSONSchema.BaseSchema): void {
  const [first, ...others] = tuple.prefixItems!;
  if (new Set([first, ...others].map((item) => JSON.stringify(item))).size !== 1)
    throw new TypeError('A tuple of several types has no other form.');
  Object.assign(tuple, { items: first, minItems: others.length + 1, maxItems: others.length + 1 });
  delete tuple.prefixItems;
}

/** A field that only refers to a definition is described as the definition is. */
function withFieldsDescribed(schema: Definition, $defs: Definitions): Definition {
  const fields = Object.entries((schema.properties ?? {}) as Definitions).map(([name, field]) => {
    const reference = Object.keys(field).length === 1 ? (field.$ref as string | undefined) : undefined;
    const description = reference && $defs[reference.slice('#/$defs/'.length)]!.description;
    return [name, description ? { ...field, description } : field];
  });
  return fields.length === 0 ? schema : { ...schema, properties: Object.fromEntries(fields) };
}
