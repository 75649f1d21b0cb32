import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Pair {
  client: Socket;
  server: Socket;
  /** The first bytes of the client: its start-up message, with the name of the application. */
  greeting: string;
  /** Whether nothing is carried any more, though the client's side stays open. */
  isStranded: boolean;
}

/** Stands between the service and its database, and does what networks do. */
export class TcpProxy {
  private readonly pairs = new Set<Pair>();
  private swallowed: RegExp | null = null;
  private delayMs = 0;

  private constructor(
    private readonly listener: Server,
    private target: NetConnectOpts,
    /** The database of the target, by way of the proxy. */
    readonly url: string,
  ) {
    listener.on('connection', (client) => this.carry(client));
  }

  /** Opens a way to the PostgreSQL of this URL, be it at a port or at a socket file. */
  static async before(databaseUrl: string): Promise<TcpProxy> {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const url = new URL(databaseUrl);
    for (const name of ['host', 'port']) url.searchParams.delete(name);
    url.hostname = '127.0.0.1';
    url.port = String((listener.address() as AddressInfo).port);
    return new TcpProxy(listener, targetOf(databaseUrl), url.href);
  }

  /** New connections go to the PostgreSQL of this URL, as one that was started again has another port. */
  leadTo(databaseUrl: string): void {
    this.target = targetOf(databaseUrl);
  }

  /** Connections that are open now. */
  get open(): number {
    return this.pairs.size;
  }

  /** Closes every connection; new ones work. */
  cut(): void {
    for (const { client, server } of this.pairs) {
      client.destroy();
      server.destroy();
    }
  }

  /**
   * The database forgets every connection and the service is not told, as when a balancer moves on to another server: what the
   * service sends is taken and never answered. New connections work.
   */
  strand(): void {
    for (const pair of this.pairs) {
      pair.isStranded = true;
      pair.server.destroy();
    }
  }

  /**
   * Takes everything and hands on nothing, in both directions and for new connections too, until it is told otherwise; or only
   * for connections whose greeting matches.
   */
  swallow(swallowed: boolean | RegExp = true): void {
    this.swallowed = swallowed === true ? /^/ : swallowed || null;
  }

  /** Every piece of data takes so much longer, each way. */
  delay(milliseconds: number): void {
    this.delayMs = milliseconds;
  }

  async close(): Promise<void> {
    this.listener.close();
    this.cut();
    await once(this.listener, 'close');
  }

  private carry(client: Socket): void {
    const pair = { client, server: connect(this.target), greeting: '', isStranded: false };
    this.pairs.add(pair);
    this.hand(pair, client, pair.server);
    this.hand(pair, pair.server, client);
    pair.client.once('close', () => {
      this.pairs.delete(pair);
      pair.server.destroy();
    });
    pair.server.once('close', () => {
      if (!pair.isStranded) pair.client.destroy();
    });
  }

  /** Keeps the bytes in their order, as TCP does; a connection that lost some carries no others any more. */
  private hand(pair: Pair, from: Socket, to: Socket): void {
    let inOrder: Promise<unknown> = Promise.resolve();
    from.on('error', () => undefined);
    from.on('data', (chunk: Buffer) => {
      if (from === pair.client && pair.greeting === '') pair.greeting = chunk.toString('latin1');
      if (this.swallowed?.test(pair.greeting)) pair.isStranded = true;
      if (pair.isStranded) return;
      const due = performance.now() + this.delayMs;
      inOrder = inOrder.then(() => delivered(chunk, to, due));
    });
  }
}

async function delivered(chunk: Buffer, to: Socket, due: number): Promise<void> {
  const early = due - performance.now();
  if (early > 0) await sleep(early);
  to.write(chunk);
}

function targetOf(databaseUrl: string): NetConnectOpts {
  const { hostname, port: ownPort, searchParams } = new URL(databaseUrl);
  const folder = searchParams.get('host');
  const port = Number(searchParams.get('port') ?? (ownPort || 5432));
  return folder?.startsWith('/') ? { path: `${folder}/.s.PGSQL.${port}` } : { host: hostname, port };
}
