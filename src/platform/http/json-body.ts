import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { problemAt } from '../../values/pointer.js';
import { UNSUPPORTED_MEDIA_TYPE } from './problem.filter.js';
import { type Problem, type ProblemError, problemKind } from './problem.js';
import { validationFailed } from './validation.pipe.js';

/** Deeper than any body of ours, and shallow enough for code that recurses. */
const DEEPEST = 32;
const MALFORMED_JSON = problemKind(400, 'MALFORMED_JSON', 'The body is not JSON');
const SURROGATE = /\p{Surrogate}/u;

/** Accepts application/json alone, and of it only what the database can hold: finite numbers and well-formed text. */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    const packed = packedFault(request);
    if (packed) return done(packed);
    // Some clients announce JSON on every request; a DELETE has nothing to say anyway.
    if (body === '' && request.method === 'DELETE') return done(null, undefined);
    void parse(request, body, (error, value: unknown) => {
      if (error) return done(body === '' ? error : malformedJson(body));
      const found = jsonFault(value);
      done(found ? validationFailed([found]) : null, value);
    });
  });
}

/** No body is unpacked here; undefined when there is nothing to unpack. */
export function packedFault({ headers }: FastifyRequest): Error | undefined {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return undefined;
  const detail = `Send the body as it is; this service does not undo the Content-Encoding ${encoding}.`;
  return UNSUPPORTED_MEDIA_TYPE(detail, { headers: { 'Accept-Encoding': 'identity' } });
}

/** What is wrong with text that the parser refused, with line and column where the engine knows the spot. */
function malformedJson(body: string): Problem {
  try {
    JSON.parse(body);
  } catch (error) {
    const [reason = '', position] = (error as Error).message.split(/ in JSON at position (\d+)/);
    return MALFORMED_JSON(
      `The body is not valid JSON: ${reason}${position ? ` ${placeOf(body, Number(position))}` : ''}.`,
    );
  }
  return MALFORMED_JSON('The body holds a forbidden key such as __proto__.');
}

function placeOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `at line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

/** What keeps a JSON value that arrived in another kind of body from being stored; undefined when nothing does. */
export function jsonFault(value: unknown): ProblemError | undefined {
  const found = findFault(value, 0);
  return found && problemAt(found.path, found.code, found.detail);
}

/** Where and what; the path is built from the spot upwards, so that a sound body costs no allocation. */
interface Fault {
  path: (string | number)[];
  code: string;
  detail: string;
}

/** JSON can spell what no column takes: 1e999, a NUL, half a surrogate pair, a thousand brackets. */
function findFault(value: unknown, depth: number): Fault | undefined {
  if (typeof value === 'string') return findTextFault(value);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : fault('FINITE_NUMBER', 'the number is too large to be finite');
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === DEEPEST) return fault('TOO_DEEP', `the body is nested deeper than ${DEEPEST} levels`);
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const step of steps) {
    const inside = (value as Record<string | number, unknown>)[step];
    const found = (typeof step === 'string' ? findKeyFault(step) : undefined) ?? findFault(inside, depth + 1);
    if (found) return { ...found, path: [step, ...found.path] };
  }
  return undefined;
}

/** Further on these would be deleted without a word, and a slice would become another one. */
function findKeyFault(key: string): Fault | undefined {
  if (key !== 'constructor' && key !== 'prototype') return findTextFault(key);
  return fault('FORBIDDEN_KEY', `no object in a body may have the key ${key}; give it another name`);
}

function findTextFault(text: string): Fault | undefined {
  if (text.includes('\0')) return fault('NUL_CHARACTER', 'text must not hold the character U+0000');
  return SURROGATE.test(text) ? fault('MALFORMED_TEXT', 'text must be well-formed Unicode') : undefined;
}

function fault(code: string, detail: string): Fault {
  return { path: [], code, detail };
}
