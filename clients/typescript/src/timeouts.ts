import { TimeoutError } from './problems.js';

/** How long the service may be silent, in milliseconds, unless `connect` says otherwise. */
export const DEFAULT_TIMEOUT = 60_000;
/** A longer time is none to a timer of JavaScript. */
const LONGEST = 2 ** 31 - 1;

/** Throws unless the time is one that a timer can keep. */
export function checkTimeout(milliseconds: number): number {
  if (milliseconds >= 0 && milliseconds <= LONGEST) return milliseconds;
  throw new RangeError(`'${milliseconds}' is no timeout: it is in milliseconds, from 0 to ${LONGEST}; 0 is for ever.`);
}

const TIMEOUTS = new WeakMap<object, number>();

export function keepTimeout(client: object, milliseconds: number): void {
  TIMEOUTS.set(client, milliseconds);
}

/** How long a service may be silent to a client, in milliseconds; without an end it is `Infinity`. */
export function timeoutOf(client: object): number {
  return (TIMEOUTS.get(client) ?? DEFAULT_TIMEOUT) || Infinity;
}

/** No response may be made with a body and such a status; browsers show one that is empty. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/** Ends one request when the service is silent for longer than the time, or when the caller's signal does. */
export class Patience {
  private readonly lost = new AbortController();
  /** To be handed on with the request. */
  readonly signal: AbortSignal;

  constructor(
    private readonly milliseconds: number,
    callers: AbortSignal | null | undefined,
  ) {
    this.signal = callers ? AbortSignal.any([callers, this.lost.signal]) : this.lost.signal;
  }

  /** The answer to a request, whose body is waited for with the same patience. How long a file takes is the line's affair. */
  async answerTo(request: unknown, answer: Promise<Response>): Promise<Response> {
    const response = await (isUpload(request) ? answer : this.of(answer));
    const isWhole = response.body === null || WITHOUT_BODY.has(response.status) || this.milliseconds === 0;
    return isWhole ? response : this.reading(response, response.body!);
  }

  private reading(response: Response, body: ReadableStream<Uint8Array>): Response {
    const reader = body.getReader();
    const read = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const { done, value } = await this.of(reader.read());
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return new Response(read, response);
  }

  /** Waits for what was asked, and no longer than the time, whether or not who was asked heeds the signal. */
  private async of<Value>(asked: Promise<Value>): Promise<Value> {
    if (this.milliseconds === 0) return asked;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        const error = new TimeoutError(this.milliseconds);
        reject(error);
        this.lost.abort(error);
      }, this.milliseconds);
    });
    return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
  }
}

function isUpload(request: unknown): boolean {
  return request instanceof Request && (request.headers.get('Content-Type')?.startsWith('multipart/') ?? false);
}
