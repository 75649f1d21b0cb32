import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller } from '../../platform/access/caller.js';
import { forbidden } from '../tokens/auth.problems.js';
import { type Admission, type Admissions } from '../role-bindings/admissions.service.js';
import { type Denials } from '../../record/audit/denials.service.js';
import { type SessionAuthenticator } from '../sessions/session-authenticator.service.js';
import { type Authenticator } from '../tokens/authenticator.service.js';
import { budgetOf, changesNothing } from '../tokens/budget.js';
import { type RateLimits } from './rate-limits.service.js';
import { type ModelRef } from '../../platform/access/grant.js';
import { type Permission } from '../../platform/access/permission.js';
import { personOf } from '../../platform/access/subject.js';
import { hasBody } from '../../platform/http/arrival.hook.js';
import { networkOf } from '../../platform/http/client-address.js';
import { Problem } from '../../platform/http/problem.js';
import { type Access, type SigningIn } from '../../platform/access/requires.decorator.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Looks at the model that the query of a GET names, or the body of another; a dialect that reads a body by itself asks again. */
    admitNamed?: (sent: unknown) => Promise<void>;
  }
}

/**
 * Guards every route by what `@Requires` or `@Public` says of it, before a byte of the body is read, and again once a body was read that
 * was still to come then: nobody keeps a right by holding it back. A route that says neither does not start.
 */
export function guardRoutes(fastify: FastifyInstance, guard: Guard): void {
  fastify.addHook('onRoute', (route) => {
    if (!route.config?.access) throw new Error(`${String(route.method)} ${route.url} declares no permission.`);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config;
    if (access?.signsIn) await admitSignIn(access.signsIn, request, reply, guard);
    if (!access?.permission) return;
    const caller = await identify(request, reply, guard);
    await guard.limits.spend(budgetOf(request, access.permission), personOf(caller.subject), reply);
    request.identifyAgain = () => identify(request, reply, guard);
    request.admitAgain = async () => admit(request, await identify(request, reply, guard, false), access, guard);
    await admit(request, caller, access, guard);
    request.caller!.again = (model) => identifyAt(model, request, reply, guard);
    request.isBodyToCome = hasBody(request) && !request.raw.complete;
  });
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (!request.isBodyToCome && request.admitNamed === undefined) return done();
    admitBody(request).then(() => done(), done);
  });
}

/** Looks at what the path decides, and has the rest looked at that a field decides. */
async function admit(
  request: FastifyRequest,
  caller: Caller,
  access: Access,
  { admissions, denials }: Guard,
): Promise<void> {
  const enter = (admission: Admission): Promise<void> => enterAs(request, admission, denials);
  await enter(await admissions.admit(request, caller, access));
  if (typeof access.concerns === 'object' && 'named' in access.concerns)
    request.admitNamed = (sent) => enter(admissions.admitNamed(sent, caller, access));
}

async function admitBody(request: FastifyRequest): Promise<void> {
  if (request.isBodyToCome) await request.admitAgain?.();
  const { method, query, body } = request;
  await request.admitNamed?.(method === 'GET' || method === 'HEAD' ? query : body);
}

/** Who asks, with what that may do to a model now; a right that was lost since is answered as by the guard. */
async function identifyAt(
  model: ModelRef,
  request: FastifyRequest,
  reply: FastifyReply,
  guard: Guard,
): Promise<Caller> {
  const caller = await identify(request, reply, guard, false);
  await enterAs(
    request,
    guard.admissions.admitAgain(caller, request.routeOptions.config.access!, model),
    guard.denials,
  );
  return request.caller!;
}

/** What is hidden is answered as if it were not there; what is shut, with what it takes to open it. */
async function enterAs(request: FastifyRequest, admission: Admission, denials: Denials): Promise<void> {
  if ('hidden' in admission) throw admission.hidden;
  const { caller } = admission;
  const { preconditions, again } = request.caller ?? {};
  request.caller = request.caller ? { ...caller, preconditions, again } : caller;
  if (!('forbidden' in admission)) return;
  // A caller who is known but may not: worth remembering when the request would have changed something.
  if (!changesNothing(request)) await recordDenial(denials, caller, request, admission.forbidden);
  throw forbidden(admission.forbidden, caller.roles);
}

interface Guard {
  admissions: Admissions;
  authenticator: Authenticator;
  denials: Denials;
  limits: RateLimits;
  sessions: SessionAuthenticator;
}

/** Each try to sign in takes one of the failures that an address may have, so that codes and tokens cannot be guessed. */
async function admitSignIn(
  by: SigningIn,
  request: FastifyRequest,
  reply: FastifyReply,
  { limits, sessions }: Guard,
): Promise<void> {
  if (by === 'page') sessions.requireOwnPage(request);
  if (by === 'navigation') sessions.requireKnownHost(request);
  await limits.spend('failures', networkOf(request.clientAddress), reply);
}

/** Whoever fails to say who they are is counted by address; others from there are not held up by it. */
async function identify(
  request: FastifyRequest,
  reply: FastifyReply,
  { authenticator, limits, sessions }: Guard,
  isFirst = true,
): Promise<Caller> {
  try {
    const signedIn = await sessions.identify(request, isFirst);
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
