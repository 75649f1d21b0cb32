import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type AnySchema, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { asyncapiFile } from '../../src/platform/package-files.js';
import { ACTIONS } from '../../src/record/events/catalogue.js';
import { EVENT_TYPES } from '../../src/record/events/event-type.js';

const require = createRequire(import.meta.url);
const DOCUMENT = JSON.parse(readFileSync(asyncapiFile(), 'utf8'));
/** What the authors of AsyncAPI publish for it. */
const SCHEMA = require('@asyncapi/specs/schemas/3.0.0.json') as AnySchema;

let faultsOf: (document: unknown) => ErrorObject[];

beforeAll(() => {
  const ajv = new Ajv({ strict: false, meta: false, validateSchema: false });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the package's types do not know its module shape
  ((addFormats as any).default ?? addFormats)(ajv);
  const validate = ajv.compile(SCHEMA);
  faultsOf = (document) => (validate(document) ? [] : validate.errors!);
});

it('the document keeps the schema of AsyncAPI 3, which notices what is not so', () => {
  expect(faultsOf(DOCUMENT)).toEqual([]);
  expect(faultsOf({ ...DOCUMENT, operations: { tellEvents: { action: 'tell' } } })).not.toEqual([]);
  expect(faultsOf({ ...DOCUMENT, info: {} })).not.toEqual([]);
});

it('every type of event is a message, and both channels carry all of them', () => {
  const { messages } = DOCUMENT.components;
  expect(Object.values(messages).map((message) => (message as { name: string }).name)).toEqual(EVENT_TYPES);
  for (const channel of Object.values<{ messages: object }>(DOCUMENT.channels)) {
    expect(Object.keys(channel.messages)).toEqual(Object.keys(messages));
  }
  expect(Object.keys(messages)).toHaveLength(ACTIONS.length);
});

it('every reference leads somewhere', () => {
  const references = [...JSON.stringify(DOCUMENT).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
  expect(references.length).toBeGreaterThan(100);
  const lost = references.filter(
    (path) => path.split('/').reduce((value, step) => value?.[step], DOCUMENT) === undefined,
  );
  expect(lost).toEqual([]);
});
