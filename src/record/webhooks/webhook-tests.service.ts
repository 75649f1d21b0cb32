import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Caller } from '../../platform/access/caller.js';
import { Clock } from '../../platform/clock.js';
import { OriginOfEvents } from '../feed/origin-of-events.service.js';
import { Sender } from './sender.service.js';
import { testMessage } from './test-message.js';
import { type WebhookTestResponse } from './webhooks.dto.js';
import { WebhooksService } from './webhooks.service.js';

/** Tries the way to a receiver. */
@Injectable()
export class WebhookTests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly webhooks: WebhooksService,
    private readonly sender: Sender,
    private readonly origin: OriginOfEvents,
    private readonly clock: Clock,
  ) {}

  /** Sends once, at once, whether the webhook is enabled or not; nothing of it is kept. */
  async testWebhook(id: string, caller: Caller): Promise<WebhookTestResponse> {
    const webhook = await this.webhooks.require(this.dataSource.manager, id, caller);
    const begun = performance.now();
    const testId = uuidv7();
    const asked = { id: testId, at: this.clock.now(), askedBy: caller.subject };
    const body = testMessage(webhook, asked, this.origin.origin);
    const { kind, responseStatus, error } = await this.sender.send(webhook, { messageId: `msg_${testId}`, body });
    const durationMilliseconds = Math.round(performance.now() - begun);
    return { delivered: kind === 'delivered', responseStatus, error, durationMilliseconds };
  }
}
