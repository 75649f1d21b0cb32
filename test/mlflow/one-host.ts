import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type ThrowAwayService } from '../../demo/throw-away-service.js';

/** What of a tracking server's routes belongs to the registry. */
const REGISTRY = /^\/ajax-api\/2\.0\/mlflow\/(registered-models|model-versions)\//;

/** A host whose registry is ours and whose all else is a tracking server's, as docs/mlflow.md says it of MLflow's pages. */
export class OneHost {
  /** What the registry was asked through this host, and the statuses of its answers. */
  readonly asked: { call: string; status: number }[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async of(registry: ThrowAwayService, tracking: string): Promise<OneHost> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = new OneHost(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (asked: IncomingMessage, answer: ServerResponse) => {
      if (!REGISTRY.test(asked.url!)) return pass(asked, answer, tracking, {});
      answer.on('finish', () => host.note(asked, answer));
      pass(asked, answer, registry.url, { authorization: `Bearer ${registry.token}` });
    });
    return host;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private note({ method, url }: IncomingMessage, { statusCode }: ServerResponse): void {
    const path = url!.split('?', 1)[0]!.replace('/ajax-api/2.0/mlflow/', '');
    this.asked.push({ call: `${method} ${path}`, status: statusCode });
  }
}

/** Carries a request to a server and its answer back, with headers of its own. */
function pass(asked: IncomingMessage, answer: ServerResponse, server: string, headers: Record<string, string>): void {
  const { host } = new URL(server);
  const carried = request(`${server}${asked.url}`, {
    method: asked.method,
    headers: { ...asked.headers, host, ...headers },
  });
  carried.on('response', (got) => {
    answer.writeHead(got.statusCode!, got.headers);
    got.pipe(answer);
  });
  carried.on('error', () => answer.writeHead(502).end());
  asked.pipe(carried);
}
