/**
 * Writes the API document as generators of typed languages need it, to the path given: `node client-document.js OUT`,
 * with `--no-unions` for languages in which a value has one type.
 * Errors are one type for every operation and read by hand. A policy is a document kept as JSON. A slice's values are
 * text, numbers or truth values. Headers are for the helpers, and a conditional GET has no typed answer; what the query says
 * as well as the body is said by the body. Files are uploaded as multipart/form-data by hand. A tab is no name for a constant, and these generators name constants themselves.
 * Two marks are for generators that would take one answer for another, or null for absent.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const document = JSON.parse(readFileSync(new URL('../openapi/openapi.json', import.meta.url), 'utf8'));
const { schemas } = document.components;

for (const [path, methods] of Object.entries(document.paths)) {
  if (!path.startsWith('/api/v1')) delete document.paths[path];
  for (const [method, operation] of Object.entries(methods)) {
    operation.parameters = operation.parameters?.filter((parameter) => isForCallers(parameter, method, operation));
    if (operation.description?.startsWith(operation.summary)) delete operation.summary;
    markOtherAnswer(operation);
    for (const [status, response] of Object.entries(operation.responses)) {
      delete response.headers;
      if (status >= '400') delete operation.responses[status];
    }
  }
}
for (const [name, { properties }] of Object.entries(schemas))
  for (const property of Object.values((name.endsWith('Request') && properties) || {}))
    if (property.type?.includes?.('null')) property['x-null-is-sent'] = true;

const upload = document.paths['/api/v1/models/{model}/versions/{version}/evaluations/from-predictions'].post;
upload.requestBody.content = {
  'application/json': { schema: { $ref: '#/components/schemas/SubmitPredictionsRequest' } },
};

schemas.GatePolicyDocument = {
  type: 'object',
  additionalProperties: true,
  description: schemas.GatePolicyDocument.description,
};

schemas.Slice = {
  type: 'object',
  additionalProperties: true,
  description: schemas.Slice.description,
  'x-go-type-skip-optional-pointer': true,
};
for (const schema of Object.values(schemas)) delete schema['x-enum-varnames'];
withoutNarrowIntegers(document);
schemas.CsvDelimiter = { type: 'string', description: schemas.CsvDelimiter.description };

if (process.argv.includes('--no-unions')) {
  const columns = schemas.PredictionColumns.properties;
  columns.rowId = {
    ...columns.rowId.oneOf.find(({ type }) => type === 'array'),
    description:
      "Columns that are together the id of each row, alike in every version's file; without them nothing can be paired. " +
      '`#1` is the first column, whatever its name.',
  };
}

/** What the operations speak of, and the problem documents. */
const used = new Set();
const visit = (value) => {
  if (value === null || typeof value !== 'object') return;
  const name = value.$ref?.replace('#/components/schemas/', '');
  if (name && !used.has(name)) {
    used.add(name);
    visit(schemas[name]);
  }
  Object.values(value).forEach(visit);
};
visit([document.paths, { $ref: '#/components/schemas/TransitionProblemResponse' }]);
for (const name of Object.keys(schemas)) if (!used.has(name)) delete schemas[name];

writeFileSync(process.argv[2], JSON.stringify(document, null, 1));

/** The ordinary integer of a language holds these. */
function withoutNarrowIntegers(value) {
  if (value === null || typeof value !== 'object') return;
  if (value.format === 'int32') delete value.format;
  Object.values(value).forEach(withoutNarrowIntegers);
}

function isForCallers({ name, in: place }, method, { requestBody }) {
  if (method === 'get' ? /^If-(None-)?Match$/.test(name) : name === 'If-None-Match' && method !== 'put') return false;
  const body = requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1);
  return place !== 'query' || schemas[body]?.properties?.[name] === undefined;
}

/** An operation that answers 200 with one type may answer another success with one other type. */
function markOtherAnswer(operation) {
  const { operationId, responses } = operation;
  const typeOf = ([, { content }]) => content?.['application/json']?.schema.$ref?.split('/').at(-1);
  const successes = Object.entries(responses ?? {}).filter(([status]) => status < '300');
  const [first, ...others] = new Set(successes.map(typeOf));
  if (others.length === 0) return;
  if (others.length > 1 || successes[0][0] !== '200') throw new Error(`${operationId} answers ${[first, ...others]}.`);
  operation['x-otherwise'] = others[0];
}
