import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { OwnedResources } from '../../access/role-bindings/owned-resources.service.js';
import { isSamePerson } from '../../platform/access/subject.js';
import { Clock } from '../../platform/clock.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { findModel, lockModel } from '../../registry/models/models.queries.js';
import { personRequired } from '../holds/holds.problems.js';
import { Review } from './review.entity.js';
import {
  type CloseReviewRequest,
  type ListReviewsQuery,
  type ReviewResponse,
  toReviewResponse,
} from './reviews.dto.js';
import { isOwnReview, reviewClosed, reviewNotFound } from './reviews.problems.js';
import { findModelOfReview, findReview, listReviewRows } from './reviews.queries.js';

@Injectable()
export class ReviewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    resources: OwnedResources,
  ) {
    const findModel = (id: string) => findModelOfReview(dataSource.manager, id);
    resources.register('review', { findModel, notFound: reviewNotFound });
  }

  async listReviews(query: ListReviewsQuery, { scope }: Caller): Promise<Page<ReviewResponse>> {
    const { manager } = this.dataSource;
    const at = this.clock.now();
    const modelId = query.model === undefined ? undefined : (await findModel(manager, query.model)).id;
    const page = await listReviewRows(manager, query, { modelId, status: query.status, scope, at });
    return mapPage(page, (row) => toReviewResponse(row, at));
  }

  async getReview(id: string): Promise<ReviewResponse> {
    const row = await findReview(this.dataSource.manager, id);
    if (!row) throw reviewNotFound(id);
    return toReviewResponse(row, this.clock.now());
  }

  /** Closes a review, which another person does than whoever passed the gates. */
  async closeReview(id: string, { outcome, comment }: CloseReviewRequest, caller: Caller): Promise<ReviewResponse> {
    if (caller.isService) throw personRequired('A review is closed by a person, not by a service.');
    return this.dataSource.transaction(async (manager) => {
      const found = await findReview(manager, id);
      if (!found) throw reviewNotFound(id);
      await lockModel(manager, found.modelId, 'id');
      const review = (await findReview(manager, id))!;
      if (review.closedBy !== null) throw reviewClosed(id, review.closedBy);
      if (isSamePerson(review.openedBy, caller.subject)) throw isOwnReview(caller.subject);
      const closedAt = this.clock.now();
      const closed = { closedAt, closedBy: caller.subject, outcome, comment: comment ?? null };
      await manager.update(Review, id, closed);
      const { modelId, model, version, transitionId } = review;
      const details = { reviewId: id, transitionId, outcome, comment: closed.comment };
      await this.audit.record(manager, caller, { action: 'review.closed', modelId, model, version, details });
      return toReviewResponse({ ...review, ...closed }, closedAt);
    });
  }
}
