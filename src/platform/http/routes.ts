import { type FastifyInstance } from 'fastify';
import { problemKind } from './problem.js';
import { bodyTypesOf } from './json-body.hook.js';
import { INVALID_URL } from './refusals.js';

const ROUTE_NOT_FOUND = problemKind(404, 'ROUTE_NOT_FOUND', 'There is nothing at this path');
const METHOD_NOT_ALLOWED = problemKind(405, 'METHOD_NOT_ALLOWED', 'The path does not know this method');

/** OPTIONS asks it of the service as a whole (RFC 9110 §9.3.7). */
const SERVER = '*';

interface KnownPath {
  pattern: RegExp;
  methods: Set<string>;
}

/** Answers what no route answers: another path (404), another method (405 with Allow), OPTIONS (204 with Allow). */
export function answerUnrouted(fastify: FastifyInstance): void {
  const paths = new Map<string, KnownPath>();
  fastify.addHook('onRoute', (route) => {
    const known = paths.get(route.url) ?? { pattern: patternOf(route.url), methods: new Set<string>() };
    for (const method of [route.method].flat()) known.methods.add(method);
    paths.set(route.url, known);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    if (request.url.includes('%00')) throw INVALID_URL('The URL must not hold the character U+0000.');
    if (!request.is404 && !lacksParameter(request.params)) return;
    const methods = path === SERVER ? allMethods(paths.values()) : methodsOf(path, paths.values());
    if (methods.length === 0) throw ROUTE_NOT_FOUND(`There is nothing at ${path}. The paths are listed at /docs.`);
    const headers = {
      Allow: [...methods, 'OPTIONS'].join(', '),
      ...(methods.includes('PATCH') && { 'Accept-Patch': bodyTypesOf('PATCH').join(', ') }),
    };
    if (request.method === 'OPTIONS') return reply.code(204).headers(headers).send();
    throw METHOD_NOT_ALLOWED(`${path} answers ${headers.Allow}, not ${request.method}.`, { headers });
  });
}

/** The router takes /models/ for /models/:model with an empty name. */
function lacksParameter(parameters: unknown): boolean {
  return Object.entries(parameters as Record<string, string>).some(([name, value]) => value === '' && name !== '*');
}

function patternOf(url: string): RegExp {
  const steps = url
    .split('/')
    .map((step) => (step.startsWith(':') ? '[^/]+' : step.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${steps.join('/')}$`);
}

function methodsOf(path: string, known: Iterable<KnownPath>): string[] {
  return allMethods([...known].filter(({ pattern }) => pattern.test(path)));
}

function allMethods(known: Iterable<KnownPath>): string[] {
  return [...new Set([...known].flatMap(({ methods }) => [...methods]))].sort();
}
