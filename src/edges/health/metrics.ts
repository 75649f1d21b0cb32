import { type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type DataSource } from 'typeorm';
import { poolOf } from '../../platform/database/pool.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the service measures of itself; a registry of its own, so that several can live in one process. */
export class Metrics {
  readonly registry = new Registry();
  private readonly duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly denied = new Counter({
    name: 'http_requests_refused_total',
    help: 'Requests answered with 401 or 403.',
    labelNames: ['status'],
    registers: [this.registry],
  });

  constructor(dataSource: DataSource, counters: readonly Counter<string>[]) {
    collectDefaultMetrics({ register: this.registry });
    for (const counter of counters) this.registry.registerMetric(counter);
    const pool = () => (dataSource.isInitialized ? poolOf(dataSource) : undefined);
    new Gauge({
      name: 'database_connections',
      help: 'Connections of the pool by state; waiting counts requests without one.',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        this.set({ state: 'open' }, pool()?.totalCount ?? 0);
        this.set({ state: 'idle' }, pool()?.idleCount ?? 0);
        this.set({ state: 'waiting' }, pool()?.waitingCount ?? 0);
      },
    });
  }

  observe(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const status = reply.statusCode;
      const route = request.routeOptions.url ?? 'unknown';
      this.duration.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
      if (status === 401 || status === 403) this.denied.inc({ status });
      done();
    });
  }
}
