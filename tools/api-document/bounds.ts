import { LARGEST_LIMIT } from '../../src/platform/lists/page.dto.js';
import { LARGEST_INTEGER } from '../../src/values/values.js';

type Json = unknown;
type Schema = Record<string, Json> & { properties?: Record<string, Schema> };
type Schemas = Record<string, Schema>;

const REFERENCE = /"#\/components\/schemas\/([\w.-]+)"/g;

/** The schemas with what the service holds to wherever it reads or writes: no unknown field in a body, no page above its limit. */
export function withBounds(schemas: Schemas, bodies: Json): Schemas {
  const sent = namesIn(bodies, schemas);
  const bounded = Object.entries(schemas).map(([name, schema]): [string, Schema] => {
    if (sent.has(name)) return [name, closed(schema)];
    return [name, name.endsWith('Page') ? paged(schema) : schema];
  });
  return Object.fromEntries(bounded);
}

/** Whole numbers with the bits that their limits need, which generators take to be 32 where nothing is said. */
export function withIntegerFormats<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((item: Json) => withIntegerFormats(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withIntegerFormats(inner as Json)]),
  );
  if ([copy.type].flat().includes('integer'))
    copy.format = typeof copy.maximum === 'number' && copy.maximum <= LARGEST_INTEGER ? 'int32' : 'int64';
  return copy as Value;
}

/** Names of all schemas that a value refers to, by others too. */
function namesIn(value: Json, schemas: Schemas): Set<string> {
  const found = new Set<string>();
  const pending = [value];
  while (pending.length > 0) {
    for (const [, name] of JSON.stringify(pending.pop() ?? null).matchAll(REFERENCE)) {
      if (found.has(name!)) continue;
      found.add(name!);
      pending.push(schemas[name!]);
    }
  }
  return found;
}

/** Objects with named fields take no others. */
function closed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((item: Json) => closed(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed(inner as Json)]));
  if (copy.type === 'object' && copy.properties !== undefined) copy.additionalProperties ??= false;
  return copy as Value;
}

function paged(schema: Schema): Schema {
  const items = { ...schema.properties?.items, maxItems: LARGEST_LIMIT };
  return { ...schema, properties: { ...schema.properties, items } };
}
