import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export interface ApiDocument {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; headers: Record<string, object> };
  'x-problems': Record<string, { status: number; title: string }>;
}

export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; description?: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema; examples?: Record<string, { value: unknown }> }> };
  responses: Record<string, Response>;
  security?: object[];
}

export interface Response {
  description: string;
  content?: Record<string, { schema: Schema }>;
  headers?: Record<string, object>;
  'x-problem-codes'?: string[];
}

export interface Schema {
  [keyword: string]: unknown;
  properties?: Record<string, Schema>;
}

interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

export const DOCUMENT = JSON.parse(
  readFileSync(new URL('../../../openapi/openapi.json', import.meta.url), 'utf8'),
) as ApiDocument;

/** Every test file compiles what it meets anew, so the code has to be made quickly rather than well. */
const ajv = new Ajv2020({ strict: false, allErrors: true, inlineRefs: false, code: { optimize: false } });
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the package's types do not know its module shape
((addFormats as any).default ?? addFormats)(ajv);
ajv.addSchema({ $id: 'api', components: { schemas: closed(DOCUMENT.components.schemas) } });
const validators = new Map<string, ValidateFunction>();

const PATHS = Object.keys(DOCUMENT.paths)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`) }))
  .sort((one, other) => one.path.split('{').length - other.path.split('{').length);

/** Fails when an answer is none of the API document, or a problem tells what does not read as a sentence. */
export function checkAnswer(method: string, target: string, answer: Answer): void {
  checkContract(method, target, answer);
  if (answer.headers.get('content-type')?.startsWith('application/problem+json') && answer.status !== 405)
    checkSentences(answer.body, `${method} ${target} → ${answer.status}`);
}

/** Fails when an answer has a status, a media type or a field that the API document does not know. */
export function checkContract(method: string, target: string, answer: Answer): void {
  const path = target.split('?', 1)[0]!;
  const known = PATHS.find(({ pattern }) => pattern.test(path))?.path;
  const operation = known && DOCUMENT.paths[known]![method.toLowerCase()];
  const where = `${method} ${path} → ${answer.status}`;
  const mediaType = answer.headers.get('content-type')?.split(';', 1)[0] ?? '';
  if (!operation || answer.status === 405) {
    if (mediaType === 'application/problem+json') validate('ProblemResponse', answer.body, where);
    return;
  }
  const response = operation.responses[String(answer.status)];
  if (!response) throw new Error(`${where} is not documented for ${operation.operationId}.`);
  checkHeaders(response, answer.headers, where);
  checkCode(response, answer.body, where);
  if (!response.content) {
    if (answer.body !== '') throw new Error(`${where} has a body that is not documented.`);
    return;
  }
  const content = response.content[mediaType];
  if (!content) throw new Error(`${where} has the media type ${mediaType || 'none'}, which is not documented.`);
  if (typeof answer.body !== 'string') validate(content.schema, answer.body, where);
}

/** What is quoted comes from the caller, and so does what a parser shows of a body. */
const QUOTED = /(?<=^The body is not valid JSON: ).*|'[^']*'|"[^"]*"|`[^`]*`|\u201c[^\u201d]*\u201d/g;
/** That `undefined` can only be true is said of a field of measures. */
const SLIPS = /\.\.(?!\.|\w|\/)|[ ]{2}|[,;:]\.|(?<!\/)\bundefined\b(?! can only be true)|\bNaN\b|\[object |^\s|\s$/;

/** Fails when what a problem tells people shows that its parts do not fit together. */
function checkSentences(body: unknown, where: string): void {
  const { detail, errors = [] } = (body ?? {}) as { detail?: string; errors?: { detail: string }[] };
  const sentences = [detail, ...errors.map((error) => error.detail)].filter((text) => text !== undefined);
  const slip = sentences.find((text) => SLIPS.test(text.replaceAll(QUOTED, "'…'").replaceAll('...', '…')));
  if (slip !== undefined) throw new Error(`${where} says what does not read as a sentence: ${slip}`);
  const ended = errors.find((error) => error.detail.endsWith('.'));
  if (ended !== undefined && detail?.includes(`${ended.detail}.`))
    throw new Error(`${where} ends a sentence twice: ${detail}`);
}

/** Fails when the document would not let a client send this body. */
export function checkRequest(operation: Operation, mediaType: string, body: unknown): void {
  const broken = breaksDocument(operation, mediaType, body);
  if (broken !== null) throw new Error(`The request of ${operation.operationId} breaks the API document: ${broken}`);
}

/** What the document has against a body, or null. */
export function breaksDocument(operation: Operation, mediaType: string, body: unknown): string | null {
  const schema = operation.requestBody?.content[mediaType]?.schema;
  if (!schema) throw new Error(`${operation.operationId} takes no ${mediaType}.`);
  return faultsOf(schema, body);
}

/** The headers that the document knows are in the answers that it says, and in no others. */
function checkHeaders(response: Response, headers: Headers, where: string): void {
  const unsaid = Object.keys(DOCUMENT.components.headers).filter(
    (name) => headers.has(name) && !(name in (response.headers ?? {})),
  );
  if (unsaid.length > 0) throw new Error(`${where} has the headers ${unsaid.join(', ')}, which are not documented.`);
}

function checkCode(response: Response, body: unknown, where: string): void {
  const codes = response['x-problem-codes'];
  const { code } = (body ?? {}) as { code?: unknown };
  if (codes && typeof code === 'string' && !codes.includes(code))
    throw new Error(`${where} has the code ${code}, which is not documented.`);
}

function validate(schema: Schema | string, body: unknown, where: string): void {
  const faults = faultsOf(schema, body);
  if (faults !== null) throw new Error(`${where} breaks the API document: ${faults}`);
}

function faultsOf(schema: Schema | string, body: unknown): string | null {
  const target = typeof schema === 'string' ? { $ref: `#/components/schemas/${schema}` } : schema;
  const key = JSON.stringify(target);
  const validator = validators.get(key) ?? ajv.compile(closed(withBase(target)));
  validators.set(key, validator);
  return validator(body) ? null : ajv.errorsText(validator.errors, { separator: '\n  ' });
}

function withBase(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')) as Schema;
}

/** A field that the document does not name is a fault, so objects with named fields allow no others. */
function closed<Value>(schema: Value): Value {
  if (Array.isArray(schema)) return schema.map(closed) as Value;
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, key === 'example' ? value : closed(value)]);
  const copy = Object.fromEntries(entries) as Schema;
  if (copy.type === 'object' && copy.properties && copy.additionalProperties === undefined)
    copy.additionalProperties = false;
  return copy as Value;
}
