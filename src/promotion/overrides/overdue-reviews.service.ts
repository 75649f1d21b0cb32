import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { type JobKind, type Outcome } from '../../platform/jobs/job.kind.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { SWEEP_LIMITS } from '../../platform/jobs/sweep.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { listEventsOf } from '../../record/audit/details.queries.js';
import { lockModel } from '../../registry/models/models.queries.js';
import { findReview, listOverdueReviews, type ReviewRow } from './reviews.queries.js';

/** The service itself, which nobody asked. */
const ACTOR = { subject: 'stagegate', requestId: 'overdue-reviews' };

/** Records, once for each, that a review was not closed in time, so that whoever follows the record hears of it. */
@Injectable()
export class OverdueReviews implements JobKind {
  readonly name = 'overdue-reviews';
  readonly limits = SWEEP_LIMITS;
  readonly everySeconds = 60;

  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async run(): Promise<Outcome> {
    const { manager } = this.dataSource;
    for (const review of await listOverdueReviews(manager, this.clock.now())) {
      if (!(await isTold(manager, review))) await this.tell(review);
    }
    return { status: 'succeeded' };
  }

  private tell({ id, modelId }: ReviewRow): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await lockModel(manager, modelId, 'id');
      const review = await findReview(manager, id);
      if (!review || review.closedAt !== null || (await isTold(manager, review))) return;
      const { model, version, transitionId, dueAt } = review;
      const details = { reviewId: id, transitionId, dueAt };
      await this.audit.record(manager, ACTOR, { action: 'review.overdue', modelId, model, version, details });
    });
  }
}

async function isTold(manager: EntityManager, { transitionId }: ReviewRow): Promise<boolean> {
  return (await listEventsOf(manager, transitionId, ['review.overdue'])).length > 0;
}
