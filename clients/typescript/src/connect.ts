import { type Client, createClient, createConfig } from './generated/client/index.js';
import { checkPathSegments } from './path-segments.js';
import { toError } from './problems.js';
import { DEFAULT_RETRIES, type RetryOptions, withRetries } from './retries.js';

export interface ConnectOptions {
  /** Where the service answers, without `/api/v1`: `https://registry.example`. */
  baseUrl: string;
  /** The bearer token, or what answers one before every request; absent for what needs none. */
  token?: string | (() => string | Promise<string>);
  /** How requests are repeated; what is left out is as in `DEFAULT_RETRIES`. */
  retry?: Partial<RetryOptions>;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** Another `fetch` than the platform's. */
  fetch?: typeof fetch;
}

/** A client to hand to the operations: `listModels({ client })`. It throws a `StagegateError` for every no. */
export function connect({ baseUrl, token, retry, headers, fetch }: ConnectOptions): Client {
  const client = createClient(
    createConfig({
      baseUrl: baseUrl.replace(/\/+$/, ''),
      auth: usable(token),
      headers,
      fetch,
      throwOnError: true,
      requestValidator: async (request) => {
        const { url, path } = request as { url: string; path?: Record<string, unknown> };
        checkPathSegments(url, path);
      },
    }),
  );
  client.interceptors.error.use(toError);
  return withRetries(client, { ...DEFAULT_RETRIES, ...retry });
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
