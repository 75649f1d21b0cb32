import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { type AuditEvent } from '../audit/audit-event.entity.js';
import { findModelNamed, readFeed, readSettled } from '../audit/feed.queries.js';
import { EVERYTHING } from '../events/event-filter.js';
import { addDeliveries } from './deliveries.queries.js';
import { wakeLanes } from './lanes.queries.js';
import { isToldOf } from './webhook-filter.js';
import { type Webhook } from './webhook.entity.js';
import { lockUntold, movePositions, readLowestPosition } from './webhooks.queries.js';

/** Events looked through in one transaction, and webhooks they are held against. */
const BATCH = 500;
const MOST_WEBHOOKS = 100;

/** Turns what settled in the record into deliveries: each event once for each webhook that is to be told of it. */
@Injectable()
export class DeliveryPlanner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Plans one batch; answers whether there is more, or was something to deliver. */
  async plan(): Promise<{ isBehind: boolean; added: number }> {
    const { manager } = this.dataSource;
    const lowest = await readLowestPosition(manager);
    if (lowest === null) return { isBehind: false, added: 0 };
    const settled = await readSettled(manager);
    if (settled <= lowest) return { isBehind: false, added: 0 };
    return this.dataSource.transaction((own) => this.planUpTo(own, settled));
  }

  private async planUpTo(manager: EntityManager, settled: number): Promise<{ isBehind: boolean; added: number }> {
    const webhooks = await lockUntold(manager, settled, MOST_WEBHOOKS);
    if (webhooks.length === 0) return { isBehind: false, added: 0 };
    const after = Math.min(...webhooks.map(({ position }) => position));
    const events = await readFeed(manager, EVERYTHING, { after, to: settled }, BATCH);
    const reached = events.length === BATCH ? events.at(-1)!.sequence : settled;
    let added = 0;
    for (const webhook of webhooks) added += await this.tell(manager, webhook, events);
    await movePositions(
      manager,
      webhooks.map(({ id }) => id),
      reached,
    );
    return { isBehind: reached < settled || webhooks.length === MOST_WEBHOOKS, added };
  }

  private async tell(manager: EntityManager, webhook: Webhook, events: readonly AuditEvent[]): Promise<number> {
    const fresh = events.filter(({ sequence }) => sequence > webhook.position);
    const modelId = webhook.model === null ? null : await findModelNamed(manager, webhook.model);
    const told = fresh.filter((event) => isToldOf(webhook, modelId, event));
    if (told.length === 0) return 0;
    const now = this.clock.now();
    const added = await addDeliveries(manager, webhook.id, told, { now, again: false });
    const chains = told.map(({ chain }) => chain);
    await wakeLanes(manager, webhook.id, chains, { now, atOnce: false });
    return added;
  }
}
