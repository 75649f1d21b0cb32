import { readFileSync } from 'node:fs';
import { openapiFile } from '../../src/platform/package-files.js';
import { LARGEST_INTEGER } from '../../src/values/values.js';
import { toOpenApi30 } from '../../tools/api-document/openapi-3-0.js';

type Json = Record<string, unknown>;

const DOCUMENT = JSON.parse(readFileSync(openapiFile('openapi.json'), 'utf8')) as {
  components: { schemas: Record<string, Json> };
};
const OLDER = JSON.parse(readFileSync(openapiFile('openapi-3.0.json'), 'utf8')) as Json;
const SCHEMAS = Object.entries(DOCUMENT.components.schemas);

/** Every object in a document and where it stands, without the examples. */
function objectsIn(value: unknown, path = ''): [string, Json][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value)
    .filter(([key]) => key !== 'examples')
    .flatMap(([key, item]) => objectsIn(item, `${path}/${key}`));
  return Array.isArray(value) ? inner : [[path, value as Json], ...inner];
}

const wrong = (document: unknown, isWrong: (node: Json, path: string) => boolean): string[] =>
  objectsIn(document)
    .filter(([path, node]) => isWrong(node, path))
    .map(([path]) => path);

it('every value of every enum has a name of its own in all of the document, fit for a constant', () => {
  const enums = SCHEMAS.filter(([, schema]) => schema.enum !== undefined);
  const names = enums.flatMap(([, schema]) => schema['x-enum-varnames'] as string[]);
  expect(enums.length).toBeGreaterThan(40);
  for (const [name, schema] of enums)
    expect([name, (schema['x-enum-varnames'] as string[]).length]).toEqual([name, (schema.enum as string[]).length]);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[A-Z][A-Za-z0-9]+$/.test(name))).toEqual([]);
  expect(DOCUMENT.components.schemas.CsvDelimiter).toMatchObject({
    enum: [',', ';', '\t', '|'],
    'x-enum-varnames': ['CsvDelimiterComma', 'CsvDelimiterSemicolon', 'CsvDelimiterTab', 'CsvDelimiterPipe'],
  });
});

it('enums and objects inside of schemas have names', () => {
  const isUnnamed = ({ type, properties, enum: values }: Json, path: string) =>
    path.split('/').length > 2 &&
    !path.endsWith('/properties') &&
    ((type === 'object' && properties !== undefined) || Array.isArray(values));
  expect(wrong(DOCUMENT.components.schemas, isUnnamed)).toEqual([]);
});

it('an integer that may outgrow 32 bits says so, and no other', () => {
  const isMistaken = ({ type, maximum = Infinity, format }: Json) =>
    [type].flat().includes('integer') && (format === 'int64') !== (maximum as number) > LARGEST_INTEGER;
  expect(wrong(DOCUMENT, isMistaken)).toEqual([]);
});

it('a union has no union for a member, and nothing is said by tuples', () => {
  const isUnion = ($ref: unknown) => 'oneOf' in (DOCUMENT.components.schemas[String($ref).split('/').at(-1)!] ?? {});
  const nests = ({ oneOf, prefixItems, items }: Json) =>
    prefixItems !== undefined ||
    items === false ||
    ((oneOf ?? []) as Json[]).some((member) => 'oneOf' in member || isUnion(member.$ref));
  expect(wrong(DOCUMENT, nests)).toEqual([]);
});

it('alternatives of which several are objects exclude each other, since some generators know such an object by its fields', () => {
  const isObject = (member: Json) => {
    const name = String(member.$ref).split('/').at(-1)!;
    return (DOCUMENT.components.schemas[name] ?? member).type === 'object';
  };
  const mixes = ({ anyOf }: Json) => ((anyOf ?? []) as Json[]).filter(isObject).length > 1;
  expect(wrong(DOCUMENT, mixes)).toEqual([]);
});

describe('the document in OpenAPI 3.0', () => {
  it('is what the one in 3.1 becomes', () => {
    expect(OLDER).toEqual(toOpenApi30(DOCUMENT as never));
    expect(OLDER.openapi).toBe('3.0.3');
  });

  it('says nothing that 3.0 has no word for', () => {
    const isForeign = (node: Json, path: string) =>
      !path.endsWith('/properties') &&
      (Array.isArray(node.type) ||
        node.type === 'null' ||
        typeof node.exclusiveMinimum === 'number' ||
        typeof node.exclusiveMaximum === 'number' ||
        ['const', 'prefixItems', 'propertyNames', 'contentSchema'].some((key) => key in node));
    expect(wrong(OLDER, isForeign)).toEqual([]);
  });

  it('keeps what may be null, what is excluded, and what is constant', () => {
    const { schemas } = OLDER.components as { schemas: Record<string, { properties: Record<string, Json> }> };
    const { finishedAt, step } = schemas.PredictionJobResponse!.properties;
    expect(finishedAt).toMatchObject({ type: 'string', format: 'date-time', nullable: true });
    expect(step).toMatchObject({ nullable: true, allOf: [{ $ref: '#/components/schemas/PredictionJobStep' }] });
    expect(schemas.FreshnessRule!.properties.maxAgeDays).toMatchObject({ minimum: 0, exclusiveMinimum: true });
    expect(schemas.FreshnessRule!.properties.kind).toMatchObject({ type: 'string', enum: ['freshness'] });
  });

  it('refuses to be made of what it cannot say', () => {
    const tuple = { components: { schemas: { Pair: { type: 'array', prefixItems: [{}, {}] } } } };
    expect(() => toOpenApi30(tuple as never)).toThrow('OpenAPI 3.0 has no prefixItems.');
  });
});
