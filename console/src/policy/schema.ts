/** As much of a JSON schema as the API document uses for policies. */
export interface Schema {
  $ref?: string;
  description?: string;
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  anyOf?: readonly Schema[];
}

/** Schemas by name, as the API document has them. */
export type Schemas = Readonly<Record<string, Schema>>;

/** A place in a document: names of fields, and places in lists. */
export type Path = readonly (string | number)[];

export interface Offered {
  /** As it is written, without quotes. */
  text: string;
  isText: boolean;
  description: string | undefined;
}

const ROOT = 'GatePolicyDocument';

/** Everything that may stand at a place: a union has several schemas. */
function schemasAt(schemas: Schemas, path: Path): Schema[] {
  let current = alternatives(schemas, { $ref: `#/${ROOT}` });
  for (const step of path)
    current = current.flatMap((schema) => childrenOf(schema, step)).flatMap((child) => alternatives(schemas, child));
  return current;
}

function childrenOf({ items, properties, additionalProperties }: Schema, step: string | number): Schema[] {
  if (typeof step === 'number') return items ? [items] : [];
  const named = properties?.[step];
  if (named) return [named];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}

/** A schema without its detours: what it refers to, and each of what it leaves open. */
function alternatives(schemas: Schemas, schema: Schema): Schema[] {
  const { $ref, allOf = [], oneOf = [], anyOf = [] } = schema;
  const named = $ref === undefined ? undefined : schemas[$ref.slice($ref.lastIndexOf('/') + 1)];
  const nested = [...(named ? [named] : []), ...allOf, ...oneOf, ...anyOf];
  return nested.length === 0 ? [schema] : nested.flatMap((each) => alternatives(schemas, each));
}

/** The fields that may be added to the object at a place, in the order of the schema. */
export function offeredFields(schemas: Schemas, path: Path, present: ReadonlySet<string>): Offered[] {
  const fields = new Map<string, Offered>();
  for (const { properties = {} } of schemasAt(schemas, path))
    for (const [name, schema] of Object.entries(properties))
      if (!present.has(name) && !fields.has(name))
        fields.set(name, { text: name, isText: true, description: descriptionOf(schemas, schema) });
  return [...fields.values()];
}

function descriptionOf(schemas: Schemas, schema: Schema): string | undefined {
  return schema.description ?? alternatives(schemas, schema).find(({ description }) => description)?.description;
}

/** The values that may stand at a place, where they can be listed. */
export function offeredValues(schemas: Schemas, path: Path): Offered[] {
  const values = schemasAt(schemas, path).flatMap((schema) =>
    valuesOf(schema).map((value) => ({ value, description: schema.description })),
  );
  return values.map(({ value, description }) => ({
    text: String(value),
    isText: typeof value === 'string',
    description,
  }));
}

function valuesOf({ enum: listed, const: only, type }: Schema): readonly unknown[] {
  if (listed) return listed;
  if (only !== undefined) return [only];
  return type === 'boolean' ? [true, false] : [];
}

/** What a place means, in the words of the schema. */
export function describePlace(schemas: Schemas, path: Path): string | undefined {
  const name = path.at(-1);
  if (typeof name !== 'string') return undefined;
  const parents = schemasAt(schemas, path.slice(0, -1));
  const schema = parents.map(({ properties }) => properties?.[name]).find((found) => found !== undefined);
  return schema && descriptionOf(schemas, schema);
}
