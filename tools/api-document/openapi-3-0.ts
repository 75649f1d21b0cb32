import { type OpenAPIObject } from '@nestjs/swagger';

type Json = Record<string, unknown>;
type Schemas = Record<string, Json>;

/** What 3.0 has no word for, and a reader can do without. */
const UNKNOWN = new Set(['propertyNames', 'contentMediaType', 'contentSchema']);
/** What has no equivalent; the document does without. */
const INEXPRESSIBLE = ['prefixItems', 'patternProperties', 'if', 'dependentRequired', 'unevaluatedProperties'];
/** Values as they are sent, which are no schemas. */
const VALUES = new Set(['examples', 'example', 'enum', 'x-problems']);

/**
 * The document in OpenAPI 3.0, for generators that read no other. The same requests and answers satisfy it; what 3.0
 * cannot say (the names of the keys of a map, what a text holds as JSON) is left to the descriptions.
 */
export function toOpenApi30(document: OpenAPIObject): Json {
  const schemas = document.components!.schemas as Schemas;
  return { ...(translated(document, schemas) as Json), openapi: '3.0.3' };
}

function translated(value: unknown, schemas: Schemas): unknown {
  if (Array.isArray(value)) return value.map((item) => translated(item, schemas));
  if (typeof value !== 'object' || value === null) return value;
  const missing = INEXPRESSIBLE.find((key) => key in value);
  if (missing) throw new Error(`OpenAPI 3.0 has no ${missing}.`);
  const kept = Object.entries(nullable(bounded(value as Json), schemas)).filter(([key]) => !UNKNOWN.has(key));
  return Object.fromEntries(
    kept.map(([key, item]) => {
      if (VALUES.has(key)) return [key, item];
      return [key, key === 'properties' ? eachOf(item as Schemas, schemas) : translated(item, schemas)];
    }),
  );
}

/** Fields have names of their own, which may be those of keywords. */
function eachOf(fields: Schemas, schemas: Schemas): Json {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, translated(field, schemas)]));
}

/** A bound that is excluded is a mark beside the bound, and a constant an enum of one. */
function bounded(schema: Json): Json {
  const { exclusiveMinimum: above, exclusiveMaximum: below, const: constant, ...rest } = schema;
  return {
    ...rest,
    ...(typeof above === 'number' && { minimum: above, exclusiveMinimum: true }),
    ...(typeof below === 'number' && { maximum: below, exclusiveMaximum: true }),
    ...(typeof constant === 'string' && { enum: [constant] }),
  };
}

/** Null is a mark beside the type. */
function nullable(schema: Json, schemas: Schemas): Json {
  if (Array.isArray(schema.type)) {
    const [type, ...others] = schema.type.filter((each) => each !== 'null') as string[];
    if (others.length > 0) throw new Error(`OpenAPI 3.0 has one type at a time, not ${type} and ${others.join(', ')}.`);
    return schema.type.includes('null') ? { ...schema, type, nullable: true } : { ...schema, type };
  }
  if (!Array.isArray(schema.anyOf) || !schema.anyOf.some(isNull)) return schema;
  const { anyOf, ...rest } = schema;
  const [reference, ...others] = anyOf.filter((member) => !isNull(member)) as Json[];
  if (typeof reference?.$ref !== 'string' || others.length > 0) throw new Error('Only a named schema may be null.');
  const { type } = schemas[reference.$ref.split('/').at(-1)!]!;
  return { ...rest, type, nullable: true, allOf: [reference] };
}

const isNull = (schema: unknown): boolean => (schema as Json).type === 'null';
