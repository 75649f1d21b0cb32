import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

type Illness = 'refused' | 'closed' | 'silent';

const STREAM = '/api/v1/events/stream';

/** Stands between a browser and the service, and lets no stream of events or other request through while it is told to. */
export class Between {
  /** How many streams were let through so far. */
  opened = 0;
  /** How many requests wait for ever so far. */
  silenced = 0;
  private isCut = false;
  private ill: { asked: RegExp; how: Illness } | null = null;
  private readonly streams = new Set<ServerResponse>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {
    server.on('request', (asked: IncomingMessage, answer: ServerResponse) => this.pass(asked, answer));
  }

  static async at(url: string): Promise<Between> {
    const server = createServer();
    const between = new Between(server, new URL(url));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return between;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Ends every stream, and those that are asked for from now on. */
  cut(): void {
    this.isCut = true;
    for (const stream of this.streams) stream.destroy();
  }

  /** From now on requests such as `GET /path` fail: they are refused as by a proxy, have their connection closed, or wait for ever. */
  fail(asked: RegExp, how: Illness = 'refused'): void {
    this.ill = { asked, how };
  }

  mend(): void {
    this.isCut = false;
    this.ill = null;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const isStream = asked.url!.startsWith(STREAM);
    if (isStream && this.isCut) return void answer.destroy();
    if (this.ill?.asked.test(`${asked.method} ${asked.url}`)) {
      if (this.ill.how === 'silent') this.silenced += 1;
      return suffer(this.ill.how, answer);
    }
    const { hostname, port, host } = this.target;
    const headers = { ...asked.headers, host };
    const passed = request({ hostname, port, path: asked.url, method: asked.method, headers }, (found) => {
      answer.writeHead(found.statusCode!, found.headers);
      answer.flushHeaders();
      found.pipe(answer);
      if (isStream) this.opened += 1;
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => {
      this.streams.delete(answer);
      passed.destroy();
    });
    if (isStream) this.streams.add(answer);
    asked.pipe(passed);
  }
}

function suffer(how: Illness, answer: ServerResponse): void {
  if (how === 'closed') answer.destroy();
  if (how === 'refused') answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
}
