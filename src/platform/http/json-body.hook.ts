import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { UNSUPPORTED_MEDIA_TYPE } from './problem.filter.js';
import { jsonFault } from './json-fault.js';
import { type Problem, problemKind } from './problem.js';
import { validationFailed } from './validation.pipe.js';

const MALFORMED_JSON = problemKind(400, 'MALFORMED_JSON', 'The body is not JSON');

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
      const fault = jsonFault(value);
      done(fault ? validationFailed([fault]) : null, value);
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
