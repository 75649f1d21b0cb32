type JsonSchema = Record<string, unknown>;

/** Schemas that no wire class describes, such as documents with their own validator; the API document lists them. */
const declared = new Map<string, JsonSchema>();

/** Declares a JSON Schema and its `$defs` as components of the API document and answers the reference to it. */
export function declareSchema(name: string, schema: JsonSchema): { $ref: string } {
  const { $schema: _dialect, $defs = {}, ...root } = schema as JsonSchema & { $defs?: Record<string, JsonSchema> };
  for (const [part, definition] of Object.entries({ ...$defs, [name]: root }))
    declared.set(part, withComponentRefs(definition));
  return { $ref: `#/components/schemas/${name}` };
}

export function declaredSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries(declared);
}

function withComponentRefs(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}
