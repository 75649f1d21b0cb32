import fc from 'fast-check';
import { DOCUMENT, type Schema } from './contract.js';

/** Deeper parts of a schema that contains itself are left out where they may be. */
const DEEPEST = 8;
/** Longer texts and lists are tried at their limits alone. */
const USUAL = 6;
const LONGEST = 400;

type Any = fc.Arbitrary<unknown>;

/** Bodies that a schema of the document allows. */
export function bodiesOf(schema: Schema, depth = 0): Any {
  const { $ref, allOf, oneOf, anyOf, ...rest } = schema as Schema & Record<'allOf' | 'oneOf' | 'anyOf', Schema[]>;
  if (typeof $ref === 'string') return bodiesOf({ ...resolved($ref), ...rest }, depth);
  if (allOf) return bodiesOf(Object.assign({}, ...allOf, rest) as Schema, depth);
  const choices = oneOf ?? anyOf;
  if (choices) return fc.oneof(...choices.map((choice) => bodiesOf(choice, depth)));
  if (rest.const !== undefined) return fc.constant(rest.const);
  if (rest.enum) return fc.constantFrom(...(rest.enum as unknown[]));
  return fc.oneof(...[rest.type].flat().map((type) => ofType(String(type), rest, depth)));
}

/** The body with one part of it taken out, or replaced by something else, or with a field that it should not have. */
export function changed(body: unknown): Any {
  return fc.constantFrom(...placesIn(body)).chain((path) => {
    const values = fc.constantFrom<unknown>(
      undefined,
      null,
      true,
      0,
      -1,
      1.5,
      2 ** 40,
      '',
      'x',
      'x'.repeat(20_000),
      [],
      {},
    );
    return values.map((value) => replaced(body, path, value));
  });
}

function ofType(type: string, schema: Schema, depth: number): Any {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema as Record<string, number | undefined>;
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.maxSafeInteger().map((n) => Math.max(minimum ?? n, Math.min(maximum ?? n, n)));
    case 'number':
      return fc.double({
        min: exclusiveMinimum ?? minimum ?? -1e300,
        max: exclusiveMaximum ?? maximum ?? 1e300,
        minExcluded: exclusiveMinimum !== undefined,
        maxExcluded: exclusiveMaximum !== undefined,
        noNaN: true,
      });
    case 'string':
      return textOf(schema);
    case 'array':
      return listOf(schema, depth);
    default:
      return objectOf(schema, depth);
  }
}

/** Text of a schema; durations, whose pattern looks ahead, are a few that it matches. */
function textOf(schema: Schema): Any {
  const {
    pattern,
    format,
    minLength = 0,
    maxLength = LONGEST,
  } = schema as {
    pattern?: string;
    format?: string;
    minLength?: number;
    maxLength?: number;
  };
  if (pattern?.startsWith('^P(?!')) return fc.constantFrom('P1W', 'P2D', 'PT12H', 'P1DT1H1M1S');
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time')
    return fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map(String)
      .map((text) => new Date(text).toISOString());
  // Characters outside of the basic plane are one for the document and two for the language.
  const character = fc.constantFrom('a', 'Z', '0', '_', 'é', '漢', '😀');
  const most = Math.min(maxLength, Math.max(minLength, USUAL));
  const usual = fc.string({ unit: character, minLength, maxLength: most });
  const longest = character.map((one) => one.repeat(maxLength));
  return maxLength > LONGEST ? usual : fc.oneof({ arbitrary: usual, weight: 6 }, { arbitrary: longest, weight: 1 });
}

function listOf(schema: Schema, depth: number): Any {
  const {
    items = {},
    minItems = 0,
    maxItems = USUAL,
    uniqueItems,
  } = schema as {
    items?: Schema;
    minItems?: number;
    maxItems?: number;
    uniqueItems?: boolean;
  };
  const maxLength = Math.min(maxItems, depth > DEEPEST ? minItems : Math.max(minItems, 2));
  const item = bodiesOf(items, depth + 1);
  if (!uniqueItems) return fc.array(item, { minLength: minItems, maxLength });
  return fc.uniqueArray(item, { minLength: minItems, maxLength, selector: (each) => JSON.stringify(each) });
}

function objectOf(schema: Schema, depth: number): Any {
  const {
    properties = {},
    required = [],
    additionalProperties: others,
    propertyNames,
    maxProperties,
  } = schema as Schema & {
    required?: string[];
    additionalProperties?: Schema | boolean;
    propertyNames?: Schema;
    maxProperties?: number;
  };
  if (Object.keys(properties).length > 0) {
    const kept = Object.entries(properties).filter(([name]) => depth <= DEEPEST || required.includes(name));
    const fields = Object.fromEntries(kept.map(([name, field]) => [name, bodiesOf(field, depth + 1)]));
    return fc.record(fields, { requiredKeys: required, noNullPrototype: true });
  }
  const value =
    typeof others === 'object' ? bodiesOf(others, depth + 1) : fc.jsonValue({ maxDepth: 1, noUnicodeString: true });
  const name = propertyNames ? textOf(propertyNames) : fc.constantFrom('a', 'b', 'c');
  return fc.dictionary(name as fc.Arbitrary<string>, value, {
    maxKeys: Math.min(maxProperties ?? 2, 2),
    noNullPrototype: true,
  });
}

function resolved(reference: string): Schema {
  return DOCUMENT.components.schemas[reference.split('/').at(-1)!]!;
}

/** Paths to all values of a body, and to a field that each object does not have. */
function placesIn(body: unknown, path: readonly string[] = []): string[][] {
  if (typeof body !== 'object' || body === null) return path.length > 0 ? [[...path]] : [];
  const inner = Object.entries(body).flatMap(([name, value]) => placesIn(value, [...path, name]));
  const own = path.length > 0 ? [[...path]] : [];
  return [...own, ...(Array.isArray(body) ? [] : [[...path, 'unheardOf']]), ...inner];
}

function replaced(body: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const copy = structuredClone(body) as Record<string, unknown>;
  copy[step] = replaced(copy[step], rest, value);
  return JSON.parse(JSON.stringify(copy)) as unknown;
}
