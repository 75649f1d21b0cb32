import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { declaredSchemas } from '../http/api-schemas.js';
import { ProblemErrorResponse, ProblemResponse } from '../http/problem.dto.js';
import { enumSchemas, withNamedEnums } from './named-enums.js';
import { packageVersion } from '../docs/package-files.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = { name: string; in: string; description?: string; schema?: object };
type Body = { content: Record<string, { schema: { oneOf?: object[] } }> };
type Response = { description: string; content?: Record<string, object> };

/** Headers that any request may carry. */
const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'ETag of the representation the change is meant for; 412 when the resource is another by now.',
  schema: { type: 'string' },
};
const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'ETag of the representation the caller has; 304 when it is still the one.',
  schema: { type: 'string' },
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same request is answered with its first answer for 24 hours, and has one effect.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Path parameters mean the same wherever they stand. */
const PATH_PARAMETERS: Record<string, { description: string; schema: object }> = {
  model: { description: 'Name of the model.', schema: { type: 'string' } },
  version: { description: 'Number of the version.', schema: { type: 'integer', minimum: 1 } },
  revision: { description: 'Number of the policy revision.', schema: { type: 'integer', minimum: 1 } },
  stage: { description: 'Name of the stage.', schema: { type: 'string' } },
  alias: { description: 'Name of the alias.', schema: { type: 'string' } },
  id: { description: 'Id, a UUID.', schema: { type: 'string', format: 'uuid' } },
};

/** What any request can meet, wherever it goes. */
const COMMON_PROBLEMS = {
  400: 'The request cannot be understood; `errors` points at each fault.',
  431: 'The headers, the path or the query are too large.',
  500: 'The service failed; the log knows the request id.',
  503: 'The database cannot be reached.',
};
const BODY_PROBLEMS = { 413: 'The body is too large.', 415: 'The body is not application/json.' };

/** The API document of the built application; the compiler plugin has put the comments of the wire classes into it. */
export function createDocument(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Stagegate')
    .setDescription('A model registry whose unit of work is the promotion decision.')
    .setVersion(packageVersion())
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', description: 'A token from POST /api/v1/tokens.' })
    .addServer('/', 'The service that serves this document.')
    .addTag('models', 'Models, the named lines of versions.')
    .addTag('versions', 'Versions, their stages and aliases.')
    .addTag('aliases', 'Names that point at versions.')
    .addTag('datasets', 'Registered dataset versions with their slices.')
    .addTag('evaluations', 'Evidence: what a version measured, on which data.')
    .addTag('predictions', 'Evidence computed by the service, row by row.')
    .addTag('gatePolicies', 'The rules a promotion must satisfy.')
    .addTag('gates', 'The judgement of versions by their policy.')
    .addTag('transitions', 'Changes of stage, from request to outcome.')
    .addTag('audit', 'The append-only record of who did what.')
    .addTag('access', 'Tokens and callers.')
    .addTag('operations', 'For those who run the service.')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    extraModels: [ProblemResponse, ProblemErrorResponse],
    operationIdFactory: (_controller, method) => method,
  });
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) if (path[method]) completeOperation(method, path[method]);
  }
  return sortPaths(document);
}

function completeOperation(method: (typeof METHODS)[number], operation: Operation): void {
  addConditions(method, operation);
  for (const parameter of (operation.parameters ?? []) as Parameter[]) {
    if (parameter.in === 'path') Object.assign(parameter, PATH_PARAMETERS[parameter.name]);
  }
  giveEachFormItsSchema(operation.requestBody as Body | undefined);
  const responses = operation.responses as Record<string, Response>;
  const common = { ...COMMON_PROBLEMS, ...(operation.requestBody ? BODY_PROBLEMS : {}) };
  for (const [status, description] of Object.entries(common)) responses[status] ??= { description };
  for (const [status, response] of Object.entries(responses)) {
    if (Number(status) >= 400) response.content = problemContent(response.content);
    else response.description ||= operation.summary ?? '';
  }
}

/** Every GET can be conditional, and so can every change of something that is there. */
function addConditions(method: (typeof METHODS)[number], operation: Operation): void {
  const responses = operation.responses as Record<string, Response>;
  const parameters = (operation.parameters ??= []) as object[];
  if (method === 'post') {
    parameters.push(IDEMPOTENCY_KEY);
    responses[409] ??= { description: 'The first request with this idempotency key is under way.' };
    responses[422] ??= { description: 'The idempotency key belongs to another request.' };
    return;
  }
  parameters.push(method === 'get' ? IF_NONE_MATCH : IF_MATCH);
  if (method === 'get') responses[304] = { description: 'The caller has the current representation.' };
  else responses[412] ??= { description: 'The resource is not as `If-Match` says.' };
}

/** A body in several media types states one schema for each, in their order. */
function giveEachFormItsSchema(body: Body | undefined): void {
  const forms = Object.values(body?.content ?? {});
  const schemas = forms[0]?.schema.oneOf as object[] | undefined;
  if (forms.length < 2 || schemas?.length !== forms.length) return;
  for (const [index, mediaType] of Object.keys(body!.content).entries())
    body!.content[mediaType] = { schema: { ...schemas[index]! } };
}

/** A problem with members of its own names its class; all others are plain problems. */
function problemContent(content: Response['content']): Record<string, object> {
  const plain = { schema: { $ref: '#/components/schemas/ProblemResponse' } };
  return { 'application/problem+json': content?.['application/json'] ?? plain };
}

/** Modules load in an order of their own; readers look for paths and schemas by name. */
function sortPaths(document: OpenAPIObject): OpenAPIObject {
  const schemas = byKey({
    ...withNamedEnums({ ...document.components?.schemas, ...declaredSchemas() }),
    ...enumSchemas(),
  });
  const paths = byKey(withNamedEnums(document.paths));
  const { contact: _none, ...info } = document.info;
  return { ...document, info, paths, components: { ...document.components, schemas } };
}

function byKey<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
