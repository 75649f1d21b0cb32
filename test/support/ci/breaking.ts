import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

/** Stands between a job and the service; the first answers break off in the middle. */
export class Breaking {
  private constructor(private readonly server: Server) {}

  static async start(service: string, broken: number): Promise<Breaking> {
    let left = broken;
    const server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const { method, headers } = incoming;
        const body = method === 'GET' ? undefined : Buffer.concat(chunks);
        const { authorization = '', accept = '*/*', 'content-type': type = 'application/json' } = headers;
        void fetch(new URL(incoming.url!, service), {
          method,
          headers: {
            authorization,
            accept,
            'content-type': type,
            'idempotency-key': String(headers['idempotency-key']),
          },
          body,
        }).then(async (answer) => {
          const content = Buffer.from(await answer.arrayBuffer());
          outgoing.writeHead(answer.status, {
            'content-type': answer.headers.get('content-type') ?? '',
            'content-length': content.length,
          });
          if ((left -= 1) < 0) return outgoing.end(content);
          return outgoing.write(content.subarray(0, 10), () => incoming.socket.destroy());
        });
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new Breaking(server);
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
