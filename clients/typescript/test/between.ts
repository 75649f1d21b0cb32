import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

export const URL_OF_SERVICE = process.env.STAGEGATE_URL!;
export const TOKEN = process.env.STAGEGATE_TOKEN!;
export const REVIEWER_TOKEN = process.env.STAGEGATE_REVIEWER_TOKEN!;

/** What happens to a request instead of its answer: lost before, after or while the service answers, silence, or another answer. */
export type Fault = 'lose request' | 'lose answer' | 'break answer' | 'say nothing' | 'stop answer' | { status: number; headers?: Record<string, string>; body?: string };

/** Stands between client and service, passes requests on, and lets the faults happen that were asked for. */
export class Between {
  /** The next requests meet these, in order; then all is well. */
  faults: Fault[] = [];
  readonly seen: { method: string; url: string; headers: IncomingHttpHeaders }[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Between> {
    const server = createServer();
    const between = new Between(server);
    server.on('request', (incoming, outgoing) => {
      const { method = '', url = '', headers } = incoming;
      between.seen.push({ method, url, headers });
      const fault = between.faults.shift();
      if (fault === 'lose request') return void incoming.socket.destroy();
      if (fault === 'say nothing') return void incoming.resume();
      if (typeof fault === 'object') {
        incoming.resume();
        return void outgoing.writeHead(fault.status, fault.headers).end(fault.body ?? '');
      }
      const passed = request(new URL(url, URL_OF_SERVICE), { method, headers }, (answer) => {
        if (fault === 'lose answer') {
          answer.resume().on('end', () => incoming.socket.destroy());
          return;
        }
        outgoing.writeHead(answer.statusCode!, answer.headers);
        // What is not passed on is read all the same, or its connection stays open.
        if (fault !== undefined) answer.resume();
        if (fault === 'break answer') return void outgoing.write('{"items":', () => incoming.socket.destroy());
        if (fault === 'stop answer') return void outgoing.write('{"items":');
        answer.pipe(outgoing);
      });
      incoming.pipe(passed);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return between;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
