import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller } from '../../platform/access/caller.js';
import { forbidden } from './auth.problems.js';
import { type Denials } from '../../record/audit/denials.service.js';
import { type SessionAuthenticator } from '../sessions/session-authenticator.service.js';
import { type Authenticator } from './authenticator.service.js';
import { budgetOf, isReading } from './budget.js';
import { type RateLimits } from './rate-limits.service.js';
import { type Permission } from '../../platform/access/permission.js';
import { personOf } from '../../platform/access/subject.js';
import { networkOf } from '../../platform/http/client-address.js';
import { Problem } from '../../platform/http/problem.js';
import { type Access } from '../../platform/access/requires.decorator.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

/**
 * Guards every route by what `@Requires` or `@Public` says of it, before a byte of the body is read.
 * A route that says neither does not start.
 */
export function guardRoutes(
  fastify: FastifyInstance,
  authenticator: Authenticator,
  denials: Denials,
  limits: RateLimits,
  sessions: SessionAuthenticator,
): void {
  const guard = { authenticator, limits, sessions };
  fastify.addHook('onRoute', (route) => {
    if (!route.config?.access) throw new Error(`${String(route.method)} ${route.url} declares no permission.`);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const { permission, signsIn } = request.routeOptions.config.access ?? {};
    if (signsIn) await admitSignIn(request, reply, guard);
    if (!permission) return;
    const caller = await identify(request, reply, guard);
    await limits.spend(budgetOf(request.method, permission), personOf(caller.subject), reply);
    request.caller = caller;
    request.identifyAgain = () => identify(request, reply, guard);
    if (caller.permissions.has(permission)) return;
    // A caller who is known but may not: worth remembering when the request would have changed something.
    if (!isReading(request.method)) await recordDenial(denials, caller, request, permission);
    throw forbidden(permission, caller.roles);
  });
}

interface Guard {
  authenticator: Authenticator;
  limits: RateLimits;
  sessions: SessionAuthenticator;
}

/** Each try to sign in takes one of the failures that an address may have, so that codes and tokens cannot be guessed. */
async function admitSignIn(request: FastifyRequest, reply: FastifyReply, { limits, sessions }: Guard): Promise<void> {
  sessions.requireOwnPage(request);
  await limits.spend('failures', request.ip, reply);
}

/** Whoever fails to say who they are is counted by address; others from there are not held up by it. */
async function identify(
  request: FastifyRequest,
  reply: FastifyReply,
  { authenticator, limits, sessions }: Guard,
): Promise<Caller> {
  try {
    const signedIn = await sessions.identify(request);
    if (signedIn !== null) return signedIn;
    return await authenticator.authenticate(request.headers.authorization, request.id);
  } catch (error) {
    // An outage of the database is nobody's failure to say who they are.
    if (!(error instanceof Problem && error.status === 401)) throw error;
    await limits.spend('failures', networkOf(request.clientAddress), reply);
    throw error;
  }
}

function recordDenial(
  denials: Denials,
  caller: Caller,
  request: FastifyRequest,
  permission: Permission,
): Promise<void> {
  const { method } = request;
  const details = { method, path: request.url.split('?', 1)[0] ?? '/', permission };
  return denials.record(caller, `${method} ${request.routeOptions.url}`, { action: 'access.denied', details });
}
