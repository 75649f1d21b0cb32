import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { etagOf } from './etag.js';

/** Where what a request made is found from then on. */
interface Place {
  /** Its path; names in braces are fields of the answer. */
  path: string;
  /** A field of the answer that GET of that path does not show. */
  besides?: string;
  /** Of what is under way, when it is worth asking how far it is. */
  askAgainSeconds?: number;
}

const TRANSITION: Place = { path: '/api/v1/transitions/{id}', besides: 'gateReport' };
const POLICY_CHANGE: Place = { path: '/api/v1/policy-changes/{id}' };
const PREDICTION_JOB: Place = { path: '/api/v1/prediction-jobs/{id}', askAgainSeconds: 1 };

/** By method and path of a route. A token is shown once, and so found nowhere. */
const PLACES: Readonly<Record<string, Place>> = {
  'POST /api/v1/models': { path: '/api/v1/models/{name}' },
  'POST /api/v1/models/:model/versions': { path: '/api/v1/models/{model}/versions/{version}' },
  'POST /api/v1/models/:model/versions/:version/evaluations': { path: '/api/v1/evaluations/{id}' },
  'POST /api/v1/models/:model/versions/:version/evaluations/from-run': { path: '/api/v1/evaluations/{id}' },
  'POST /api/v1/models/:model/versions/:version/evaluations/from-predictions': PREDICTION_JOB,
  'POST /api/v1/models/:model/versions/:version/evaluations/from-stored-predictions': PREDICTION_JOB,
  'POST /api/v1/models/:model/versions/:version/transitions': TRANSITION,
  'POST /api/v1/models/:model/rollback': TRANSITION,
  'POST /api/v1/transitions/:id/approvals': TRANSITION,
  'POST /api/v1/role-bindings': { path: '/api/v1/role-bindings/{id}' },
  'POST /api/v1/trust-rules': { path: '/api/v1/trust-rules/{id}' },
  'POST /api/v1/webhooks': { path: '/api/v1/webhooks/{id}', besides: 'secret' },
  'POST /api/v1/datasets': { path: '/api/v1/datasets/{id}' },
  'POST /api/v1/gate-policy/back-test-jobs': { path: '/api/v1/gate-policy/back-test-jobs/{id}', askAgainSeconds: 1 },
  'POST /api/v1/audit-events/verifications': { path: '/api/v1/audit-events/verifications/{id}', askAgainSeconds: 1 },
  'POST /api/v1/models/:model/versions/:version/break-glass': TRANSITION,
  'POST /api/v1/freezes': { path: '/api/v1/freezes/{id}' },
  'PUT /api/v1/models/:model/aliases/:alias': TRANSITION,
  'PUT /api/v1/models/:model/gate-policy': POLICY_CHANGE,
  'PUT /api/v1/gate-policy': POLICY_CHANGE,
};

const CREATED = 201;
const ACCEPTED = 202;

/** Whether an answer of a route with this status says where to find what it made; `url` has parameters such as `:model`. */
export function isLocated(method: string, url: string, status: number): boolean {
  return (status === CREATED || status === ACCEPTED) && `${method} ${url}` in PLACES;
}

/** Whether it carries the tag of what it made, too: what is under way changes by itself, and PUT tags nothing (RFC 9110 §9.3.4). */
export function isTaggedAsMade(method: string, url: string, status: number): boolean {
  return status === CREATED && method === 'POST' && isLocated(method, url, status);
}

/** Whether it says when to ask how far what it started is. */
export function isUnderWay(method: string, url: string, status: number): boolean {
  return isLocated(method, url, status) && PLACES[`${method} ${url}`]!.askAgainSeconds !== undefined;
}

/** Says with 201 and 202 where to find what was made, and with 201 which tag a change of it may name; a first answer that is repeated, too. */
export function locateCreations(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    locate(request, reply, payload as Fields);
    done(null, payload);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (reply.hasHeader('idempotent-replayed') && typeof payload === 'string' && isOfPlace(request, reply))
      locate(request, reply, JSON.parse(payload) as Fields);
    done(null, payload);
  });
}

type Fields = Record<string, unknown>;

function isOfPlace({ method, routeOptions }: FastifyRequest, reply: FastifyReply): boolean {
  return isLocated(method, routeOptions.url ?? '', reply.statusCode);
}

function locate(request: FastifyRequest, reply: FastifyReply, answer: Fields): void {
  if (!isOfPlace(request, reply)) return;
  const { method, routeOptions } = request;
  const url = routeOptions.url!;
  const { path, besides, askAgainSeconds } = PLACES[`${method} ${url}`]!;
  void reply.header(
    'Location',
    path.replace(/\{(\w+)\}/g, (_field, name: string) => String(answer[name])),
  );
  if (askAgainSeconds !== undefined) void reply.header('Retry-After', String(askAgainSeconds));
  if (!isTaggedAsMade(method, url, reply.statusCode)) return;
  const { [besides ?? '']: _hidden, ...shown } = answer;
  void reply.header('ETag', etagOf(JSON.stringify(shown)));
}
