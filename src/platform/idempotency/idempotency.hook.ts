import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type QueryRunner } from 'typeorm';
import { personOf } from '../access/subject.js';
import { ambientTransaction } from '../database/ambient-transaction.js';
import { digestInTurns } from '../in-turns.js';
import { keyIsInvalid } from './idempotency.problems.js';
import { StreamedBody } from './streamed-body.js';
import { type IdempotencyService, type KeyedRequest } from './idempotency.service.js';

interface Keyed {
  request: KeyedRequest;
  runner: QueryRunner;
  end: () => void;
}

declare module 'fastify' {
  interface FastifyRequest {
    keyed?: Keyed;
  }
}

/** What was begun is begun, though the answer says when to ask how far it is. */
const ACCEPTED = 202;
export const KEY = /^[\x21-\x7e]{1,255}$/;

/** Runs a POST with an Idempotency-Key in one transaction with the storing of its answer, and repeats that answer. */
export function keepFirstAnswers(fastify: FastifyInstance, idempotency: IdempotencyService): void {
  fastify.addHook('preHandler', async (request, reply) => {
    const keyed = await toKeyedRequest(request);
    if (!keyed) return;
    const begun = await idempotency.begin(keyed);
    if ('runner' in begun) {
      request.keyed = { request: keyed, runner: begun.runner, end: begun.end };
      return;
    }
    begun.end();
    const { status, contentType, body } = begun.answer;
    void reply.code(status).header('Idempotent-Replayed', 'true');
    if (contentType !== null) void reply.type(contentType);
    return reply.send(body);
  });
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (request.keyed) ambientTransaction.run(request.keyed.runner.manager, done);
    else done();
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (request.keyed && (typeof payload === 'string' || payload == null))
      await finish(idempotency, request, reply, payload ?? '');
    return payload;
  });
  const giveUp = (request: FastifyRequest): Promise<void> => release(idempotency, request);
  fastify.addHook('onResponse', giveUp);
  fastify.addHook('onRequestAbort', giveUp);
}

async function finish(
  idempotency: IdempotencyService,
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
): Promise<void> {
  const { keyed } = request;
  if (!keyed) return;
  const contentType = reply.getHeader('content-type');
  const answer = { status: reply.statusCode, contentType: typeof contentType === 'string' ? contentType : null, body };
  try {
    const isLasting = reply.statusCode === ACCEPTED || !reply.hasHeader('retry-after');
    await idempotency.finish(keyed.runner, keyed.request, answer, isLasting);
  } catch (error) {
    // What the answer pointed to was taken back.
    void reply.removeHeader('location').removeHeader('etag').removeHeader('retry-after');
    throw error;
  } finally {
    await release(idempotency, request);
  }
}

async function release(idempotency: IdempotencyService, request: FastifyRequest): Promise<void> {
  const { keyed } = request;
  if (!keyed) return;
  request.keyed = undefined;
  await idempotency.abandon(keyed.runner);
  keyed.end();
}

/** A streamed body is read before anything is held for the request: a slow upload keeps no connection busy. */
async function toKeyedRequest(request: FastifyRequest): Promise<KeyedRequest | null> {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || key === undefined || !request.caller) return null;
  if (typeof key !== 'string' || !KEY.test(key)) throw keyIsInvalid();
  const content = request.body instanceof StreamedBody ? await request.body.content() : request.body;
  const fingerprint = await digestInTurns(content, `${request.method} ${request.url}\n`);
  return { subject: personOf(request.caller.subject), key, fingerprint };
}
