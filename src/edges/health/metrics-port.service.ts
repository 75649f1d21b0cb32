import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { type Log, LOG } from '../../platform/http/log.js';
import { listenFailure } from '../../platform/start-failure.js';
import { Metrics } from './metrics.service.js';

const SETTINGS = { port: 'METRICS_PORT', host: 'METRICS_HOST' };
const LONGEST_REQUEST_MS = 10_000;
/** Scrapers are few; a client that opens more connections is not one. */
const MOST_CONNECTIONS = 32;

/** Tells the metrics on a port of their own, without a token: whoever reaches the port may read them, and nothing else is there. */
@Injectable()
export class MetricsPort implements OnApplicationBootstrap, OnModuleDestroy {
  private server: Server | null = null;

  constructor(
    private readonly config: Config,
    private readonly metrics: Metrics,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @throws StartFailure when the port cannot be opened */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.metrics === null) return;
    const { port, host } = this.config.metrics;
    const limits = { requestTimeout: LONGEST_REQUEST_MS, headersTimeout: LONGEST_REQUEST_MS };
    const server = createServer(limits, (request, response) => void this.answer(request, response));
    server.maxConnections = MOST_CONNECTIONS;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(listenFailure(error, host, port, SETTINGS)));
      server.listen(port, host, resolve);
    });
    this.server = server;
    this.log.info({ address: this.address }, 'Metrics are told on a port of their own, without a token.');
  }

  async onModuleDestroy(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    this.server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** Host and port that it listens on; null when it does not. */
  get address(): string | null {
    const address = this.server?.address();
    if (address === null || typeof address !== 'object') return null;
    return `${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
  }

  private async answer({ method, url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const isRead = method === 'GET' || method === 'HEAD';
    if (url.split('?', 1)[0] !== '/metrics') return end(response, 404, 'Only /metrics is here.\n');
    if (!isRead) return end(response.setHeader('Allow', 'GET, HEAD'), 405, 'Metrics are read by GET.\n');
    try {
      end(response, 200, await this.metrics.tell());
    } catch (error) {
      this.log.error({ err: error }, 'The metrics could not be told.');
      end(response, 500, 'The metrics could not be told; the log says why.\n');
    }
  }
}

function end(response: ServerResponse, status: number, text: string): void {
  const headers = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(status, headers).end(text);
}
