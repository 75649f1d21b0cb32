type JsonSchema = Record<string, unknown>;

/** Schemas that no wire class describes, such as documents with their own validator; the API document lists them. */
const declared = new Map<string, () => JsonSchema>();

/** Declares a JSON Schema and its `$defs` as components of the API document, which alone makes it, and answers the reference to it. */
export function declareSchema(name: string, make: () => JsonSchema): { $ref: string } {
  declared.set(name, make);
  return { $ref: `#/components/schemas/${name}` };
}

export function declaredSchemas(): Record<string, JsonSchema> {
  return Object.assign({}, ...[...declared].map(([name, make]) => partsOf(name, make()))) as Record<string, JsonSchema>;
}

function partsOf(name: string, schema: JsonSchema): Record<string, JsonSchema> {
  const { $schema: _dialect, $defs = {}, ...root } = schema as JsonSchema & { $defs?: Record<string, JsonSchema> };
  const parts = Object.entries({ ...$defs, [name]: root });
  return Object.fromEntries(parts.map(([part, definition]) => [part, withComponentRefs(definition)]));
}

function withComponentRefs(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}
