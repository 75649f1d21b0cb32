import { Module } from '@nestjs/common';
import { Witnesses } from '../audit/witnesses.service.js';
import { TOLD_WEBHOOKS } from './webhook.entity.js';
import { EgressModule } from '../../platform/egress/egress.module.js';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { FeedModule } from '../feed/feed.module.js';
import { DeliveriesService } from './deliveries.service.js';
import { Deliverer } from './deliverer.service.js';
import { DeliveryPlanner } from './delivery-planner.service.js';
import { Disabling } from './disabling.service.js';
import { EndedDeliveries } from './ended-deliveries.service.js';
import { LaneWorker } from './lane-worker.service.js';
import { Mailer } from './mailer.service.js';
import { Sender } from './sender.service.js';
import { WebhookSecrets } from './webhook-secrets.service.js';
import { WebhookTargets } from './webhook-targets.service.js';
import { WebhookTests } from './webhook-tests.service.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  imports: [AuditModule, EgressModule, FeedModule, JobsModule],
  controllers: [WebhooksController],
  providers: [
    WebhooksService,
    DeliveriesService,
    Deliverer,
    DeliveryPlanner,
    Disabling,
    EndedDeliveries,
    LaneWorker,
    Mailer,
    Sender,
    WebhookSecrets,
    WebhookTargets,
    WebhookTests,
  ],
  exports: [LaneWorker],
})
export class WebhooksModule {
  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_WEBHOOKS);
  }
}
