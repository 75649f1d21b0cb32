import { IsCount, IsId, IsModelName, IsOneOf, Optional } from '../../platform/http/fields.js';
import { IsStatement } from '../../platform/http/statement.field.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { REVIEW_STATUSES, type ReviewRow, type ReviewStatus } from './reviews.queries.js';

export class ListReviewsQuery extends ListQuery {
  /** Only reviews that stand so; open ones include those that are overdue. */
  @Optional()
  @IsOneOf(REVIEW_STATUSES)
  status?: ReviewStatus;

  /** Only reviews of this model. */
  @Optional()
  @IsModelName()
  model?: string;
}

export class CloseReviewRequest {
  /** What the review came to, in a few words, such as `justified`. */
  @IsStatement(200)
  outcome: string;

  /** What it rests on, and what follows from it. */
  @Optional()
  @IsStatement(2_000)
  comment?: string;
}

/** What somebody has to look at after the gates were passed in an emergency. */
export class ReviewResponse {
  /** Identifier of the review. */
  @IsId()
  id: string;

  /** The transition that passed the gates. */
  @IsId()
  transitionId: string;

  /** Name of the model. */
  model: string;

  /** The version that passed them. */
  @IsCount(1)
  version: number;

  /** Where the review stands. */
  @IsOneOf(REVIEW_STATUSES)
  status: ReviewStatus;

  /** When it was opened. */
  openedAt: Date;

  /** Who asked for the gates to be passed. */
  openedBy: string;

  /** When it should be closed; from then on it keeps the model from being promoted. */
  dueAt: Date;

  /** When it was closed; null while it is open. */
  closedAt: Date | null;

  /** Who closed it; null while it is open. */
  closedBy: string | null;

  /** What it came to; null while it is open. */
  outcome: string | null;

  /** What was said of it; null when nothing was. */
  comment: string | null;
}

export class ReviewPage {
  /** The reviews of this page, newest first. */
  items: ReviewResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export function toReviewResponse(row: ReviewRow, at: Date): ReviewResponse {
  return {
    id: row.id,
    transitionId: row.transitionId,
    model: row.model,
    version: row.version,
    status: statusOf(row, at),
    openedAt: row.openedAt,
    openedBy: row.openedBy,
    dueAt: row.dueAt,
    closedAt: row.closedAt,
    closedBy: row.closedBy,
    outcome: row.outcome,
    comment: row.comment,
  };
}

function statusOf({ closedAt, dueAt }: ReviewRow, at: Date): ReviewStatus {
  if (closedAt !== null) return 'closed';
  return dueAt <= at ? 'overdue' : 'open';
}
