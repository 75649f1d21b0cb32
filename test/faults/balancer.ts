import { setTimeout as sleep } from 'node:timers/promises';
import { type Replica } from './world.js';

const BETWEEN_PROBES_MS = 250;
const PROBE_MS = 1_000;

/**
 * Does what a load balancer before the replicas does: it asks each whether it is ready, sends requests to those that are, or
 * to any while none is, and hands a request that broke off, or that waits at a replica which answers no probe, to another one
 * at once. So what callers meet is what the service does.
 */
export class Balancer {
  private readonly unready = new Set<Replica>();
  private readonly watch = new AbortController();
  /** Breaks off what is under way at a replica. */
  private readonly breaks = new Map<Replica, AbortController>();
  private turn = 0;

  constructor(private readonly replicas: readonly Replica[]) {
    for (const replica of replicas) {
      this.breaks.set(replica, new AbortController());
      void this.watchOver(replica);
    }
  }

  stop(): void {
    this.watch.abort();
  }

  /** How many replicas say that they are ready. */
  get readyCount(): number {
    return this.replicas.length - this.unready.size;
  }

  /** Rejects when the answer did not come in time, or when none of the replicas took the request. */
  async send(path: string, init: RequestInit, patienceMs: number): Promise<Response> {
    const patience = AbortSignal.timeout(patienceMs);
    let broken: unknown;
    for (const replica of this.inTurn()) {
      const signal = AbortSignal.any([patience, this.breaks.get(replica)!.signal]);
      try {
        return await fetch(`${replica.url}${path}`, { ...init, signal });
      } catch (error) {
        if (patience.aborted) throw error;
        this.unready.add(replica);
        broken = error;
      }
    }
    throw broken;
  }

  /** The ready ones first, each time another one. */
  private inTurn(): Replica[] {
    this.turn += 1;
    const order = this.replicas.map((_, index) => this.replicas[(index + this.turn) % this.replicas.length]!);
    return order.sort((one, other) => Number(this.unready.has(one)) - Number(this.unready.has(other)));
  }

  private async watchOver(replica: Replica): Promise<void> {
    while (!this.watch.signal.aborted) {
      const state = await probe(replica);
      if (state === 'ready') this.unready.delete(replica);
      else this.unready.add(replica);
      if (state === 'silent' && this.readyCount > 0) {
        this.breaks.get(replica)!.abort();
        this.breaks.set(replica, new AbortController());
      }
      await sleep(BETWEEN_PROBES_MS);
    }
  }
}

async function probe({ url }: Replica): Promise<'ready' | 'unready' | 'silent'> {
  try {
    const { ok } = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(PROBE_MS) });
    return ok ? 'ready' : 'unready';
  } catch {
    return 'silent';
  }
}
