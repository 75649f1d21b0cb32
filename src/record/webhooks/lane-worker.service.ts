import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { OutboundAgents } from '../../platform/egress/outbound.service.js';
import { type AuditEvent } from '../audit/audit-event.entity.js';
import { readEvents } from '../audit/feed.queries.js';
import { holdLane, type Lane, readWaiting, recordAttempt, releaseLane } from './lanes.queries.js';
import { isGivenUp, retryAfterMs } from './retry-schedule.js';
import { type AttemptOutcome, Sender } from './sender.service.js';
import { type WebhookDelivery } from './webhook-delivery.entity.js';
import { type Webhook } from './webhook.entity.js';
import { findWebhook } from './webhooks.queries.js';
import { Disabling } from './disabling.service.js';

/** Deliveries held in memory at a time, and how many a lane sends before others have their turn. */
const BATCH = 50;

/** When a lane goes on: at once, or later; null when it was lost and is somebody else's. */
type GoesOn = { at: Date } | null;

/** Sends the deliveries of a lane one after the other: the next one when the one before was delivered or given up. */
@Injectable()
export class LaneWorker {
  /** From 0 on, so that the first failure is a change that an alarm sees. */
  readonly attempts = new Counter({
    name: 'webhook_attempts_total',
    help: 'Attempts of this replica to tell a webhook of an event, by what came of them.',
    labelNames: ['outcome'],
    registers: [],
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly sender: Sender,
    private readonly disabling: Disabling,
    private readonly clock: Clock,
  ) {
    for (const outcome of ['delivered', 'failed', 'gone'] as const) this.attempts.inc({ outcome }, 0);
  }

  /** Works at a lane until it is empty, fails, has had its turn or `signal` ends it, and gives it back. */
  async serve(lane: Lane, signal: AbortSignal): Promise<void> {
    const agents = new OutboundAgents();
    try {
      const goesOn = await this.sendBatch(lane, agents, signal);
      if (goesOn !== null) await releaseLane(this.dataSource.manager, lane, goesOn);
    } finally {
      agents.close();
    }
  }

  private async sendBatch(lane: Lane, agents: OutboundAgents, signal: AbortSignal): Promise<GoesOn> {
    const { manager } = this.dataSource;
    const webhook = await findWebhook(manager, lane.webhookId);
    if (webhook === undefined || !(await holdLane(manager, lane))) return null;
    const waiting = await readWaiting(manager, lane, BATCH);
    const events = await readEvents(
      manager,
      waiting.map(({ sequence }) => sequence),
    );
    const bySequence = new Map(events.map((event) => [event.sequence, event]));
    for (const delivery of waiting) {
      if (signal.aborted) break;
      const goesOn = await this.sendOne(
        lane,
        { webhook, delivery, event: bySequence.get(delivery.sequence) },
        { agents, signal },
      );
      if (goesOn !== 'next') return goesOn;
    }
    return { at: this.clock.now() };
  }

  private async sendOne(
    lane: Lane,
    { webhook, delivery, event }: { webhook: Webhook; delivery: WebhookDelivery; event: AuditEvent | undefined },
    means: { agents: OutboundAgents; signal: AbortSignal },
  ): Promise<GoesOn | 'next'> {
    if (event === undefined) return this.giveUpArchived(lane, delivery);
    const outcome = await this.sender.send(webhook, this.sender.messageOf(webhook, event, `msg_${delivery.id}`), means);
    // An attempt that the end of the process cut off is nobody's failure.
    if (means.signal.aborted && outcome.kind === 'failed') return { at: this.clock.now() };
    this.attempts.inc({ outcome: outcome.kind });
    const at = this.clock.now();
    const status = statusAfter(outcome, delivery.firstAttemptAt ?? at, at);
    if (!(await recordAttempt(this.dataSource.manager, lane, { id: delivery.id, status, at, outcome }))) return null;
    if (outcome.kind === 'gone') await this.disabling.disable(webhook.id, outcome.error!);
    if (status !== 'waiting') return 'next';
    return { at: new Date(at.getTime() + retryAfterMs(delivery.attempts + 1, Math.random())) };
  }

  /** Only what was asked for again while its event was archived comes to this. */
  private async giveUpArchived(lane: Lane, { id }: WebhookDelivery): Promise<GoesOn | 'next'> {
    const outcome = { kind: 'failed', responseStatus: null, error: 'The event is in the archive.' } as const;
    const attempt = { id, status: 'dead', at: this.clock.now(), outcome } as const;
    return (await recordAttempt(this.dataSource.manager, lane, attempt)) ? 'next' : null;
  }
}

/** A delivery to a receiver that is gone waits: it is sent when somebody enables the webhook again. */
function statusAfter({ kind }: AttemptOutcome, firstAttemptAt: Date, at: Date): WebhookDelivery['status'] {
  if (kind === 'delivered') return 'delivered';
  return kind === 'failed' && isGivenUp(firstAttemptAt, at) ? 'dead' : 'waiting';
}
