import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { Clock } from '../../platform/clock.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { problemAt } from '../../values/pointer.js';
import { readArchiveExtent, requireUnarchived } from '../audit/archive.queries.js';
import { eventsAreArchived } from '../audit/audit.problems.js';
import { AuditService } from '../audit/audit.service.js';
import { readFeed, readSpanOfTimes } from '../audit/feed.queries.js';
import { EVERYTHING } from '../events/event-filter.js';
import { Deliverer } from './deliverer.service.js';
import {
  type DeliveryResponse,
  type ListDeliveriesQuery,
  type RedeliverRequest,
  type RedeliveryResponse,
  toDeliveryResponse,
} from './deliveries.dto.js';
import { addDeliveries, findDelivery, listDeliveryRows, renewDelivery } from './deliveries.queries.js';
import { wakeLanes } from './lanes.queries.js';
import { keepToldOf } from './webhook-filter.queries.js';
import { type Webhook } from './webhook.entity.js';
import { deliveryNotFound, redeliveryTooLarge } from './webhooks.problems.js';
import { WebhooksService } from './webhooks.service.js';

const BATCH = 500;
const MOST_EVENTS = 100_000;

@Injectable()
export class DeliveriesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly webhooks: WebhooksService,
    private readonly audit: AuditService,
    private readonly deliverer: Deliverer,
    private readonly clock: Clock,
  ) {}

  async listDeliveries(id: string, query: ListDeliveriesQuery, caller: Caller): Promise<Page<DeliveryResponse>> {
    const { manager } = this.dataSource;
    await this.webhooks.require(manager, id, caller);
    return mapPage(await listDeliveryRows(manager, id, query), toDeliveryResponse);
  }

  async redeliver(id: string, deliveryId: string, caller: Caller): Promise<DeliveryResponse> {
    const renewed = await this.dataSource.transaction(async (manager) => {
      await this.webhooks.require(manager, id, caller, { isLocked: true });
      const delivery = await findDelivery(manager, id, deliveryId);
      if (delivery === undefined) throw deliveryNotFound(deliveryId);
      await requireUnarchived(manager, delivery.sequence - 1);
      await renewDelivery(manager, deliveryId);
      await wakeLanes(manager, id, [delivery.chain], { now: this.clock.now(), atOnce: true });
      await this.record(manager, caller, { id, deliveries: 1 });
      return findDelivery(manager, id, deliveryId);
    });
    this.deliverer.wake();
    return toDeliveryResponse(renewed!);
  }

  /** Tells a webhook once more of what happened in a span of time, and of what it was never told. */
  async redeliverMany(id: string, { from, to }: RedeliverRequest, caller: Caller): Promise<RedeliveryResponse> {
    const now = this.clock.now();
    const until = to === undefined ? now : new Date(to);
    if (new Date(from) > until)
      throw validationFailed([problemAt(['from'], 'IS_SPAN', 'from must not be later than to, or than now')]);
    const deliveries = await this.dataSource.transaction(async (manager) => {
      const webhook = await this.webhooks.require(manager, id, caller, { isLocked: true });
      const added = await this.addAgain(manager, webhook, { from: new Date(from), until });
      await this.record(manager, caller, { id, deliveries: added, from: new Date(from), to: until });
      return added;
    });
    this.deliverer.wake();
    return { deliveries };
  }

  private async addAgain(
    manager: EntityManager,
    webhook: Webhook,
    { from, until }: { from: Date; until: Date },
  ): Promise<number> {
    const archive = await readArchiveExtent(manager);
    if (archive !== null && from <= archive.until)
      throw eventsAreArchived(archive, 'Ask for a time after it, and read the segments for what was before.');
    const span = await readSpanOfTimes(manager, from, until);
    if (span === null) return 0;
    const now = this.clock.now();
    // What is above the position is planned in its time.
    const to = Math.min(span.to, webhook.position);
    let [{ after }, added, seen, isMore] = [span, 0, 0, true];
    while (isMore && after < to) {
      const events = await readFeed(manager, EVERYTHING, { after, to }, BATCH);
      seen += events.length;
      if (seen > MOST_EVENTS) throw redeliveryTooLarge(MOST_EVENTS);
      const within = events.filter(({ at }) => at >= from && at <= until);
      const told = await keepToldOf(manager, webhook, within);
      added += await addDeliveries(manager, webhook.id, told, { now, again: true });
      const chains = told.map(({ chain }) => chain);
      if (chains.length > 0) await wakeLanes(manager, webhook.id, chains, { now, atOnce: true });
      after = events.at(-1)?.sequence ?? to;
      isMore = events.length === BATCH;
    }
    return added;
  }

  private record(
    manager: EntityManager,
    caller: Caller,
    details: { id: string; deliveries: number; from?: Date; to?: Date },
  ): Promise<void> {
    return this.audit.record(manager, caller, { action: 'webhook.redelivered', details });
  }
}
