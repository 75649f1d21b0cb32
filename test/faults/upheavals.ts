import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Json } from '../support/app/client.js';
import { Receiver } from '../support/app/receiver.js';
import { until } from '../support/limits.js';
import { Availability } from './availability.js';
import { podManners } from './chart.js';
import { Endpoints } from './endpoints.js';
import { faultsOfReceiver } from './events-under-kills.js';
import { History } from './history.js';
import { Ledger, People, POLICY } from './people.js';
import { violations } from './violations.js';
import { type World } from './world.js';

const MODELS = ['epsilon', 'zeta', 'eta', 'theta'];
const QUIET_MS = 2_000;
/** A receiver lives and is dead for so long, over and over. */
const ALIVE_MS = 1_500;
const DEAD_MS = 500;

/** What one upheaval cost those who read and changed meanwhile. */
export interface Cost {
  name: string;
  read: ReturnType<Availability['felt']>;
  write: ReturnType<Availability['felt']>;
}

/**
 * Drains a replica as the chart does, and then has the database fail over to its standby, under people at work and with a receiver
 * of events that dies again and again.
 */
export class Upheavals {
  readonly costs: Cost[] = [];
  /** How often the receiver died, and how many deliveries it took. */
  deaths = 0;
  deliveries = 0;
  private readonly record = { history: new History(), availability: new Availability(), ledger: new Ledger() };
  private readonly wrong: string[] = [];
  private isOver = false;

  constructor(
    private readonly world: World,
    private readonly random: () => number,
  ) {}

  get acknowledged(): number {
    return this.record.ledger.transitions.length;
  }

  /** Answers what was lost, doubled, out of order, or broken off without need. */
  async violations(): Promise<string[]> {
    const admin = new Client(this.world.replicas[0]!.url, this.world.adminToken);
    const receiver = await Receiver.start();
    const endpoints = new Endpoints(this.world.replicas, podManners());
    try {
      await admin.put('/gate-policy', POLICY);
      await admin.post('/webhooks', { url: receiver.url, types: ['*'] });
      const { end: since } = await eventsAfter(admin, '0');
      for (const name of MODELS) await admin.post('/models', { name });
      const people = new People(endpoints, this.world.adminToken, MODELS, this.random, this.record);
      const work = people.work();
      const dying = this.letDie(receiver);
      await this.drainOne(endpoints);
      await this.cost('the database is killed (SIGKILL), and its standby promoted', () => this.world.failOver());
      people.stop();
      await work;
      this.isOver = true;
      await dying;
      await this.judge(admin, receiver, since);
    } finally {
      this.isOver = true;
      endpoints.stop();
      await receiver.stop();
    }
    return this.wrong;
  }

  private async drainOne(endpoints: Endpoints): Promise<void> {
    const replica = this.world.replicas[0]!;
    await this.cost(`one of ${this.world.replicas.length} replicas is drained as the chart does`, async () => {
      if (!(await replica.drain(podManners().graceSeconds * 1_000)))
        this.wrong.push('The drained replica did not end well within its grace.');
      await replica.start();
      await until('all replicas are ready', () => endpoints.ready.length === this.world.replicas.length);
    });
    this.wrong.push(...endpoints.broken);
  }

  /** Lets it happen amid the work, and waits until every model is read and changed again. */
  private async cost(name: string, happen: () => Promise<void>): Promise<void> {
    await sleep(QUIET_MS);
    const { availability } = this.record;
    const began = performance.now();
    await happen();
    const over = performance.now();
    const isUsed = (model: string): boolean =>
      availability.succeededSince('read', model, over) && availability.succeededSince('write', model, over);
    await until(`all is well after this: ${name}`, () => MODELS.every(isUsed));
    const felt = (kind: 'read' | 'write') => availability.felt(kind, began, performance.now(), () => true);
    this.costs.push({ name, read: felt('read'), write: felt('write') });
  }

  private async letDie(receiver: Receiver): Promise<void> {
    while (!this.isOver) {
      await sleep(ALIVE_MS);
      receiver.die();
      this.deaths += 1;
      await sleep(DEAD_MS);
      await receiver.revive();
    }
  }

  private async judge(admin: Client, receiver: Receiver, since: string): Promise<void> {
    const { history, ledger } = this.record;
    const { events: truth } = await eventsAfter(admin, since);
    await until('the receiver was told of everything', () => {
      const told = new Set(receiver.events.map(({ id }) => id));
      return truth.every(({ id }) => told.has(id));
    });
    this.deliveries = receiver.received.length;
    this.wrong.push(
      ...faultsOfReceiver(receiver, truth),
      ...(await violations(this.world.databaseUrl, history, ledger)),
    );
    const { valid } = await admin.get('/audit-events/verification');
    if (valid !== true) this.wrong.push('The audit record does not verify.');
    if (this.acknowledged === 0) this.wrong.push('Nothing was changed, so nothing is shown.');
  }
}

/** What was told from a place on, and the place after it. */
async function eventsAfter(client: Client, place: string): Promise<{ events: Json[]; end: string }> {
  const events: Json[] = [];
  for (let cursor = place; ;) {
    const page = await client.get(`/events?cursor=${cursor}&limit=200`);
    if (page.items.length === 0) return { events, end: cursor };
    events.push(...page.items);
    cursor = page.nextCursor;
  }
}
