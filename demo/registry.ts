/** What the service said. */
export interface Answer {
  status: number;
  body: unknown;
}

/** An answer the story cannot go on from. */
export class UnexpectedAnswer extends Error {
  constructor(call: string, { status, body }: Answer) {
    const { code, detail } = Object(body) as { code?: string; detail?: string };
    super(`${call} answered ${status}${code ? ` ${code}` : ''}${detail ? `: ${detail}` : ''}`);
    this.name = 'UnexpectedAnswer';
  }
}

/** The registry as one caller sees it. */
export class Registry {
  private readonly base: string;

  constructor(
    url: string,
    private readonly token: string,
  ) {
    this.base = `${url.replace(/\/+$/, '').replace(/\/api\/v1$/, '')}/api/v1`;
  }

  as(token: string): Registry {
    return new Registry(this.base, token);
  }

  get<Body>(path: string): Promise<Body> {
    return this.succeed<Body>('GET', path);
  }

  post<Body>(path: string, body: unknown): Promise<Body> {
    return this.succeed<Body>('POST', path, body);
  }

  put<Body>(path: string, body: unknown): Promise<Body> {
    return this.succeed<Body>('PUT', path, body);
  }

  delete(path: string): Promise<void> {
    return this.succeed<void>('DELETE', path);
  }

  /** Any answer, for calls whose refusal is what the story is about. */
  async call(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(this.base + path, { method, headers, body: JSON.stringify(body) });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  }

  private async succeed<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.call(method, path, body);
    if (answer.status >= 300) throw new UnexpectedAnswer(`${method} ${path}`, answer);
    return answer.body as Body;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
