import { addAbortSignal } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { readJsonText } from '../../platform/http/json-body.hook.js';
import { invalidParameter } from './mlflow-refusal.js';
import { SentFields } from './sent-fields.js';

/** Larger than any form that MLflow's clients send by GET. */
const LARGEST_GET_BODY = 64 * 1024;
/** Nothing else bounds how long the body of a GET takes to arrive. */
const LONGEST_GET_BODY_MS = 10_000;

/** What a request says: the query of a GET, or its body when it has no query; of all others the body alone. */
export const Fields = createParamDecorator(async (_: unknown, context: ExecutionContext): Promise<SentFields> => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (request.method !== 'GET' && request.method !== 'HEAD') return new SentFields(objectOf(request.body), false);
  const query = request.query as Record<string, unknown>;
  if (Object.keys(query).length > 0) return new SentFields(query, true);
  const sent = objectOf(await bodyOfGet(request));
  await request.admitNamed?.(sent);
  return new SentFields(sent, false);
});

function objectOf(body: unknown): Record<string, unknown> {
  const sent = body ?? {};
  if (typeof sent === 'object' && !Array.isArray(sent)) return sent as Record<string, unknown>;
  throw invalidParameter('The body must be a JSON object.');
}

/** No parser of the server reads the body of a GET, so it still waits in the connection. */
async function bodyOfGet({ raw }: FastifyRequest): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  addAbortSignal(AbortSignal.timeout(LONGEST_GET_BODY_MS), raw);
  for await (const chunk of raw as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_GET_BODY) throw invalidParameter('The body of a GET is too large.');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  return text.trim() === ''
    ? undefined
    : readJsonText(text, (reason) => invalidParameter(`The body is no JSON: ${reason}.`));
}
