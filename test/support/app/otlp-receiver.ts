import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Json } from './client.js';

/** A span as it came in. */
export interface ReceivedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  attributes: Record<string, unknown>;
}

/** Takes what OpenTelemetry sends as JSON over HTTP. */
export class OtlpReceiver {
  readonly spans: ReceivedSpan[] = [];
  readonly metrics = new Map<string, Json>();
  readonly logs: Json[] = [];
  /** Every attribute of the resources that told. */
  readonly resource: Record<string, unknown> = {};

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OtlpReceiver> {
    const server = createServer();
    const receiver = new OtlpReceiver(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        receiver.take(JSON.parse(Buffer.concat(chunks).toString('utf8')));
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take({ resourceSpans = [], resourceMetrics = [], resourceLogs = [] }: Json): void {
    for (const { resource, scopeSpans, scopeMetrics, scopeLogs } of [
      ...resourceSpans,
      ...resourceMetrics,
      ...resourceLogs,
    ] as Json[]) {
      Object.assign(this.resource, attributesOf(resource));
      for (const { spans } of (scopeSpans ?? []) as Json[])
        for (const span of spans as Json[])
          this.spans.push({ ...(span as ReceivedSpan), attributes: attributesOf(span) });
      for (const { metrics } of (scopeMetrics ?? []) as Json[])
        for (const metric of metrics as Json[]) this.metrics.set(metric.name as string, metric);
      for (const { logRecords } of (scopeLogs ?? []) as Json[]) this.logs.push(...(logRecords as Json[]));
    }
  }
}

function attributesOf({ attributes }: Json): Record<string, unknown> {
  return Object.fromEntries((attributes as Json[]).map(({ key, value }) => [key, Object.values(value as object)[0]]));
}
