import { type OpenAPIObject } from '@nestjs/swagger';
import { KEY_HOURS } from '../../src/platform/idempotency/key-hours.js';
import { LARGEST_INTEGER, MODEL_NAME } from '../../src/values/values.js';
import { type Answer, headersOf } from './headers.js';
import { linksOf } from './links.js';
import { describeProblems, problemsOf, SIGNS_IN } from './problems.js';
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
  description: `The same key with the same request is answered with its first answer for ${KEY_HOURS} hours, and has one effect.`,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
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
  alias: { description: 'Name of the alias.', schema: { type: 'string', minLength: 1, maxLength: 256 } },
  id: { description: 'Id, a UUID.', schema: { type: 'string', format: 'uuid' } },
};

/** Adds to an operation what the code says elsewhere: conditions, problems with their codes, headers, who may. */
export function completeOperation(
  method: string,
  operation: Operation,
  controller: string,
  finder: ProblemFinder,
): void {
  const responses = operation.responses as Responses;
  const parameters = (operation.parameters ??= []) as Parameter[];
  for (const parameter of parameters)
    if (parameter.in === 'path') Object.assign(parameter, PATH_PARAMETERS[parameter.name]);
  giveEachFormItsSchema(operation.requestBody as Body | undefined);
  operation.description ??= describeOperation(method, operation, parameters, responses);
  const problems = problemsOf(
    {
      controller,
      operationId: operation.operationId!,
      method,
      hasPathParameter: parameters.some((parameter) => parameter.in === 'path'),
      hasQuery: parameters.some((parameter) => parameter.in === 'query'),
      isSecured: operation.security !== undefined,
      declared: new Set(Object.keys(responses)),
    },
    finder,
  );
  const hasBudget = operation.security !== undefined || problems.has(SIGNS_IN);
  operation.security ??= [];
  addConditions(method, parameters, responses, problems.has('412'));
  for (const [status, codes] of problems) {
    const { description, content } = responses[status] ?? {};
    const described = describeProblems(description, codes);
    responses[status] = { description: described, content: problemContent(content), 'x-problem-codes': codes };
  }
  for (const [status, response] of Object.entries(responses)) {
    completeResponse({ method, status, hasBudget }, response, operation);
  }
}

type Place = Pick<Answer, 'method' | 'status' | 'hasBudget'>;

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
  const roles = /these roles may: (.*)\.$/.exec(responses[403]?.description ?? '')?.[1];
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

/** Every GET can be conditional but a stream, and so can every change that compares the caller's ETag. */
function addConditions(method: string, parameters: Parameter[], responses: Responses, comparesTags: boolean): void {
  if (method === 'post') parameters.push(IDEMPOTENCY_KEY);
  else if (comparesTags) parameters.push(IF_MATCH);
  if (method !== 'get' || 'application/x-ndjson' in (responses[200]?.content ?? {})) return;
  parameters.push(IF_NONE_MATCH);
  responses[304] = { description: 'The caller has the current representation.' };
}

/** A body in several media types states one schema for each, in their order. */
function giveEachFormItsSchema(body: Body | undefined): void {
  const forms = Object.values(body?.content ?? {});
  const schemas = forms[0]?.schema.oneOf;
  if (!body || forms.length < 2 || schemas?.length !== forms.length) return;
  for (const [index, mediaType] of Object.keys(body.content).entries())
    body.content[mediaType] = { schema: { ...schemas[index]! } };
}

/** A problem with members of its own names its class; all others are plain problems. */
function problemContent(content: Response['content']): Content {
  const plain = { schema: { $ref: '#/components/schemas/ProblemResponse' } };
  return { 'application/problem+json': content?.['application/json'] ?? plain };
}
