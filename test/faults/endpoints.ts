import { setTimeout as sleep } from 'node:timers/promises';
import { type PodManners } from './chart.js';
import { type Replica } from './world.js';

/** Nothing that was taken may take longer, however slow this machine is. */
const PATIENCE_MS = 300_000;

/**
 * Sends requests to replicas as a service of Kubernetes does: to each in turn that its readiness probe found ready, and to no other
 * one when the answer does not come. What breaks off is what a caller would have met.
 */
export class Endpoints {
  private readonly failures = new Map<Replica, number>();
  private readonly watch = new AbortController();
  private turn = 0;
  /** Requests that got no answer, in sentences. */
  readonly broken: string[] = [];

  constructor(
    private readonly replicas: readonly Replica[],
    private readonly manners: PodManners,
  ) {
    for (const replica of replicas) void this.watchOver(replica);
  }

  stop(): void {
    this.watch.abort();
  }

  get ready(): Replica[] {
    return this.replicas.filter((replica) => (this.failures.get(replica) ?? 0) < this.manners.failureThreshold);
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const ready = this.ready;
    this.turn += 1;
    const replica = ready[this.turn % ready.length];
    if (replica === undefined) throw new Error('No replica is ready.');
    try {
      return await fetch(`${replica.url}${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch (error) {
      this.broken.push(`${init.method} ${path} broke off: ${(error as Error).cause ?? error}`);
      throw error;
    }
  }

  private async watchOver(replica: Replica): Promise<void> {
    while (!this.watch.signal.aborted) {
      const isReady = await fetch(`${replica.url}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
        ({ ok }) => ok,
        () => false,
      );
      this.failures.set(replica, isReady ? 0 : (this.failures.get(replica) ?? 0) + 1);
      await sleep(this.manners.periodSeconds * 1_000);
    }
  }
}
