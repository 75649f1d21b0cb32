/**
 * Writes the API document as generators of typed languages need it, to the path given: `node client-document.js OUT`.
 * Errors are one type for every operation and read by hand, a policy is a document kept as JSON, a conditional GET has
 * no typed answer, ids are text as in answers, files are uploaded as multipart/form-data by hand, and a tab is no name
 * for a constant.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const document = JSON.parse(readFileSync(new URL('../openapi/openapi.json', import.meta.url), 'utf8'));
const { schemas } = document.components;

for (const [path, methods] of Object.entries(document.paths)) {
  if (!path.startsWith('/api/v1')) delete document.paths[path];
  for (const operation of Object.values(methods)) {
    operation.parameters = operation.parameters?.filter(({ name }) => name !== 'If-None-Match');
    for (const { schema } of operation.parameters ?? []) if (schema.format === 'uuid') delete schema.format;
    for (const status of Object.keys(operation.responses)) if (status >= '400') delete operation.responses[status];
  }
}
const upload = document.paths['/api/v1/models/{model}/versions/{version}/evaluations/from-predictions'].post;
upload.requestBody.content = {
  'application/json': { schema: { $ref: '#/components/schemas/SubmitPredictionsRequest' } },
};

schemas.GatePolicyDocument = {
  type: 'object',
  additionalProperties: true,
  description: schemas.GatePolicyDocument.description,
};

for (const name of Object.keys(schemas)) {
  if (/Rule$|^StageGates$|^LivenessResponse$|^ReadinessResponse$/.test(name)) delete schemas[name];
}
delete schemas.SubmitPredictionsRequest.properties.delimiter.enum;

writeFileSync(process.argv[2], JSON.stringify(document, null, 1));
