import { type IncomingMessage, type RequestOptions, request as askPlainly } from 'node:http';
import { Readable } from 'node:stream';
import { type Client, connect } from '@stagegate/client';
import { type Request as PlainRequest, Response as PlainResponse } from './plain-fetch.js';

/** Statuses whose answers have no body. */
const BODILESS = new Set([204, 205, 304]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * `fetch` without its start: what the platform loads for the first one takes as long as all else that a short command does.
 * What is seldom needed is left to the platform's own, uploads and following a redirect; all other bodies are texts.
 */
async function send(asked: PlainRequest): Promise<Response | PlainResponse> {
  if (asked.form !== null) return sendByPlatform(asked);
  const answer = await answerTo(asked);
  if (!REDIRECTS.has(answer.statusCode!)) return toResponse(answer);
  answer.destroy();
  return sendByPlatform(asked);
}

/** A client whose requests and answers are of the classes of `plain-fetch.ts`, which go by no other `fetch` than this. */
export function connectDirectly(baseUrl: string, token: string): Client {
  return connect({ baseUrl, token, fetch: send as unknown as typeof fetch });
}

function sendByPlatform({ url, method, headers, signal, text, form }: PlainRequest): Promise<Response> {
  const sent = [...headers].filter(([name]) => form === null || name !== 'content-type');
  return fetch(url, { method, headers: sent, signal, body: form ?? text });
}

async function answerTo({ url, method, headers, signal, text }: PlainRequest): Promise<IncomingMessage> {
  const ask = url.startsWith('https:') ? (await import('node:https')).request : askPlainly;
  const length = text !== null && { 'content-length': String(Buffer.byteLength(text)) };
  const options: RequestOptions = { method, headers: { ...Object.fromEntries(headers), ...length }, signal };
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => reject(signal.aborted ? signal.reason : new TypeError('fetch failed', { cause }));
    ask(url, options, resolve)
      .on('error', fail)
      .end(text ?? undefined);
  });
}

function toResponse(answer: IncomingMessage): PlainResponse {
  const { statusCode: status, statusMessage: statusText } = answer;
  const headers = Object.entries(answer.headersDistinct).map(([name, values]): [string, string] => [
    name,
    values!.join(', '),
  ]);
  if (!BODILESS.has(status!))
    return new PlainResponse(Readable.toWeb(answer) as never, { status, statusText, headers });
  answer.resume();
  return new PlainResponse(null, { status, statusText, headers });
}
