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
    },
  }) as Definition & { $defs: Definitions };
  const definitions = withDiscriminators($defs);
  const described = Object.entries(definitions).map(([name, each]) => [name, withFieldsDescribed(each, definitions)]);
  return { ...withFieldsDescribed(schema, definitions), $defs: Object.fromEntries(described) as Definitions };
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

/** Rules tell their kind but for the short form, so those that do stand in a union of their own. */
function withDiscriminators($defs: Definitions): Definitions {
  const [rule, simple] = [$defs.GateRule!, $defs.SimpleGateRule!];
  return {
    ...$defs,
    GateRule: { ...rule, oneOf: referencesTo(['KindedGateRule', 'ShortGateRule']) },
    KindedGateRule: discriminated('A gate rule that states its kind.', rule, $defs),
    SimpleGateRule: { ...simple, oneOf: referencesTo(['KindedSimpleGateRule', 'ShortGateRule']) },
    KindedSimpleGateRule: discriminated('A gate rule that states its kind and is no group.', simple, $defs),
  };
}

function discriminated(description: string, union: Record<string, unknown>, $defs: Definitions): Definition {
  const names = (union.oneOf as { $ref: string }[]).map(({ $ref }) => $ref.slice('#/$defs/'.length));
  const kinded = names.filter((member) => member !== 'ShortGateRule');
  const kindOf = (member: string) => ($defs[member]!.properties as Record<string, { const: string }>).kind!.const;
  const mapping = Object.fromEntries(kinded.map((member) => [kindOf(member), `#/$defs/${member}`]));
  return { description, oneOf: referencesTo(kinded), discriminator: { propertyName: 'kind', mapping } };
}

function referencesTo(names: string[]): object[] {
  return names.map((member) => ({ $ref: `#/$defs/${member}` }));
}
