import { DOCUMENT, type Operation, type Schema } from '../support/app/contract.js';

/** Property names that a class documents nowhere; the list only shrinks. */
const UNDESCRIBED: readonly string[] = [];

const OPERATIONS = Object.entries(DOCUMENT.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]): [string, Operation] => [
    `${method.toUpperCase()} ${path}`,
    operation,
  ]),
);

const FIELDS = Object.entries(DOCUMENT.components.schemas).flatMap(([name, schema]) =>
  Object.entries(schema.properties ?? {}).map(([field, value]): [string, Schema] => [`${name}.${field}`, value]),
);

it('the document is OpenAPI 3.1', () => {
  expect(DOCUMENT.openapi).toBe('3.1.0');
  expect(OPERATIONS.length).toBeGreaterThan(10);
});

it('every operation says what it does, in a sentence', () => {
  const mute = OPERATIONS.filter(([, { summary, description }]) => !/[.]$/.test(description ?? summary ?? ''));
  expect(mute.map(([name]) => name)).toEqual([]);
});

it('every operation has an id of its own, a verb first', () => {
  const ids = OPERATIONS.map(([, operation]) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+[A-Z][A-Za-z]*$/.test(id))).toEqual([]);
});

it('every parameter is described', () => {
  const mute = OPERATIONS.flatMap(([name, { parameters = [] }]) =>
    parameters.filter((parameter) => !parameter.description).map((parameter) => `${name} ${parameter.name}`),
  );
  expect(mute).toEqual([]);
});

it('every field is described', () => {
  const mute = FIELDS.filter(([, { description }]) => typeof description !== 'string' || description === '');
  expect(mute.map(([name]) => name).filter((name) => !UNDESCRIBED.includes(name))).toEqual([]);
});

it('every field has a type', () => {
  const known = ['type', '$ref', 'allOf', 'oneOf', 'anyOf', 'enum'];
  expect(FIELDS.filter(([, schema]) => !known.some((key) => key in schema)).map(([name]) => name)).toEqual([]);
});

it('what a person has to say is not blanks alone', () => {
  const said = FIELDS.filter(([name]) => /Request\.(?:reason|ticket|comment|outcome)$/.test(name));
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter(([, { pattern }]) => pattern !== '\\S').map(([name]) => name)).toEqual([]);
});

it('every answer is described, and every error is a problem', () => {
  for (const [name, { responses }] of OPERATIONS) {
    for (const [status, { description, content }] of Object.entries(responses)) {
      expect({ name, status, description }).toEqual({ name, status, description: expect.stringMatching(/./) });
      if (Number(status) >= 400) expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
    }
  }
});

/** Asks for what becomes a session, and refuses other sites. */
const SIGN_IN = ['POST /api/v1/sessions'];

it('an operation that asks for a token documents 401 and 403', () => {
  for (const [name, { security, responses }] of OPERATIONS) {
    const isGuarded = security!.length > 0 || SIGN_IN.includes(name);
    expect([name, '401' in responses, '403' in responses]).toEqual([name, isGuarded, isGuarded]);
  }
});
