import { type Client, createClient, createConfig } from './generated/client/index.js';
import { addressOf } from './address.js';
import { toError } from './problems.js';
import { DEFAULT_RETRIES, type RetryOptions, withRetries } from './retries.js';
import { createClientConfig } from './runtime.js';
import { checkTimeout, DEFAULT_TIMEOUT } from './timeouts.js';
import { VERSION } from './version.js';

export interface ConnectOptions {
  /** Where the service answers: `https://registry.example`; `/api/v1` at its end is left away. */
  baseUrl: string;
  /** The bearer token, or what answers one before every request; absent for what needs none. */
  token?: string | (() => string | Promise<string>);
  /**
   * How long the service may be silent in milliseconds, before the first byte of an answer and between two; then a
   * `TimeoutError` is thrown, or the request repeated where that is safe. 60,000 unless given, 0 is for ever. Each attempt has
   * it anew, and an upload has it only once the answer begins. What a whole call may take is the affair of its `signal`.
   */
  timeout?: number;
  /** How requests are repeated; what is left out is as in `DEFAULT_RETRIES`. */
  retry?: Partial<RetryOptions>;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** Another `fetch` than the platform's. */
  fetch?: typeof fetch;
}

/** A client to hand to the operations: `listModels({ client })`. It throws a `StagegateError` for every no. */
export function connect(options: ConnectOptions): Client {
  const { baseUrl, token, timeout = DEFAULT_TIMEOUT, retry, headers, fetch } = options;
  const client = createClient(
    createClientConfig(
      createConfig({
        baseUrl: addressOf(baseUrl),
        auth: usable(token),
        headers: { ...userAgent(), ...headers },
        fetch,
        throwOnError: true,
      }),
    ),
  );
  client.interceptors.error.use(toError);
  return withRetries(client, { ...DEFAULT_RETRIES, ...retry }, checkTimeout(timeout));
}

/** Pages of browsers have one of their own, and another would have them ask every service first whether it may be sent. */
function userAgent(): Record<string, string> {
  return 'document' in globalThis ? {} : { 'User-Agent': `stagegate-typescript/${VERSION}` };
}

/** A token fit for a header; the platform's own fault for another would tell it, and faults end up in logs. */
function usable(token: ConnectOptions['token']): ConnectOptions['token'] {
  if (token === undefined) return undefined;
  return async () => {
    const text = (typeof token === 'function' ? await token() : token).trim();
    if (/[^\x21-\x7e]/.test(text)) throw new TypeError('The token holds a character that no token has.');
    return text;
  };
}
