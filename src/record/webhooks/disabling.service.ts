import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { AuditService } from '../audit/audit.service.js';
import { Webhook } from './webhook.entity.js';
import { findWebhook } from './webhooks.queries.js';

const SERVICE = 'stagegate';

/** Ends deliveries to receivers that want none. */
@Injectable()
export class Disabling {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Disabling twice is disabling once. */
  async disable(id: string, reason: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const webhook = await findWebhook(manager, id, { isLocked: true });
      if (webhook === undefined || webhook.disabledAt !== null) return;
      await manager.update(Webhook, { id }, { disabledAt: this.clock.now(), disabledReason: reason });
      const caller = { subject: SERVICE, requestId: uuidv7() };
      await this.audit.record(manager, caller, { action: 'webhook.disabled', details: { id, reason } });
    });
  }
}
