import { createHmac, createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Json } from './client.js';

/** A delivery as it came in. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: Json;
}

/** Somebody who is told of events by webhook. */
export class Receiver {
  readonly received: Received[] = [];
  /** How the next delivery is answered: a status, a redirection, or null for nothing at all. */
  answer: (delivery: Received) => number | null | { status: number; location: string } = () => 204;
  /** The most deliveries that were on their way at one time. */
  mostAtOnce = 0;
  private underWay = 0;
  private revival = 0;

  private constructor(private readonly server: Server) {}

  static async start(host = '127.0.0.1'): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      receiver.mostAtOnce = Math.max(receiver.mostAtOnce, (receiver.underWay += 1));
      response.once('close', () => (receiver.underWay -= 1));
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const delivery = { path: request.url!, headers: request.headers, text, body: JSON.parse(text) };
        receiver.received.push(delivery);
        const answer = receiver.answer(delivery);
        if (answer === null) return;
        if (typeof answer === 'number') response.writeHead(answer).end();
        else response.writeHead(answer.status, { location: answer.location }).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  /** The events that were taken, in the order they came. */
  get events(): Json[] {
    return this.received.map(({ body }) => body);
  }

  /** What a killed process does: its connections break, whatever was under way, and its port is closed. */
  die(): void {
    const { port } = this;
    this.server.closeAllConnections();
    this.server.close();
    this.revival = port;
  }

  /** Comes back at the same address. */
  async revive(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.revival, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Whether a signature of `v1` (HMAC-SHA256) by a secret is among those of a delivery, checked as Standard Webhooks says. */
export function isSignedBy(secret: string, delivery: Received): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(contentOf(delivery)).digest('base64');
  return signaturesOf(delivery, 'v1').includes(expected);
}

/** The same for `v1a` (Ed25519), by a public key. */
export function isSignedFor(publicKey: string, delivery: Received): boolean {
  const bytes = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(publicKey.replace('whpk_', ''), 'base64'),
  ]);
  const key = createPublicKey({ key: bytes, format: 'der', type: 'spki' });
  const content = Buffer.from(contentOf(delivery));
  return signaturesOf(delivery, 'v1a').some((signature) =>
    verify(null, content, key, Buffer.from(signature, 'base64')),
  );
}

function contentOf({ headers, text }: Received): string {
  return `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
}

function signaturesOf({ headers }: Received, version: string): string[] {
  const signatures = String(headers['webhook-signature']).split(' ');
  return signatures.flatMap((signature) => {
    const [, text] = new RegExp(`^${version},(.+)$`).exec(signature) ?? [];
    return text === undefined ? [] : [text];
  });
}
