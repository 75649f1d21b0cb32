/**
 * What `fetch` is spoken to with, as much of it as the client and the commands use. The platform's own classes do more, and
 * to load them takes a quarter of the time that a short command has; the bundle names these in their place.
 */

type Pairs = Iterable<readonly [string, string]>;
type HeadersGiven = PlainHeaders | Pairs | Record<string, string>;

const NOTHING = Buffer.alloc(0);

class PlainHeaders {
  private readonly values = new Map<string, string>();

  constructor(given: HeadersGiven = {}) {
    const pairs: Pairs = Symbol.iterator in given ? given : Object.entries(given);
    for (const [name, value] of pairs) this.append(name, value);
  }

  get(name: string): string | null {
    return this.values.get(name.toLowerCase()) ?? null;
  }

  has(name: string): boolean {
    return this.values.has(name.toLowerCase());
  }

  set(name: string, value: unknown): void {
    this.values.set(name.toLowerCase(), String(value).trim());
  }

  append(name: string, value: unknown): void {
    const before = this.get(name);
    this.set(name, before === null ? value : `${before}, ${String(value)}`);
  }

  delete(name: string): void {
    this.values.delete(name.toLowerCase());
  }

  forEach(tell: (value: string, name: string) => void): void {
    for (const [name, value] of this) tell(value, name);
  }

  [Symbol.iterator](): Iterator<[string, string]> {
    return this.values.entries();
  }
}

interface RequestGiven {
  method?: string;
  headers?: HeadersGiven;
  /** A text, or a form: whoever sends one adds the boundary to its type. */
  body?: string | FormData | null;
  signal?: AbortSignal;
}

class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: PlainHeaders;
  readonly signal: AbortSignal;
  readonly text: string | null;
  readonly form: FormData | null;

  constructor(url: string | URL, { method = 'GET', headers, body, signal }: RequestGiven = {}) {
    this.url = new URL(url).href;
    this.method = method;
    this.headers = new PlainHeaders(headers);
    this.signal = signal ?? new AbortController().signal;
    this.text = typeof body === 'string' ? body : null;
    this.form = typeof body === 'object' ? body : null;
    if (this.form !== null) this.headers.set('Content-Type', 'multipart/form-data');
  }
}

interface ResponseGiven {
  status?: number;
  statusText?: string;
  headers?: HeadersGiven;
}

class PlainResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: PlainHeaders;
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | null;

  constructor(
    body: AsyncIterable<Uint8Array> | string | null,
    { status = 200, statusText = '', headers }: ResponseGiven = {},
  ) {
    this.body = typeof body === 'string' ? [Buffer.from(body)] : body;
    this.status = status;
    this.statusText = statusText;
    this.headers = new PlainHeaders(headers);
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.bytes());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async blob(): Promise<Blob> {
    return new Blob([await this.bytes()], { type: this.headers.get('Content-Type') ?? '' });
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.blob()).arrayBuffer();
  }

  private async bytes(): Promise<Buffer<ArrayBuffer>> {
    if (this.body === null) return NOTHING;
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.body) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

export { PlainHeaders as Headers, PlainRequest as Request, PlainResponse as Response };
