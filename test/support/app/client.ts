import { setTimeout as sleep } from 'node:timers/promises';
import { checkAnswer } from './contract.js';

/** JSON of the API; tests read it freely, the contract check has looked at it before. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test knows what it asked for
export type Json = any;

/** What a service says that may be asked again, and did nothing. */
const BUSY = ['SERVICE_BUSY', 'MODEL_BUSY'];

export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

export interface Extra {
  headers?: Record<string, string>;
  /** Sent as it is instead of a JSON body. */
  rawBody?: string;
}

/** Someone who talks to the service. Every answer is held against the API document, or what `check` knows, before the test sees it. */
export class Client {
  constructor(
    private readonly url: string,
    readonly token: string | null,
    private readonly check: typeof checkAnswer = checkAnswer,
  ) {}

  get(path: string, status = 200, extra?: Extra): Promise<Json> {
    return this.expect('GET', path, undefined, status, extra);
  }

  post(path: string, body?: unknown, status = 201, extra?: Extra): Promise<Json> {
    return this.expect('POST', path, body, status, extra);
  }

  put(path: string, body: unknown, status = 200, extra?: Extra): Promise<Json> {
    return this.expect('PUT', path, body, status, extra);
  }

  patch(path: string, body: unknown, status = 200, extra?: Extra): Promise<Json> {
    return this.expect('PATCH', path, body, status, extra);
  }

  delete(path: string, status = 204, extra?: Extra): Promise<Json> {
    return this.expect('DELETE', path, undefined, status, extra);
  }

  /** The whole answer, whatever its status, once the service can: a busy machine's says that its database keeps it waiting. */
  async send(method: string, path: string, body?: unknown, extra: Extra = {}): Promise<Answer> {
    for (;;) {
      const answer = await this.sendOnce(method, path, body, extra);
      if (answer.status !== 503 || !BUSY.includes(answer.body.code)) return answer;
      await sleep(Number(answer.headers.get('retry-after')) * 1000);
    }
  }

  /** The same of the first try. Paths are below /api/v1 unless they begin with two slashes. */
  async sendOnce(method: string, path: string, body?: unknown, extra: Extra = {}): Promise<Answer> {
    const target = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
    const payload = extra.rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.url}${target}`, {
      method,
      headers: { ...this.headers(payload !== undefined), ...extra.headers },
      body: payload,
    });
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: readBody(text, response.headers) };
    this.check(method, target, answer);
    return answer;
  }

  private async expect(method: string, path: string, body: unknown, status: number, extra?: Extra): Promise<Json> {
    const answer = await (status === 503
      ? this.sendOnce(method, path, body, extra)
      : this.send(method, path, body, extra));
    if (answer.status === status) return answer.body;
    throw new Error(`${method} ${path} answered ${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
  }

  private headers(hasBody: boolean): Record<string, string> {
    return {
      ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
      ...(hasBody && { 'content-type': 'application/json' }),
    };
  }
}

function readBody(text: string, headers: Headers): Json {
  const mediaType = headers.get('content-type')?.split(';', 1)[0] ?? '';
  const isJson = mediaType === 'application/json' || mediaType.endsWith('+json');
  return isJson && text !== '' ? JSON.parse(text) : text;
}
