import { type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type PoolWatch } from '../../platform/database/pool-watch.service.js';
import { type ReplicaWatch } from '../../platform/database/replica/replica-watch.service.js';
import { packageManifest } from '../../platform/package-files.js';
import { type RegistryMetrics } from './registry-metrics.service.js';

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

  constructor(
    pool: PoolWatch,
    replica: ReplicaWatch,
    private readonly state: RegistryMetrics,
    counters: readonly Counter<string>[],
  ) {
    collectDefaultMetrics({ register: this.registry });
    for (const metric of [...counters, replica.reads, ...state.metrics]) this.registry.registerMetric(metric);
    this.showBuild();
    this.showConnections(pool);
    this.showReplica(replica);
    this.show(
      'database_pool_reopened_total',
      'How often all connections were dropped for new ones.',
      () => pool.reopened,
    );
    this.show(
      'database_last_answer_timestamp_seconds',
      'When the database last answered anything, in seconds since 1970.',
      () => pool.lastAnswerAt / 1000,
    );
    this.show('model_lock_waiting', 'Changes that wait for another change of the same model.', () => {
      const { waitingForModels = 0, waitingForLocks = 0 } = pool.connections ?? {};
      return waitingForModels + waitingForLocks;
    });
  }

  /** All there is to say now, in the text format of Prometheus. */
  async tell(): Promise<string> {
    await this.refresh();
    return this.registry.metrics();
  }

  /** Brings what the database knows up to date. */
  refresh(): Promise<void> {
    return this.state.refresh();
  }

  private showBuild(): void {
    const { version } = packageManifest();
    new Gauge({
      name: 'stagegate_build_info',
      help: 'Always 1; its label says which release runs.',
      labelNames: ['version'],
      registers: [this.registry],
    }).set({ version }, 1);
  }

  private showConnections(pool: PoolWatch): void {
    new Gauge({
      name: 'database_connections',
      help: 'Connections of the pool by state; waiting counts requests without one.',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        const { open = 0, idle = 0, waiting = 0 } = pool.connections ?? {};
        this.set({ state: 'open' }, open);
        this.set({ state: 'idle' }, idle);
        this.set({ state: 'waiting' }, waiting);
      },
    });
  }

  /** Without a replica nothing is told, and of its lag nothing before it is known. */
  private showReplica(replica: ReplicaWatch): void {
    const shown = (name: string, help: string, read: () => number | null): void => {
      new Gauge({
        name,
        help,
        registers: [this.registry],
        collect() {
          const value = read();
          if (value === null) this.remove();
          else this.set(value);
        },
      }).remove();
    };
    shown('database_replica_lag_seconds', 'The replica has all that was acknowledged so many seconds ago.', () =>
      replica.replica ? replica.lagSeconds : null,
    );
    shown(
      'database_replica_usable',
      '1 while the replica serves reads that may lag, and 0 while the primary does.',
      () => (replica.replica ? Number(replica.replica.hindrance === null) : null),
    );
  }

  private show(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
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
