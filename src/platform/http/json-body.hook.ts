import { isUtf8 } from 'node:buffer';
import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify';
import { type JsonBounds } from '../../values/json-outline.js';
import { MALFORMED, readJson } from '../../values/json-text.js';
import { pointerTo } from '../../values/pointer.js';
import { type Permission } from '../access/permission.js';
import { type Access } from '../access/requires.decorator.js';
import { UNSUPPORTED_MEDIA_TYPE } from './problem.filter.js';
import { type Problem, problemKind } from './problem.js';
import { validationFailed } from './validation.pipe.js';

const MALFORMED_JSON = problemKind(400, 'MALFORMED_JSON', 'The body is not JSON');

/** Enough for 50,000 metrics on slices of eight features; a body of other routes is a form that somebody filled in. */
const EVIDENCE: JsonBounds = { values: 1_000_000, keys: 1_000, names: 10_000 };
const FORM: JsonBounds = { values: 50_000, keys: 10_000, names: 10_000 };
const LARGE_BYTES = 256 * 1024;
const LARGEST_FORM_BYTES = 1024 * 1024;
/** For routes that need no caller: a proof of who somebody is, of 8,000 characters at most, and a few words. */
const LARGEST_PROOF_BYTES = 64 * 1024;

/** The permission of the routes that take evidence, and so large bodies. */
const TAKES_EVIDENCE: Permission = 'evaluation:submit';

const JSON_TYPE = 'application/json';
/** RFC 7396 is what PATCH means here anyway. */
const MERGE_PATCH_TYPE = 'application/merge-patch+json';

/** Media types that the body of a request with this method may have. */
export function bodyTypesOf(method: string): string[] {
  return method.toUpperCase() === 'PATCH' ? [JSON_TYPE, MERGE_PATCH_TYPE] : [JSON_TYPE];
}

/**
 * Accepts JSON alone, and of it only what the database can hold: finite numbers and well-formed text, no key twice
 * in an object. Size is bounded before anything copies the body, by the route: only evidence may fill the whole body limit,
 * and callers who are still unknown may send little.
 */
export function acceptJsonOnly(fastify: FastifyInstance, bodyLimitBytes: number): void {
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRoute', (route) => {
    const { access } = route.config ?? {};
    if (!takesEvidence(access)) route.bodyLimit = Math.min(largestBytesOf(access), bodyLimitBytes);
  });
  fastify.addContentTypeParser<Buffer>(bodyTypesOf('PATCH'), { parseAs: 'buffer' }, (request, body, done) => {
    const untaken = packedFault(request) ?? typeFault(request);
    if (untaken) return done(untaken);
    if (body.length === 0) {
      // Some clients announce JSON on every request; a DELETE has nothing to say anyway.
      return done(request.method === 'DELETE' ? null : new errorCodes.FST_ERR_CTP_EMPTY_JSON_BODY(), undefined);
    }
    if (!isUtf8(body)) return done(MALFORMED_JSON('The body is not UTF-8.'));
    const { fault, value } = read(body.toString(), takesEvidence(request.routeOptions.config.access) ? EVIDENCE : FORM);
    // What comes next for a large body has a turn of its own.
    if (body.length > LARGE_BYTES) setImmediate(done, fault ?? null, value);
    else done(fault ?? null, value);
  });
}

/** Reads JSON that came in another kind of body. @throws {Problem} what `malformed` makes of the reason, or 400 VALIDATION_FAILED */
export function readJsonText(text: string, malformed: (reason: string) => Problem): unknown {
  const { fault, value } = read(text, FORM, malformed);
  if (fault) throw fault;
  return value;
}

function read(
  text: string,
  bounds: JsonBounds,
  malformed: (reason: string) => Problem = (reason) => MALFORMED_JSON(`The body is not valid JSON: ${reason}.`),
): { value?: unknown; fault?: Problem } {
  const { fault, value } = readJson(text, bounds);
  if (fault === undefined) return { value };
  const { path, code, detail } = fault;
  return {
    fault: code === MALFORMED ? malformed(detail) : validationFailed([{ pointer: pointerTo(path), code, detail }]),
  };
}

function largestBytesOf(access: Access | undefined): number {
  return access?.permission === null ? LARGEST_PROOF_BYTES : LARGEST_FORM_BYTES;
}

function takesEvidence(access: Access | undefined): boolean {
  return access?.permission === TAKES_EVIDENCE;
}

/** JSON is UTF-8 (RFC 8259 §8.1), and each method has its types; undefined when nothing is wrong. */
function typeFault({ method, headers }: FastifyRequest): Error | undefined {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charsets = parameters.flatMap((each) => charsetIn(each) ?? []);
  if (!charsets.every((name) => /^utf-?8$/.test(name)))
    return UNSUPPORTED_MEDIA_TYPE('Send the body as UTF-8, which JSON is; this service reads no other charset.');
  if (bodyTypesOf(method).includes(type.trim())) return undefined;
  return UNSUPPORTED_MEDIA_TYPE(`Send the body as JSON, with the header Content-Type: ${JSON_TYPE}.`);
}

/** What a parameter of a type says of the encoding, without quotes; undefined when it says something else. */
function charsetIn(parameter: string): string | undefined {
  const [name = '', ...value] = parameter.split('=');
  if (name.trim() !== 'charset' || value.length === 0) return undefined;
  return value
    .join('=')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}

/** No body is unpacked here; undefined when there is nothing to unpack. */
export function packedFault({ headers }: FastifyRequest): Error | undefined {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return undefined;
  const detail = `Send the body as it is; this service does not undo the Content-Encoding ${encoding}.`;
  return UNSUPPORTED_MEDIA_TYPE(detail, { headers: { 'Accept-Encoding': 'identity' } });
}
