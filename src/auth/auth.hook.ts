import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { forbidden } from './auth.problems.js';
import { type AuthService } from './auth.service.js';
import { type Authenticator } from './authenticator.service.js';
import { type Access } from './requires.decorator.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Guards every route by what `@Requires` or `@Public` says of it, before a byte of the body is read.
 * A route that says neither does not start.
 */
export function guardRoutes(fastify: FastifyInstance, authenticator: Authenticator, auth: AuthService): void {
  fastify.addHook('onRoute', (route) => {
    if (!route.config?.access) throw new Error(`${String(route.method)} ${route.url} declares no permission.`);
  });
  fastify.addHook('onRequest', async (request) => {
    const permission = request.routeOptions.config.access?.permission;
    if (!permission) return;
    const caller = await authenticator.authenticate(request.headers.authorization, request.id);
    const ifMatch = request.headers['if-match'];
    if (ifMatch !== undefined) caller.ifMatch = ifMatch;
    request.caller = caller;
    if (caller.permissions.has(permission)) return;
    if (!READING.has(request.method)) await auth.recordDenial(caller, describe(request, permission));
    throw forbidden(permission, caller.roles);
  });
}

function describe(request: FastifyRequest, permission: string) {
  return { method: request.method, path: request.url.split('?', 1)[0] ?? '/', permission };
}
