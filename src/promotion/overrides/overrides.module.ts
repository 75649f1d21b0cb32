import { Module } from '@nestjs/common';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { TOLD_REVIEWS } from './review.entity.js';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { OverdueReviews } from './overdue-reviews.service.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsService } from './reviews.service.js';

@Module({
  imports: [AuditModule, JobsModule],
  controllers: [ReviewsController],
  providers: [ReviewsService, OverdueReviews],
})
export class OverridesModule {
  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_REVIEWS);
  }
}
