import { type OpenAPIObject } from '@nestjs/swagger';
import { KEY } from '../../src/platform/idempotency/idempotency.hook.js';
import { MAY_LAG } from '../../src/platform/access/requires.decorator.js';
import { IDEMPOTENCY_KEY_HOURS } from '../../src/platform/config/retention.js';
import { bodyTypesOf } from '../../src/platform/http/json-body.hook.js';
import { takesPreconditions } from '../../src/platform/http/preconditions.js';
import { ALIAS } from '../../src/promotion/aliases/alias-name.js';
import { LARGEST_INTEGER, MODEL_NAME } from '../../src/values/values.js';
import { type Answer, headersOf } from './headers.js';
import { linksOf } from './links.js';
import { describeProblems, problemsOf } from './problems.js';
import { type ProblemFinder } from './reachable-problems.js';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = { name: string; in: string; description?: string; schema?: object };
type Body = { content: Record<string, { schema: { oneOf?: object[] } }> };
type Content = Record<string, { schema?: { $ref?: string } }>;
type Response = {
  description: string;
  content?: Content;
  headers?: object;
  links?: object;
  'x-problem-codes'?: string[];
};
type Responses = Record<string, Response>;
/** An operation as the router knows it: `url` has parameters such as `:model`. */
type Route = { method: string; url: string };

/** Tags of RFC 9110 §8.8.3, separated by commas, or `*`. */
const TAGS = {
  type: 'string',
  pattern: '^(\\*|(W/)?"[!#-~]*"( *, *(W/)?"[!#-~]*")*)$',
  maxLength: 8_192,
};
/** Headers that any request may carry. */
const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'ETag of the representation the request is meant for, or `*`; 412 when the resource is another by now.',
  schema: TAGS,
};
const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'ETag of the representation the caller has; 304 when it is still the one.',
  schema: TAGS,
};
const IF_NONE_MATCH_OF_A_CHANGE = {
  ...IF_NONE_MATCH,
  description:
    '`*` to change only what is not there yet, or an ETag that the resource must not have; 412 when it is there.',
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: `The same key with the same request is answered with its first answer for ${IDEMPOTENCY_KEY_HOURS} hours unless the registry is set otherwise, and has one effect.`,
  schema: { type: 'string', pattern: KEY.source },
};

/** Path parameters mean the same wherever they stand. */
const PATH_PARAMETERS: Record<string, { description: string; schema: object }> = {
  model: { description: 'Name of the model.', schema: { type: 'string', pattern: MODEL_NAME.source } },
  version: { description: 'Number of the version.', schema: { type: 'integer', minimum: 1, maximum: LARGEST_INTEGER } },
  revision: {
    description: 'Number of the policy revision.',
    schema: { type: 'integer', minimum: 1, maximum: LARGEST_INTEGER },
  },
  stage: { description: 'Name of the stage.', schema: { $ref: '#/components/schemas/Stage' } },
  alias: {
    description: 'Name of the alias; latest, names such as v1 and the names of stages are reserved.',
    schema: { type: 'string', pattern: ALIAS.source },
  },
  role: {
    description: 'Name of the role: a built-in one, or letters, digits and ._- of your own.',
    schema: { type: 'string', minLength: 1, maxLength: 100 },
  },
  id: { description: 'Id, a UUID.', schema: { type: 'string', format: 'uuid' } },
  delivery: { description: 'Id of the delivery, a UUID.', schema: { type: 'string', format: 'uuid' } },
  type: {
    description: 'Type of event, such as `dev.stagegate.transition.applied.v1`.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
};

const LAGS =
  'A replica of the database may answer; the header `Stagegate-Read-Replica-Lag` says so, and `Cache-Control: no-cache` asks the primary.';

/** Adds to an operation what the code says elsewhere: conditions, problems with their codes, headers, who may. */
export function completeOperation(route: Route, operation: Operation, controller: string, finder: ProblemFinder): void {
  const { method } = route;
  const responses = operation.responses as Responses;
  const parameters = (operation.parameters ??= []) as Parameter[];
  for (const parameter of parameters)
    if (parameter.in === 'path') Object.assign(parameter, PATH_PARAMETERS[parameter.name]);
  giveEachFormItsSchema(operation.requestBody as Body | undefined);
  giveEachTypeItsSchema(method, operation.requestBody as Body | undefined);
  const mayLag = (operation as unknown as Record<string, unknown>)[MAY_LAG] === true;
  operation.description ??= describeOperation(method, operation, parameters, responses);
  if (mayLag) operation.description += ` ${LAGS}`;
  const problems = problemsOf(
    {
      controller,
      operationId: operation.operationId!,
      method,
      isConditional: takesPreconditions(method.toUpperCase(), route.url),
      hasPathParameter: parameters.some((parameter) => parameter.in === 'path'),
      hasQuery: parameters.some((parameter) => parameter.in === 'query'),
      isSecured: operation.security !== undefined,
      declared: new Set(Object.keys(responses)),
    },
    finder,
  );
  const hasBudget = problems.has('429');
  operation.security ??= [];
  addConditions(route, parameters, responses);
  for (const [status, codes] of problems) {
    const { description, content } = responses[status] ?? {};
    const described = describeProblems(description, codes);
    responses[status] = { description: described, content: problemContent(content), 'x-problem-codes': codes };
  }
  for (const [status, response] of Object.entries(responses)) {
    completeResponse({ method, url: route.url, status, hasBudget, mayLag }, response, operation);
  }
}

type Place = Pick<Answer, 'method' | 'url' | 'status' | 'hasBudget' | 'mayLag'>;

function completeResponse(place: Place, response: Response, operation: Operation): void {
  response.description ||= operation.summary ?? '';
  const [first] = Object.values(response.content ?? {});
  const mediaTypes = Object.keys(response.content ?? {});
  const schema = first?.schema?.$ref ?? '';
  const names = headersOf({ ...place, mediaTypes, schema });
  response.headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
  const links = linksOf(place.method, schema);
  if (links) response.links = links;
}

/** What is worth knowing besides the summary: who may, how to page, how to repeat. */
function describeOperation(
  method: string,
  { summary, security }: Operation,
  parameters: readonly Parameter[],
  responses: Responses,
): string {
  const roles = /these roles may: (.*)\.$/m.exec(responses[403]?.description ?? '')?.[1];
  const sentences = [
    summary ?? '',
    security && roles ? `Roles that may: ${roles}.` : 'Answers everybody.',
    ...(parameters.some(({ name }) => name === 'cursor')
      ? ['Answers page by page: follow `nextCursor`, or the header `Link`, until there is none.']
      : []),
    ...(method === 'post' ? ['With an `Idempotency-Key` it can be sent again without a second effect.'] : []),
  ];
  return sentences.join(' ');
}

/** What the table of preconditions says of the route. */
function addConditions({ method, url }: Route, parameters: Parameter[], responses: Responses): void {
  if (method === 'post') parameters.push(IDEMPOTENCY_KEY);
  if (!takesPreconditions(method.toUpperCase(), url)) return;
  parameters.push(IF_MATCH, method === 'get' ? IF_NONE_MATCH : IF_NONE_MATCH_OF_A_CHANGE);
  if (method === 'get') responses[304] = { description: 'The caller has the current representation.' };
}

/** A body in several media types states one schema for each, in their order. */
function giveEachFormItsSchema(body: Body | undefined): void {
  const forms = Object.values(body?.content ?? {});
  const schemas = forms[0]?.schema.oneOf;
  if (!body || forms.length < 2 || schemas?.length !== forms.length) return;
  for (const [index, mediaType] of Object.keys(body.content).entries())
    body.content[mediaType] = { schema: { ...schemas[index]! } };
}

/** What the method takes beside plain JSON is the same body under another name. */
function giveEachTypeItsSchema(method: string, body: Body | undefined): void {
  const json = body?.content['application/json'];
  if (json) for (const type of bodyTypesOf(method)) body.content[type] ??= json;
}

/** A problem with members of its own names its class; all others are plain problems. */
function problemContent(content: Response['content']): Content {
  const plain = { schema: { $ref: '#/components/schemas/ProblemResponse' } };
  return { 'application/problem+json': content?.['application/json'] ?? plain };
}
