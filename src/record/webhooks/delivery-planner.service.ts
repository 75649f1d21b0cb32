import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { type AuditEvent } from '../audit/audit-event.entity.js';
import { readFeed, readSettled } from '../audit/feed.queries.js';
import { EVERYTHING } from '../events/event-filter.js';
import { addDeliveries } from './deliveries.queries.js';
import { wakeLanes } from './lanes.queries.js';
import { keepToldOf } from './webhook-filter.queries.js';
import { type Webhook } from './webhook.entity.js';
import { lockUntold, movePositions, readLowestPosition } from './webhooks.queries.js';

/** Events looked through at a time. */
const BATCH = 500;

/** Turns what settled in the record into deliveries: each event once for each webhook that is to be told of it. */
@Injectable()
export class DeliveryPlanner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Plans one batch; answers whether there is more. */
  async plan(): Promise<boolean> {
    const { manager } = this.dataSource;
    const lowest = await readLowestPosition(manager);
    if (lowest === null) return false;
    const settled = await readSettled(manager);
    if (settled <= lowest) return false;
    return this.dataSource.transaction((own) => this.planUpTo(own, settled));
  }

  /** Those who are up to date are told beside those who are far behind, so that neither waits for the other. */
  private async planUpTo(manager: EntityManager, settled: number): Promise<boolean> {
    const webhooks = await lockUntold(manager, settled);
    const positions = [...new Set(webhooks.map(({ position }) => position))];
    let isBehind = positions.length > 2;
    for (const position of new Set(positions.slice(0, 1).concat(positions.slice(-1)))) {
      const told = webhooks.filter((webhook) => webhook.position === position);
      const events = await readFeed(manager, EVERYTHING, { after: position, to: settled }, BATCH);
      const reached = events.length === BATCH ? events.at(-1)!.sequence : settled;
      for (const webhook of told) await this.tell(manager, webhook, events);
      await movePositions(
        manager,
        told.map(({ id }) => id),
        reached,
      );
      isBehind ||= reached < settled;
    }
    return isBehind;
  }

  private async tell(manager: EntityManager, webhook: Webhook, events: readonly AuditEvent[]): Promise<void> {
    const told = await keepToldOf(manager, webhook, events);
    if (told.length === 0) return;
    const now = this.clock.now();
    await addDeliveries(manager, webhook.id, told, { now, again: false });
    const chains = told.map(({ chain }) => chain);
    await wakeLanes(manager, webhook.id, chains, { now, atOnce: false });
  }
}
