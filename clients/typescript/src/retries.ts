import { checkSuccess } from './answers.js';
import { type Client, type RequestOptions } from './generated/client/index.js';
import { ConnectionError, ProblemError, StagegateError, UnexpectedAnswerError } from './problems.js';
import { keepTimeout, Patience } from './timeouts.js';

export interface RetryOptions {
  /** How often a request is repeated at most; 0 never repeats. */
  retries: number;
  /** First wait in milliseconds; it doubles with every repetition, less up to a half at random. */
  firstWaitMs: number;
  /** A request is not repeated when the service asks for a longer wait than this, in milliseconds. */
  longestWaitMs: number;
}

export const DEFAULT_RETRIES: RetryOptions = { retries: 3, firstWaitMs: 200, longestWaitMs: 30_000 };

const KEY = 'Idempotency-Key';
/** Of these a repetition does no harm: reading has no effect, and a POST carries its key. */
const REPEATABLE = new Set(['GET', 'HEAD', 'POST']);
const UNAVAILABLE = new Set([502, 503, 504]);

/** How long to wait before the next attempt in milliseconds; null when there is to be none. */
export function waitBefore(attempt: number, method: string, error: unknown, options: RetryOptions): number | null {
  if (attempt >= options.retries) return null;
  const backoff = options.firstWaitMs * 2 ** attempt * (0.5 + Math.random() / 2);
  if (error instanceof ConnectionError)
    return REPEATABLE.has(method) ? Math.min(backoff, options.longestWaitMs) : null;
  if (!(error instanceof ProblemError || error instanceof UnexpectedAnswerError)) return null;
  const { status, retryAfterMs } = error;
  const isWorthIt =
    // Nothing was done.
    status === 429 ||
    (UNAVAILABLE.has(status) && REPEATABLE.has(method)) ||
    // The first request with this key is still under way.
    (status === 409 && retryAfterMs !== null);
  const wait = retryAfterMs ?? backoff;
  return isWorthIt && wait <= options.longestWaitMs ? wait : null;
}

/** Waits, and throws the reason of a signal that aborts it. */
export function sleep(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
  });
}

/** The caller's headers, and for a POST one key for all its attempts unless the caller gave one. */
function headersFor(method: string, given: RequestOptions['headers']): RequestOptions['headers'] {
  if (method !== 'POST') return given;
  const headers = Object.fromEntries(given instanceof Headers || Array.isArray(given) ? given : Object.entries(given ?? {}));
  const hasKey = Object.entries(headers).some(([name, value]) => name.toLowerCase() === KEY.toLowerCase() && value);
  return hasKey ? headers : { ...headers, [KEY]: randomKey() };
}

/** By `getRandomValues`, because browsers have `randomUUID` on pages sent over TLS only. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A change that is redirected would have its effect elsewhere, or become a read. */
function redirects(method: string): Pick<RequestInit, 'redirect'> {
  return method === 'GET' ? {} : { redirect: 'manual' };
}

type Call = (options: RequestOptions) => Promise<unknown>;

/** Tells a failure while an answer is read from one before there was any; the platform's own says neither. */
function readingWhole(call: Call, usual: () => typeof fetch, timeout: number): Call {
  return async (request) => {
    let response: Response | undefined;
    const patience = new Patience(timeout, request.signal);
    const noting: typeof fetch = async (...asked) => {
      response = await patience.answerTo(asked[0], (request.fetch ?? usual())(...asked));
      return checkSuccess(asked[0], response);
    };
    try {
      return await call({ ...request, signal: patience.signal, fetch: noting });
    } catch (cause) {
      if (response === undefined || cause instanceof StagegateError || request.signal?.aborted) throw cause;
      if ((cause as Error).name === 'SyntaxError') throw new UnexpectedAnswerError(response.status, null, null);
      throw new ConnectionError('The answer broke off.', { cause });
    }
  };
}

function repeating(method: string, call: Call, options: RetryOptions): Call {
  return async (request) => {
    const keyed = { ...redirects(method), ...request, headers: headersFor(method, request.headers) };
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await call(keyed);
      } catch (error) {
        const wait = waitBefore(attempt, method, error, options);
        if (wait === null) throw error;
        await sleep(wait, keyed.signal);
      }
    }
  };
}

/**
 * The same client, whose calls end when the service is silent for `timeout` milliseconds, and are repeated where that is
 * safe; each attempt builds its request anew.
 */
export function withRetries(client: Client, options: RetryOptions, timeout: number): Client {
  const usual = () => client.getConfig().fetch ?? globalThis.fetch;
  const repeated = (method: 'get' | 'post' | 'put' | 'patch' | 'delete') =>
    repeating(method.toUpperCase(), readingWhole(client[method] as Call, usual, timeout), options);
  const patient = {
    ...client,
    get: repeated('get'),
    post: repeated('post'),
    put: repeated('put'),
    patch: repeated('patch'),
    delete: repeated('delete'),
  } as Client;
  keepTimeout(patient, timeout);
  return patient;
}
