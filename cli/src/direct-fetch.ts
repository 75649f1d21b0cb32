import { type IncomingMessage, type RequestOptions, request as askPlainly } from 'node:http';
import { Readable } from 'node:stream';

/** Statuses whose answers have no body. */
const BODILESS = new Set([204, 205, 304]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * `fetch` without its start: what the platform loads for the first one takes as long as all else that a short command does.
 * What is seldom needed is left to the platform's own, uploads and following a redirect; all other bodies are texts.
 */
export const directFetch: typeof fetch = async (input, init) => {
  const asked = new Request(input, init);
  if (asked.headers.get('Content-Type')?.startsWith('multipart/')) return fetch(asked);
  const body = asked.body === null ? undefined : await asked.text();
  const answer = await answerTo(asked, body);
  if (!REDIRECTS.has(answer.statusCode!)) return toResponse(answer);
  answer.destroy();
  const { url, method, headers, signal } = asked;
  return fetch(url, { method, headers, signal, body });
};

async function answerTo({ url, method, headers, signal }: Request, body?: string): Promise<IncomingMessage> {
  const ask = url.startsWith('https:') ? (await import('node:https')).request : askPlainly;
  const length = body !== undefined && { 'content-length': String(Buffer.byteLength(body)) };
  const options: RequestOptions = { method, headers: { ...Object.fromEntries(headers), ...length }, signal };
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => reject(signal.aborted ? signal.reason : new TypeError('fetch failed', { cause }));
    ask(url, options, resolve).on('error', fail).end(body);
  });
}

function toResponse(answer: IncomingMessage): Response {
  const { statusCode: status, statusMessage: statusText } = answer;
  const headers = Object.entries(answer.headersDistinct).map(([name, values]): [string, string] => [
    name,
    values!.join(', '),
  ]);
  if (!BODILESS.has(status!))
    return new Response(Readable.toWeb(answer) as ReadableStream, { status, statusText, headers });
  answer.resume();
  return new Response(null, { status, statusText, headers });
}
