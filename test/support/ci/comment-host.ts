import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface Comment {
  id: number;
  body: string;
  isUpdated: boolean;
  /** Who wrote it, as GitHub and as GitLab say it. */
  user: { login: string; type: string };
  author: { id: number };
}

const OURS = { user: { login: 'github-actions[bot]', type: 'Bot' }, author: { id: 1 } };
const THEIRS = { user: { login: 'mallory', type: 'User' }, author: { id: 666 } };

const PER_PAGE = 100;

/** Where pull and merge requests are commented on: as much of the APIs of GitHub and GitLab as it takes, in memory. */
export class CommentHost {
  readonly comments: Comment[] = [];
  /** What is answered instead, when set. */
  refusal: number | null = null;
  private server: Server;

  private constructor(
    readonly url: string,
    private readonly token: string,
  ) {}

  static async start(token: string): Promise<CommentHost> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = new CommentHost(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, token);
    host.server = server.on('request', (request, response) => void host.respond(request, response));
    return host;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Forgets what was written, and begins with comments of other people. */
  begin(others = 0): void {
    this.refusal = null;
    this.comments.length = 0;
    for (let id = 1; id <= others; id += 1) this.add('Looks good to me', THEIRS);
  }

  /** Somebody else comments. */
  saysAnother(body: string): Comment {
    return this.add(body, THEIRS);
  }

  private async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await this.answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const { pathname, searchParams } = new URL(request.url!, this.url);
    if (this.refusal !== null) return { status: this.refusal, body: {} };
    const token = request.headers['private-token'] ?? request.headers.authorization?.replace('Bearer ', '');
    if (token !== this.token) return { status: 401, body: {} };
    // The token of a job on GitHub is no user's; that of a project on GitLab is.
    if (pathname === '/user')
      return request.headers['private-token'] ? { status: 200, body: OURS.author } : { status: 403, body: {} };
    const [, list, id] =
      /^\/repos\/acme\/models\/issues\/(7\/)?comments(?:\/(\d+))?$/.exec(pathname) ??
      /^\/projects\/12\/merge_requests\/(7\/)notes(?:\/(\d+))?$/.exec(pathname) ??
      [];
    const found = this.comments.find((comment) => comment.id === Number(id));
    if (request.method === 'GET' && list) return { status: 200, body: this.page(Number(searchParams.get('page'))) };
    if (request.method === 'POST' && list) return { status: 201, body: this.write(await bodyOf(request)) };
    if (!found || !['PATCH', 'PUT'].includes(request.method!)) return { status: 404, body: {} };
    return { status: 200, body: Object.assign(found, { body: await bodyOf(request), isUpdated: true }) };
  }

  private page(number: number): Comment[] {
    return this.comments.slice((number - 1) * PER_PAGE, number * PER_PAGE);
  }

  private write(body: string): Comment {
    return this.add(body, OURS);
  }

  private add(body: string, by: typeof OURS): Comment {
    const comment = { id: this.comments.length + 1, body, isUpdated: false, ...by };
    this.comments.push(comment);
    return comment;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return (JSON.parse(Buffer.concat(chunks).toString('utf8')) as { body: string }).body;
}
