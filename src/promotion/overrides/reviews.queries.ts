import { type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type ModelRef } from '../../platform/access/grant.js';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { columnsOf } from '../../platform/database/columns.js';
import { EXACT, RANGE } from '../../platform/lists/list-field.js';
import { type Conditions, type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { inScope } from '../../platform/lists/scope.js';
import { type ListQuery, type Page } from '../../platform/lists/page.dto.js';
import { Review } from './review.entity.js';

/** Where a review stands. */
export const REVIEW_STATUSES = ['open', 'overdue', 'closed'] as const;

export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** A review with the present name of its model. */
export type ReviewRow = Review & { model: string };

const REVIEW_ROW = `${columnsOf(Review, 'r')}, m.name AS model`;
const FROM = 'reviews r JOIN models m ON m.id = r.model_id';

/** The reviews of models that still exist; ids grow with time, so the newest come first by id. */
export const REVIEW_LIST: ListSource = {
  name: 'reviews',
  select: REVIEW_ROW,
  from: FROM,
  where: 'm.deleted_at IS NULL',
  fields: {
    id: { column: 'r.id', type: 'uuid', sortable: true, operators: EXACT },
    dueAt: { column: 'r.due_at', type: 'timestamptz', sortable: true, operators: RANGE },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

/** What a status asks of a row; open ones include those that are overdue. */
const IN_STATUS: Readonly<Record<ReviewStatus, string>> = {
  open: 'r.closed_at IS NULL AND ?::timestamptz IS NOT NULL',
  overdue: 'r.closed_at IS NULL AND r.due_at <= ?::timestamptz',
  closed: 'r.closed_at IS NOT NULL AND ?::timestamptz IS NOT NULL',
};

/** A page of the reviews of one model, or of all in a scope. */
export function listReviewRows(
  manager: EntityManager,
  query: ListQuery,
  { modelId, status, scope, at }: { modelId?: string; status?: ReviewStatus; scope: ModelScope | null; at: Date },
): Promise<Page<ReviewRow>> {
  const conditions: Conditions = { 'r.model_id = ?': modelId, ...inScope(scope, 'm.id', 'm.name') };
  if (status !== undefined) conditions[IN_STATUS[status]] = at.toISOString();
  return readPage(manager, REVIEW_LIST, query, conditions);
}

/** A review by its id, of a model that still exists. */
export async function findReview(manager: EntityManager, id: string): Promise<ReviewRow | undefined> {
  const [row]: ReviewRow[] = await manager.query(
    `SELECT ${REVIEW_ROW} FROM ${FROM} WHERE r.id = $1 AND m.deleted_at IS NULL`,
    [id],
  );
  return row;
}

/** The model of a review, if there is one. */
export async function findModelOfReview(manager: EntityManager, id: string): Promise<ModelRef | undefined> {
  const review = await findReview(manager, id);
  return review && { id: review.modelId, name: review.model };
}

/** The reviews of a model that should be closed by now, the oldest first. */
export function findOverdueReviews(manager: EntityManager, modelId: string, at: Date): Promise<Review[]> {
  return manager.query(
    `SELECT ${columnsOf(Review, 'r')} FROM reviews r
     WHERE r.model_id = $1 AND r.closed_at IS NULL AND r.due_at <= $2 ORDER BY r.due_at`,
    [modelId, at],
  );
}

/** The reviews of all models that should be closed by now, the oldest first. */
export function listOverdueReviews(manager: EntityManager, at: Date): Promise<ReviewRow[]> {
  return manager.query(
    `SELECT ${REVIEW_ROW} FROM ${FROM}
     WHERE r.closed_at IS NULL AND r.due_at <= $1 AND m.deleted_at IS NULL ORDER BY r.due_at, r.id`,
    [at],
  );
}

export async function insertReview(
  manager: EntityManager,
  review: Pick<Review, 'transitionId' | 'modelId' | 'version' | 'openedAt' | 'openedBy' | 'dueAt'>,
): Promise<Review> {
  const row = { id: uuidv7(), ...review, closedAt: null, closedBy: null, outcome: null, comment: null };
  await manager.insert(Review, row);
  return row;
}
